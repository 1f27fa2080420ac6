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
  const file = embeddedFile(config.dataDirectory);
  if (config.store === 'embedded' && !existsSync(file)) {
    throw new ConfrereError(
      'BAD_CONFIG',
      `There is no store at ${displayPath(file)}, so there is nothing to ${purpose}. Set CONFRERE_DATA to the directory of the store.`,
    );
  }
  return openStore(config);
}
