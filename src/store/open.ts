import { join } from 'node:path';
import type { Config } from '../config.js';
import type { Store } from './port.js';

/** The name of the embedded store's file in the data directory. */
const FILE = 'confrere.db';

/** The file of the embedded store. */
export function embeddedFile(dataDirectory: string): string {
  return join(dataDirectory, FILE);
}

/** Opens the store that the settings name: the only place where one is chosen. Fails as the adapters do. */
export async function openStore({
  store,
  dataDirectory,
  neo4j,
}: Pick<Config, 'store' | 'dataDirectory' | 'neo4j'>): Promise<Store> {
  switch (store) {
    // Each is loaded where it is wanted: a driver that nobody uses would be a third of what there is to load.
    case 'embedded': {
      const { openSqliteStore } = await import('./sqlite/index.js');
      return openSqliteStore({ file: embeddedFile(dataDirectory) });
    }
    case 'neo4j': {
      const { openNeo4jStore } = await import('./neo4j/index.js');
      return openNeo4jStore(neo4j);
    }
  }
}
