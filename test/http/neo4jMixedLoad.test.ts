import { afterEach } from 'vitest';
import { startConfrere } from '../cli/confrere.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { describeNeo4j } from '../helpers/neo4j.js';
import { rounds } from '../helpers/soak.js';
import { newDatabase } from '../helpers/stores.js';
import { mixedLoadSuite } from './mixedLoadSuite.js';

afterEach(removeTemporaryDirectories);

describeNeo4j('the service on Neo4j under mixed load', (server) => {
  mixedLoadSuite(rounds(20_000, 30 * 60_000), async () => {
    const place = await newDatabase();
    const store = await place.open();
    const { uri, username, password } = server();
    const { said, process, ended } = startConfrere(temporaryDirectory(), [], {
      PORT: '0',
      CONFRERE_METRICS: 'true',
      CONFRERE_BUDGET: '1000000000',
      CONFRERE_STORE: 'neo4j',
      NEO4J_URI: uri,
      NEO4J_USERNAME: username,
      NEO4J_PASSWORD: password,
    });
    const [, url = ''] = await said(/Ready: .* GraphQL at (http:\/\/127\.\S+)\/graphql/);
    return {
      url,
      store,
      stop: async () => {
        process.kill();
        await ended;
        await place.remove();
      },
    };
  });
});
