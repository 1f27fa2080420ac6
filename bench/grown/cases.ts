import { HUB_DOCTOR, HUB_HOSPITAL, keyOf } from '../../scripts/largeExample/world.js';
import { flows } from '../compare/questions/flows.js';
import { hubFirst } from '../compare/questions/hub.js';
import { lineage } from '../compare/questions/lineage.js';
import { lists } from '../compare/questions/lists.js';
import { paths } from '../compare/questions/paths.js';
import type { Question, Variables } from '../compare/questions/question.js';
import { at, list } from '../compare/questions/reading.js';
import { search } from '../compare/questions/search.js';
import { trainings } from '../compare/questions/trainings.js';
import { whileServing } from './service.js';
import type { Ask } from './service.js';

/** About so many entities is asked. */
const CASES = 400;
/** So many are looked at to find those whose lineage has so many members, as the comparison has it; that of most has none. */
const LOOKED_AT = 2_000;
const [LEAST_MEMBERS, MOST_MEMBERS] = [20, 60];
/** So many hundreds of facts are read from the start of the hub, to begin pages behind them: beyond the 1,000th page of 20. */
const HUB_STEPS = 250;
const HUB_STEP = `query Step($key: String!, $after: String) { entity(key: $key) { ... on Hospital {
  trainings(first: 100, after: $after) { pageInfo { endCursor } } } } }`;

const NAME = 'query Name($key: String!) { entity(key: $key) { name } }';
const DOCTORS = '{ entities(kinds: [DOCTOR], first: 1) { totalCount } }';

/** A question, and what it is asked about: entities from all over the graph, the same number in a graph of any size. */
export interface Grown {
  readonly question: Question;
  readonly cases: readonly Variables[];
}

/** All questions with their cases. They are learnt from a service of their own, so that whoever asks them of another is the first. */
export async function grownIn(directory: string): Promise<Grown[]> {
  const grown: Grown[] = [];
  await whileServing({ directory, cache: '128', program: ['dist/main.js'] }, async (ask) => {
    // The busy doctor has no number.
    const doctors = Number(at(await ask(DOCTORS, {}), 'entities', 'totalCount')) - 1;
    const keys = someOf(doctors, CASES);
    const byKey = keys.map((key) => ({ key }));
    grown.push(
      { question: trainings, cases: byKey },
      { question: lists, cases: byKey },
      { question: lineage, cases: await withLineage(someOf(doctors, LOOKED_AT), ask) },
      { question: paths, cases: pairsOf(keys) },
      { question: flows, cases: [{}] },
      { question: search, cases: await namesOf(keys, ask) },
      { question: hubFirst, cases: await pagesOfHub(ask) },
    );
  });
  return grown;
}

/** So many of the numbered doctors, evenly spread. */
function someOf(doctors: number, count: number): string[] {
  const places = Array.from({ length: count }, (_, index) => 1 + Math.floor((index * doctors) / count));
  return [...new Set(places)].map((place) => keyOf('doctor', place));
}

async function withLineage(keys: readonly string[], ask: Ask): Promise<Variables[]> {
  const found: Variables[] = [];
  for (const key of keys) {
    const members = list(at(await ask(lineage.asked.confrere.text, { key }), 'lineage', 'nodes')).length;
    if (LEAST_MEMBERS <= members && members <= MOST_MEMBERS) found.push({ key });
    if (found.length === CASES) break;
  }
  return found;
}

function pairsOf(keys: readonly string[]): Variables[] {
  return keys.slice(1).map((to, index): Variables => {
    return { from: keys[index] ?? to, to, k: 1, without: [HUB_DOCTOR] };
  });
}

async function namesOf(keys: readonly string[], ask: Ask): Promise<Variables[]> {
  const names: Variables[] = [];
  for (const key of keys) names.push({ text: at(await ask(NAME, { key }), 'entity', 'name') });
  return names;
}

/** Pages of the hub, each behind another place. */
async function pagesOfHub(ask: Ask): Promise<Variables[]> {
  const cursors: (string | null)[] = [null];
  for (let step = 0; step < HUB_STEPS; step++) {
    const data = await ask(HUB_STEP, { key: HUB_HOSPITAL, after: cursors.at(-1) ?? null });
    const cursor = at(data, 'entity', 'trainings', 'pageInfo', 'endCursor');
    if (typeof cursor !== 'string') break;
    cursors.push(cursor);
  }
  return cursors.map((after) => ({ key: HUB_HOSPITAL, after }));
}
