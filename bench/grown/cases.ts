import { HUB_DOCTOR, HUB_HOSPITAL, keyOf, worldOf } from '../../scripts/largeExample/world.js';
import { flows } from '../compare/questions/flows.js';
import { hubFirst } from '../compare/questions/hub.js';
import { lineage } from '../compare/questions/lineage.js';
import { lists } from '../compare/questions/lists.js';
import { paths } from '../compare/questions/paths.js';
import type { Question, Variables } from '../compare/questions/question.js';
import { search } from '../compare/questions/search.js';
import { trainings } from '../compare/questions/trainings.js';
import { at } from './service.js';
import type { Ask } from './service.js';

/** About so many entities is asked. */
const CASES = 400;
/** So many hundreds of facts are read from the start of the hub, to begin pages behind them. */
const HUB_STEPS = 20;
const HUB_STEP = `query Step($key: String!, $after: String) { entity(key: $key) { ... on Hospital {
  trainings(first: 100, after: $after) { pageInfo { endCursor } } } } }`;

const NAME = 'query Name($key: String!) { entity(key: $key) { name } }';

/** Each question with what it is asked about: entities from all over the graph, the same number in a graph of any size. */
export async function casesOf(facts: number, ask: Ask): Promise<[Question, Variables[]][]> {
  const doctors = worldOf({ facts: Math.round(facts / 1_000) * 1_000, seed: 1 }).doctor;
  const keys = Array.from({ length: CASES }, (_, index) =>
    keyOf('doctor', 1 + Math.floor((index * doctors) / CASES)),
  );
  const byKey = keys.map((key): Variables => ({ key }));
  const pairs = keys.slice(1).map((to, index): Variables => {
    return { from: keys[index] ?? to, to, k: 1, without: [HUB_DOCTOR] };
  });
  const names: unknown[] = [];
  for (const key of keys) names.push(at(await ask(NAME, { key }), 'entity', 'name'));
  return [
    [trainings, byKey],
    [lists, byKey],
    [lineage, byKey],
    [paths, pairs],
    [flows, [{}]],
    [search, names.map((text): Variables => ({ text: String(text) }))],
    [hubFirst, await pagesOfHub(ask)],
  ];
}

/** Pages of the hub, each behind another place. */
async function pagesOfHub(ask: Ask): Promise<Variables[]> {
  const cursors: (string | null)[] = [null];
  for (let step = 0; step < HUB_STEPS; step++) {
    const data = await ask(HUB_STEP, { key: HUB_HOSPITAL, after: cursors.at(-1) ?? null });
    const cursor = at(data, 'entity', 'trainings', 'pageInfo', 'endCursor');
    if (typeof cursor === 'string') cursors.push(cursor);
  }
  return cursors.map((after) => ({ key: HUB_HOSPITAL, after }));
}
