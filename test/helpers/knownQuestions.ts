import type { View } from '../../src/traversals/index.js';
import { HOSPITALS } from './meanwhile.js';

/*
 * Questions about the little graph of meanwhile.ts that say as known in which changeset.
 */

const PARENTS = [['doctor/a'], ['hospital/two'], ['doctor/a', 'doctor/b']];
export const ACCEPTED = { statuses: ['ACCEPTED'] } as const;
const FACTS = ['training/x', 'training/y'];
export const BY_TIME = { limit: 10, order: 'TIME', descending: false } as const;
export const EACH_ALONE = { identity: 'STRICT' } as const;

/** What may be answered from memory. */
export const QUESTIONS: readonly ((view: View) => Promise<unknown>)[] = [
  (view) => view.entities([...HOSPITALS, 'hospital/new']),
  (view) => view.entities(['hospital/new', 'hospital/one', 'hospital/one']),
  (view) => view.sources(['source/paper', 'source/none']),
  (view) => view.facts(FACTS),
  // A key of another sort of record is the key of nothing.
  (view) => view.entities(['source/paper', 'training/x', 'hospital/one']),
  (view) => view.sources(['hospital/one', 'training/y', 'source/paper']),
  (view) => view.facts(['hospital/one', 'source/paper', 'training/x']),
  (view) => view.factsOf(PARENTS, undefined, ACCEPTED, BY_TIME),
  (view) => view.factsOf(PARENTS.slice(1), ['AT'], {}, { ...BY_TIME, limit: 1 }),
  (view) => view.countFactsOf(PARENTS, undefined, ACCEPTED),
  (view) => view.findFacts(ACCEPTED, BY_TIME),
  (view) => view.findFactKeys({ statuses: ['DISPUTED', 'RETRACTED'] }, BY_TIME),
  (view) => view.countFacts(ACCEPTED),
];
