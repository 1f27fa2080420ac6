/*
 * How much quicker compiled queries are than interpreted ones, over the example questions on the seed graph.
 * Run with `npx tsx bench/execution.ts [--rounds 10]`; each round asks every question both ways, one way after the other.
 */
import { parseArgs } from 'node:util';
import { compilingExecutor, interpretingExecutor } from '../src/graphql/executor.js';
import { importBundles } from '../src/ingest/index.js';
import { SEEDS_DIRECTORY } from '../src/paths.js';
import type { Store } from '../src/store/port.js';
import { graphqlOver } from '../test/helpers/graphql.js';
import type { Ask } from '../test/helpers/graphql.js';
import { operations } from '../test/helpers/operations.js';
import { onStore } from './stores.js';

const REPEATS = 20;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '10' } } });
await onStore('embedded', compare);

async function compare(store: Store): Promise<void> {
  await importBundles(store, [SEEDS_DIRECTORY], { author: 'bench', note: 'The seed graph' });

  const compiled = graphqlOver(store, { executor: compilingExecutor }).ask;
  const interpreted = graphqlOver(store, { executor: interpretingExecutor }).ask;
  await timed(compiled);
  await timed(interpreted);

  const ratios: number[] = [];
  for (let round = 1; round <= Number(values.rounds); round++) {
    const slow = await timed(interpreted);
    const quick = await timed(compiled);
    ratios.push(slow / quick);
    console.log(`round ${round}: interpreted ${slow.toFixed(0)} ms, compiled ${quick.toFixed(0)} ms`);
  }
  ratios.sort((a, b) => a - b);
  const shown = [ratios[0], ratios[Math.floor(ratios.length / 2)], ratios.at(-1)].map((ratio) =>
    ratio?.toFixed(2),
  );
  console.log(`interpreted / compiled: minimum ${shown[0]}, median ${shown[1]}, maximum ${shown[2]}`);
}

/** Milliseconds for all example questions, asked several times over. */
async function timed(ask: Ask): Promise<number> {
  const start = performance.now();
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    for (const { query } of operations) await ask(query);
  }
  return performance.now() - start;
}
