/*
 * `npm run example:large` writes a large graph to try Confrere on, as bundles for `confrere import`.
 *
 *   --facts N   how many facts, from 10000 (when left out) to 1000000
 *   --seed N    a whole number from 0 to 4294967295, 1 when left out; the same seed gives the same graph
 *   --out DIR   where to, ./examples/large when left out; a directory that is empty, absent, or holds an earlier example
 *
 * npm wants two hyphens before the options: `npm run example:large -- --facts 100000`. Nothing in the graph is real.
 */
import { parseArgs } from 'node:util';
import { displayPath } from '../src/paths.js';
import { DirectoryInUse, writeExample } from './largeExample/files.js';
import { FACTS_MAXIMUM, SEED_MAXIMUM, isWithin } from './largeExample/world.js';

const FACTS_USUAL = 10_000;

const HELP = `Writes a large generated graph to try Confrere on, as bundles for \`confrere import\`. Nothing in it is real.

  npm run example:large -- [--facts N] [--seed N] [--out DIR]

  --facts N   how many facts, from ${FACTS_USUAL} (when left out) to ${FACTS_MAXIMUM}
  --seed N    a whole number from 0 to ${SEED_MAXIMUM}, 1 when left out; the same seed gives the same graph
  --out DIR   where to, ./examples/large when left out; an example that is there is replaced
  --help      this text`;

class BadOption extends Error {}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof BadOption || error instanceof DirectoryInUse || isSystemError(error))) throw error;
  console.error(`${error.message}\nnpm run example:large -- --help tells what there is.`);
  process.exitCode = 1;
}

async function run(given: string[]): Promise<void> {
  const { facts, seed, out = 'examples/large', help } = read(given);
  if (help === true) return console.log(HELP);
  const options = {
    facts: number('--facts', facts ?? String(FACTS_USUAL), FACTS_USUAL, FACTS_MAXIMUM),
    seed: number('--seed', seed ?? '1', 0, SEED_MAXIMUM),
  };
  if (out === '') throw new BadOption('--out is empty; expected a directory.');
  const { parts, files, bytes } = await writeExample(out, options);
  console.log(
    `Wrote ${options.facts} facts in ${files} bundles (${Math.ceil(bytes / 2 ** 20)} MiB). To take them in:`,
  );
  // They are more than fits into one write.
  console.log(`  npx confrere import ${parts.length > 1 ? '--each ' : ''}${displayPath(out)}`);
}

function read(given: string[]) {
  try {
    const text = { type: 'string' } as const;
    const options = { facts: text, seed: text, out: text, help: { type: 'boolean', short: 'h' } } as const;
    return parseArgs({ args: given, options }).values;
  } catch (error) {
    throw error instanceof TypeError ? new BadOption(error.message) : error;
  }
}

function number(option: string, text: string, from: number, to: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (isWithin(value, from, to)) return value;
  throw new BadOption(`${option} is "${text}"; expected a whole number from ${from} to ${to}.`);
}

/** Something about the directory: not allowed, no space, no directory. */
function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}
