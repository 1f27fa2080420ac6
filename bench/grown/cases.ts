import { HUB_DOCTOR, HUB_HOSPITAL, keyOf, worldOf } from '../../scripts/largeExample/world.js';
import { flows } from '../compare/questions/flows.js';
import { hubFirst } from '../compare/questions/hub.js';
import { lineage } from '../compare/questions/lineage.js';
import { lists } from '../compare/questions/lists.js';
import { paths } from '../compare/questions/paths.js';
import type { Question, Variables } from '../compare/questions/question.js';
import { at } from '../compare/questions/reading.js';
import { search } from '../compare/questions/search.js';
import { trainings } from '../compare/questions/trainings.js';
import type { Ask } from './service.js';

/** About so many entities is asked. */
const CASES = 400;
/** So many hundreds of facts are read from the start of the hub, to begin pages behind them. */
const HUB_STEPS = 20;
const HUB_STEP = `query Step($key: String!, $after: String) { entity(key: $key) { ... on Hospital {
  trainings(first: 100, after: $after) { pageInfo { endCursor } } } } }`;

const NAME = 'query Name($key: String!) { entity(key: $key) { name } }';

/** A question, and what it is asked about: entities from all over the graph, the same number in a graph of any size. */
export interface Grown {
  readonly question: Question;
  readonly casesOf: (facts: number, ask: Ask) => Promise<Variables[]>;
}

export const grown: readonly Grown[] = [
  { question: trainings, casesOf: doctors },
  { question: lists, casesOf: doctors },
  { question: lineage, casesOf: doctors },
  { question: paths, casesOf: pairsOfDoctors },
  { question: flows, casesOf: () => Promise.resolve([{}]) },
  { question: search, casesOf: namesOfDoctors },
  { question: hubFirst, casesOf: pagesOfHub },
];

function doctors(facts: number): Promise<Variables[]> {
  return Promise.resolve(keysOfDoctors(facts).map((key) => ({ key })));
}

function pairsOfDoctors(facts: number): Promise<Variables[]> {
  const keys = keysOfDoctors(facts);
  const pairs = keys.slice(1).map((to, index): Variables => {
    return { from: keys[index] ?? to, to, k: 1, without: [HUB_DOCTOR] };
  });
  return Promise.resolve(pairs);
}

async function namesOfDoctors(facts: number, ask: Ask): Promise<Variables[]> {
  const names: Variables[] = [];
  for (const key of keysOfDoctors(facts))
    names.push({ text: at(await ask(NAME, { key }), 'entity', 'name') });
  return names;
}

function keysOfDoctors(facts: number): string[] {
  const { doctor: count } = worldOf({ facts: Math.round(facts / 1_000) * 1_000, seed: 1 });
  return Array.from({ length: CASES }, (_, index) =>
    keyOf('doctor', 1 + Math.floor((index * count) / CASES)),
  );
}

/** Pages of the hub, each behind another place. */
async function pagesOfHub(_facts: number, ask: Ask): Promise<Variables[]> {
  const cursors: (string | null)[] = [null];
  for (let step = 0; step < HUB_STEPS; step++) {
    const data = await ask(HUB_STEP, { key: HUB_HOSPITAL, after: cursors.at(-1) ?? null });
    const cursor = at(data, 'entity', 'trainings', 'pageInfo', 'endCursor');
    if (typeof cursor === 'string') cursors.push(cursor);
  }
  return cursors.map((after) => ({ key: HUB_HOSPITAL, after }));
}
