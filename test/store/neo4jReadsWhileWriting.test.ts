import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';
import { serve } from '../helpers/serving.js';
import { rounds } from '../helpers/soak.js';
import { newFile } from '../helpers/stores.js';
import { expectWhole } from './durabilityChangesets.js';
import { Load } from './load.js';

const SECONDS = rounds(15, 600);
/** Almost always, something is just landing: Neo4j shows a commit piece by piece. */
const BETWEEN_WRITES_MS = 2;

describeNeo4j('A Neo4j that is read while it is written', (server) => {
  test('answers as it stood, whatever is just landing', { timeout: (SECONDS + 120) * 1_000 }, async () => {
    const driver = openTestDriver();
    await clearTestDatabase(driver);
    const { uri, username, password } = server();
    const store = await openNeo4jStore({ uri, username, password });
    const service = await serve(store);
    const model = await newFile();
    const load = new Load(service.url, store, await model.open(), BETWEEN_WRITES_MS);
    try {
      await load.begin();
      await sleep(SECONDS * 1_000);
      const { version, answers, refused } = await load.end();
      console.log(`${answers} answers right while ${version} changesets landed.`);
      expect(refused).toBe(0);
      await expectWhole(store, version);
    } finally {
      await load.stop();
      await service.close();
      await store.close();
      await model.remove();
      await clearTestDatabase(driver);
      await driver.close();
    }
  });
});
