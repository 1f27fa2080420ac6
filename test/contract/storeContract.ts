import { describe } from 'vitest';
import type { NewPlace } from '../helpers/stores.js';
import { callsContract } from './calls.js';
import { entitiesContract } from './entities.js';
import { factsContract } from './facts.js';
import { pagesContract } from './pages.js';
import { randomContract } from './random.js';
import { recordsContract } from './records.js';
import { writesContract } from './writes.js';

/** All that the port promises, for a store that is opened at places of its own. */
export function storeContract(name: string, newPlace: NewPlace): void {
  describe(`${name} keeps the contract of the port:`, () => {
    recordsContract(newPlace);
    entitiesContract(newPlace);
    factsContract(newPlace);
    pagesContract(newPlace);
    writesContract(newPlace);
    callsContract(newPlace);
    randomContract(newPlace);
  });
}
