import { ConfrereError } from '../../errors.js';

/** The record that a stored text is. Fails with STORE_CORRUPT where it is no JSON. */
export function recordOf<Item>(text: string): Item {
  try {
    return JSON.parse(text) as Item;
  } catch (cause) {
    throw new ConfrereError(
      'STORE_CORRUPT',
      'A record in Neo4j is not readable. Find out with "confrere check" which, and what else is damaged, and put a backup in its place.',
      { cause },
    );
  }
}
