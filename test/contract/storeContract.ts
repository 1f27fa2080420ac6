import { describe } from 'vitest';
import type { NewPlace } from '../helpers/stores.js';
import { callsContract } from './calls.js';
import { companionsContract } from './companions.js';
import { duringContract } from './during.js';
import { entitiesContract } from './entities.js';
import { factsContract } from './facts.js';
import { judgementsContract } from './judgements.js';
import { knowledgeContract } from './knowledge.js';
import { pagesContract } from './pages.js';
import { randomContract } from './random.js';
import { recordsContract } from './records.js';
import { useStore } from './subject.js';
import { tamperingContract } from './tampering.js';
import type { Tamper } from './tampering.js';
import { writesContract } from './writes.js';

/**
 * All that the port promises, for a store that is opened at places of its own; and, where it can be tampered with, that
 * this is noticed.
 */
export function storeContract(name: string, newPlace: NewPlace, tamper?: Tamper): void {
  describe(`${name} keeps the contract of the port:`, () => {
    const subject = useStore(newPlace);
    recordsContract(subject);
    entitiesContract(subject);
    factsContract(subject);
    companionsContract(subject);
    pagesContract(subject);
    writesContract(subject);
    callsContract(subject);
    judgementsContract(subject);
    knowledgeContract(subject);
    duringContract(subject);
    randomContract(subject);
    if (tamper !== undefined) tamperingContract(subject, tamper);
  });
}
