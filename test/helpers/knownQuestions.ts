import { ConfrereError } from '../../src/errors.js';
import { Pace, cooperation, diffusion, lineage, paths } from '../../src/traversals/index.js';
import type { Cooperation, View } from '../../src/traversals/index.js';
import { HOSPITALS } from './meanwhile.js';

/*
 * Questions about the little graph of meanwhile.ts that say as known in which changeset.
 */

const PARENTS = [['doctor/a'], ['hospital/two'], ['doctor/a', 'doctor/b']];
export const ACCEPTED = { statuses: ['ACCEPTED'] } as const;
const FACTS = ['training/x', 'training/y'];
export const BY_TIME = { limit: 10, order: 'TIME', descending: false } as const;
const BETWEEN = { narrower: true, inferred: true, domestic: true, filter: ACCEPTED };
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
  leaning(async (view) => flowsOf(await cooperation(view, { ...BETWEEN, between: 'COUNTRY' }), view)),
  leaning(async (view) => flowsOf(await cooperation(view, { ...BETWEEN, between: 'HOSPITAL' }), view)),
  leaning((view) =>
    lineage(view, {
      of: 'doctor/a',
      direction: 'DESCENDANTS',
      narrower: true,
      maxDepth: 3,
      filter: ACCEPTED,
    }),
  ),
  leaning((view) =>
    paths(view, { from: 'doctor/a', to: 'hospital/two', k: 2, maxHops: 3, hubPenalty: 0, filter: ACCEPTED }),
  ),
  leaning((view) =>
    diffusion(view, {
      ...{ technique: 'technique/t', narrower: true, by: 'HOSPITAL', inferred: true },
      filter: ACCEPTED,
    }),
  ),
];

/** The answer, and by which judgements it is what it is; or why there is none. */
function leaning(question: (view: View) => Promise<unknown>): (view: View) => Promise<unknown> {
  return async (view) => {
    const noting = view.noting();
    const answer = await question(noting).catch((error: unknown) => {
      if (error instanceof ConfrereError && error.code === 'BAD_KEY') return error.message;
      throw error;
    });
    return { answer, judgements: noting.leaning.judgements };
  };
}

async function flowsOf({ flows, incomplete, ...rest }: Cooperation, view: View): Promise<unknown> {
  const pace = new Pace(view);
  const shown = [];
  for (const flow of [...flows, ...incomplete]) {
    const { place, statedCount, certainCount } = flow;
    shown.push({ place, statedCount, certainCount, facts: flow.facts(), people: await flow.people(pace) });
  }
  return { shown, rest };
}
