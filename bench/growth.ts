/*
 * How the cost of a question grows with the graph, on the embedded store: `npm run build && npx tsx bench/growth.ts DIR...`. Each DIR is a
 * data directory with a generated example (`npm run example:large`, then `confrere import --each`). Every question is asked once
 * about each of some entities, one at a time, then once more; the medians, and how they compare with those of the first directory. With
 * `CONFRERE_CACHE=1` next to nothing is kept in memory.
 */
import { Agent } from 'node:http';
import { HUB_HOSPITAL, keyOf, worldOf } from '../scripts/largeExample/world.js';
import { post } from './compare/ask.js';
import { startProcess } from './compare/contenders/contender.js';
import { hubFirst } from './compare/questions/hub.js';
import { lineage } from './compare/questions/lineage.js';
import { lists } from './compare/questions/lists.js';
import type { Question, Variables } from './compare/questions/question.js';
import { search } from './compare/questions/search.js';
import { trainings } from './compare/questions/trainings.js';
import { quantile } from './compare/report/statistics.js';

/** About so many entities is asked; the first half does not count, in which programs become warm. */
const CASES = 400;
/** So many facts are read from the start of the hub, to begin pages behind them. */
const HUB_STEPS = 20;
const HUB_STEP = `query Step($key: String!, $after: String) { entity(key: $key) { ... on Hospital {
  trainings(first: 100, after: $after) { pageInfo { endCursor } } } } }`;

const NAME = 'query Name($key: String!) { entity(key: $key) { name } }';

type Data = Readonly<Record<string, unknown>>;
type Ask = (query: string, variables: Variables) => Promise<Data>;

const base = new Map<string, number>();
for (const directory of process.argv.slice(2)) await measure(directory);

async function measure(directory: string): Promise<void> {
  const service = await startProcess({
    arguments: ['dist/main.js', 'serve'],
    environment: {
      CONFRERE_DATA: directory,
      CONFRERE_SEED: 'false',
      CONFRERE_BUDGET: '1000000000',
      CONFRERE_CACHE: process.env['CONFRERE_CACHE'] ?? '128',
      PORT: '0',
    },
    ready: /^Ready: .* GraphQL at (\S+)\. /,
  });
  const agent = new Agent({ keepAlive: true });
  const ask: Ask = async (query, variables) => {
    const answer = JSON.parse(
      (await post(service.url, JSON.stringify({ query, variables }), agent)).toString(),
    ) as {
      data?: Data;
      errors?: unknown;
    };
    if (answer.errors !== undefined || answer.data === undefined) throw new Error(JSON.stringify(answer));
    return answer.data;
  };
  try {
    const facts = Number(at(await ask('{ facts(first: 1) { totalCount } }', {}), 'facts', 'totalCount'));
    console.log(`\n${facts} facts, in ${directory}`);
    for (const [question, cases] of await casesOf(facts, ask)) {
      for (const time of ['first', 'again']) tell(question, time, await mediansOf(question, cases, ask));
    }
  } finally {
    agent.destroy();
    await service.stop();
  }
}

/** Entities from all over the graph, the same number in a graph of any size. */
async function casesOf(facts: number, ask: Ask): Promise<[Question, Variables[]][]> {
  const doctors = worldOf({ facts: Math.round(facts / 1_000) * 1_000, seed: 1 }).doctor;
  const keys = Array.from({ length: CASES }, (_, index) =>
    keyOf('doctor', 1 + Math.floor((index * doctors) / CASES)),
  );
  const byKey = keys.map((key): Variables => ({ key }));
  const names: unknown[] = [];
  for (const key of keys) names.push(at(await ask(NAME, { key }), 'entity', 'name'));
  return [
    [trainings, byKey],
    [lists, byKey],
    [lineage, byKey],
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

/** How long an answer took and how many characters it has: the medians of the later half. */
async function mediansOf({ asked }: Question, cases: readonly Variables[], ask: Ask) {
  const [times, lengths]: [number[], number[]] = [[], []];
  for (const variables of cases) {
    const sent = performance.now();
    const data = await ask(asked.confrere?.text ?? '', variables);
    times.push(performance.now() - sent);
    lengths.push(JSON.stringify(data).length);
  }
  const [took, length] = [times, lengths].map((all) => quantile(all.slice(all.length >> 1), 0.5));
  return { took: took ?? NaN, length: length ?? NaN };
}

function tell(
  { letter, title }: Question,
  time: string,
  { took, length }: { took: number; length: number },
): void {
  const name = `(${letter}) ${time}`;
  const compared = base.get(name);
  if (compared === undefined) base.set(name, took);
  const ratio = compared === undefined ? '' : `, ${(took / compared).toFixed(2)} of the first directory`;
  console.log(`  ${name}: ${took.toFixed(2)} ms, ${(length / 1000).toFixed(1)} KB${ratio}  ${title}`);
}

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((within, name) => (within as Data | null | undefined)?.[name], value);
}
