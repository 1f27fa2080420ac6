import { existsSync } from 'node:fs';
import type { Config } from '../config.js';
import { ConfrereError } from '../errors.js';
import { displayPath } from '../paths.js';
import { embeddedFile, openStore } from '../store/open.js';
import type { Store } from '../store/port.js';

/**
 * Opens a store that must be there: opening would make an empty one, and a slip in the settings must not look like that.
 * `purpose` ends the sentence "there is nothing to …".
 */
export async function openExisting(config: Config, purpose: string): Promise<Store> {
  if (config.store === 'embedded') existingFile(config, purpose);
  return openStore(config);
}

/** The file of the embedded store, which must be there. */
export function existingFile(config: Config, purpose: string): string {
  const file = ownFile(config, purpose);
  if (existsSync(file)) return file;
  throw new ConfrereError(
    'BAD_CONFIG',
    `There is no store at ${displayPath(file)}, so there is nothing to ${purpose}. Set CONFRERE_DATA to the directory of the store.`,
  );
}

/** The file of the embedded store; refused where the settings name another store. */
export function ownFile({ store, dataDirectory }: Config, purpose: string): string {
  if (store === 'embedded') return embeddedFile(dataDirectory);
  throw new ConfrereError(
    'BAD_CONFIG',
    `CONFRERE_STORE is "${store}", and Confrere can ${purpose} the embedded store alone. The README says how it is done with Neo4j.`,
  );
}
