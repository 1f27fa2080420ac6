import { join } from 'node:path';
import { afterEach, describe } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { startConfrere } from '../cli/confrere.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { rounds } from '../helpers/soak.js';
import { mixedLoadSuite } from './mixedLoadSuite.js';

afterEach(removeTemporaryDirectories);

describe('the service on its file under mixed load', () => {
  mixedLoadSuite(rounds(20_000, 30 * 60_000), async () => {
    const folder = temporaryDirectory();
    const { said, process, ended } = startConfrere(folder, [], {
      PORT: '0',
      CONFRERE_METRICS: 'true',
      CONFRERE_BUDGET: '1000000000',
    });
    const [, url = ''] = await said(/Ready: .* GraphQL at (http:\/\/127\.\S+)\/graphql/);
    const store = await openSqliteStore({ file: join(folder, 'data/confrere.db') });
    return {
      url,
      store,
      stop: async () => {
        await store.close();
        process.kill();
        await ended;
      },
    };
  });
});
