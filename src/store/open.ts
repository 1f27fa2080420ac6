import { join } from 'node:path';
import type { Config } from '../config.js';
import { openNeo4jStore } from './neo4j/index.js';
import type { Store } from './port.js';
import { openSqliteStore } from './sqlite/index.js';

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
    case 'embedded':
      return openSqliteStore({ file: embeddedFile(dataDirectory) });
    case 'neo4j':
      return openNeo4jStore(neo4j);
  }
}
