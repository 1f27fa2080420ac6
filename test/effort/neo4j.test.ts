import { it } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import { describeNeo4j } from '../helpers/neo4j.js';
import { newDatabase } from '../helpers/stores.js';
import { openBoltProxy } from '../store/boltProxy.js';
import { expectEffort, fill } from './effort.js';

describeNeo4j('A question', (server) => {
  it('takes as much of Neo4j as is written down', async () => {
    const place = await newDatabase();
    const { uri, username, password } = server();
    const proxy = await openBoltProxy(uri);
    try {
      await fill(await place.open());
      const store = await openNeo4jStore({ uri: proxy.uri, username, password });
      await expectEffort(store, 'neo4j.json', () => proxy.queries()).finally(() => store.close());
    } finally {
      await proxy.close();
      await place.remove();
    }
  }, 180_000);
});
