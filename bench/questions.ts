/*
 * How long each question takes on the generated example, and how long it holds up everybody else:
 * `npx tsx bench/questions.ts [--store embedded|neo4j] [--facts 100000] [--rounds 5]`. Neo4j is one of its own, started
 * and taken away again. Every tenth fact has one hub in it, which most questions are asked about.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { exampleOperations } from '../scripts/largeExample/operations.js';
import { contextsOver } from '../src/graphql/context.js';
import { createGraphqlServer } from '../src/graphql/server.js';
import type { Store } from '../src/store/port.js';
import { questionsAbout } from './questions/queries.js';
import { onStore } from './stores.js';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'embedded' },
    facts: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
});

/** Longer than a request may take, so that a slow question is measured and not cut. */
const PATIENCE = 120_000;

await onStore(
  values.store,
  async (store) => {
    await load(store, Number(values.facts));
    for (const [name, query] of questionsAbout) {
      if (name.includes(values.only)) console.log(await measured(store, name, query, Number(values.rounds)));
    }
  },
  PATIENCE,
);

async function load(store: Store, facts: number): Promise<void> {
  const start = performance.now();
  for await (const operations of exampleOperations({ facts, seed: 1 })) {
    await store.apply({ author: 'bench', note: 'example', at: '2026-01-01T00:00:00Z', operations });
  }
  console.log(`load ${facts} facts: ${((performance.now() - start) / 1000).toFixed(1)} s (${store.kind})`);
}

async function measured(store: Store, name: string, query: string, rounds: number): Promise<string> {
  const server = createGraphqlServer({ maximumCost: 1_000_000, report: (message) => console.error(message) });
  const contextOf = contextsOver(store);
  const took: number[] = [];
  let [held, stood] = [0, 0];
  let outcome = '';
  for (let round = 0; round < rounds; round++) {
    const watch = watchLoop();
    const start = performance.now();
    const { body } = await server.executeOperation(
      { query },
      { contextValue: contextOf({ signal: AbortSignal.timeout(PATIENCE) }) },
    );
    took.push(performance.now() - start);
    const longest = watch.stop();
    held = Math.max(held, longest.held);
    stood = Math.max(stood, longest.stood);
    outcome = JSON.stringify(
      body.kind === 'single' ? (body.singleResult.errors ?? body.singleResult.data) : null,
    );
  }
  took.sort((a, b) => a - b);
  const [least = 0, middle = 0, most = 0] = [took[0], took[Math.floor(took.length / 2)], took.at(-1)];
  const times = [least, middle, most].map((each) => each.toFixed(0)).join(' / ');
  return `${name.padEnd(46)} ${times.padStart(20)} ms, loop held ${held.toFixed(0).padStart(3)} ms, stood ${stood.toFixed(0).padStart(3)} ms  ${outcome.slice(0, 160)}`;
}

/**
 * How long nobody else could be served, at the most: `stood` in all, `held` without the time in which the thread was
 * ready and had no processor, for where the store has its own machine nobody takes it away.
 */
function watchLoop() {
  let last = { now: performance.now(), waited: waitedForProcessor() };
  const longest = { held: 0, stood: 0 };
  const timer = setInterval(() => {
    const next = { now: performance.now(), waited: waitedForProcessor() };
    const stood = next.now - last.now - 1;
    longest.stood = Math.max(longest.stood, stood);
    longest.held = Math.max(longest.held, stood - (next.waited - last.waited));
    last = next;
  }, 1);
  return {
    stop: () => {
      clearInterval(timer);
      return longest;
    },
  };
}

/** How long this thread was ready and had no processor, in milliseconds; nothing where the system does not tell. */
function waitedForProcessor(): number {
  try {
    const [, waited = '0'] = readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ');
    return Number(waited) / 1e6;
  } catch {
    return 0;
  }
}
