/*
 * Where the time goes in the process of the service, question by question, on the embedded store: `npm run build && npx tsx
 * bench/profile.ts DIR`, DIR being a data directory with a generated example. Each question is asked for some seconds, once with next to
 * nothing kept in memory and once with all; what the processor did meanwhile is told as a table, in shares of the time that it was busy.
 */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grownIn } from './grown/cases.js';
import type { Grown } from './grown/cases.js';
import { whileServing } from './grown/service.js';
import type { Ask } from './grown/service.js';
import { sharesOf } from './grown/shares.js';
import type { Profile, Shares, Span } from './grown/shares.js';
import type { Question, Variables } from './compare/questions/question.js';

const SECONDS = 3;
/** Before that, so that programs and memories become warm. */
const WARMING_SECONDS = 2;
/** So many of the cases, in turn: as many as whole answers are kept of the longest. */
const CASES = 100;
const AT_ONCE = 16;
const [directory = ''] = process.argv.slice(2);

const columns: { name: string; milliseconds: number; shares: Shares }[] = [];
for (const one of await grownIn(directory)) {
  const { letter } = one.question;
  for (const [when, cache] of [
    ['first', '1'],
    ['again', '128'],
  ] as const) {
    const { asked, profile, span } = await profiled(one, cache);
    const { busy, shares } = sharesOf(profile, span);
    columns.push({ name: `${letter} ${when}`, milliseconds: busy / asked, shares });
    console.error(`${letter} ${when}: ${asked} answers`);
  }
}
const rows = [...new Set(columns.flatMap(({ shares }) => [...shares.keys()]))];
const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
console.log(line(['', ...columns.map(({ name }) => name)]));
console.log(line(['---', ...columns.map(() => '---')]));
console.log(line(['ms an answer', ...columns.map(({ milliseconds }) => milliseconds.toFixed(2))]));
for (const row of rows) {
  console.log(line([row, ...columns.map(({ shares }) => `${Math.round(100 * (shares.get(row) ?? 0))} %`)]));
}

interface Profiled {
  asked: number;
  profile: Profile;
  span: Span;
}

/** Asks one question again and again, and gives how often, and what the processor did meanwhile. */
async function profiled({ question, cases }: Grown, cache: string): Promise<Profiled> {
  const folder = await mkdtemp(join(tmpdir(), 'confrere-profile-'));
  let [asked, span]: [number, Span] = [0, { from: 0, to: 0 }];
  try {
    // As it was compiled, not as it was put into a few files: there nobody could tell whose code it is.
    const program = ['--cpu-prof', `--cpu-prof-dir=${folder}`, 'dist/modules/cli/main.js'];
    await whileServing({ directory, cache, program }, async (ask) => {
      const some = cases.slice(0, CASES);
      await askFor(WARMING_SECONDS, question, some, ask);
      const from = now();
      asked = await askFor(SECONDS, question, some, ask);
      span = { from, to: now() };
    });
    // Each thread writes one; that of the service has most in it.
    const profiles = await Promise.all(
      (await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')),
    );
    const [longest = ''] = profiles.sort((one, other) => other.length - one.length);
    return { asked, profile: JSON.parse(longest) as Profile, span };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** By the clock that all processes and their profiles go by, in microseconds. */
function now(): number {
  return Number(process.hrtime.bigint() / 1_000n);
}

async function askFor(
  seconds: number,
  { asked }: Question,
  cases: readonly Variables[],
  ask: Ask,
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let count = 0;
  const one = async () => {
    while (performance.now() < end)
      await ask(asked.confrere?.text ?? '', cases[count++ % cases.length] ?? {});
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return count;
}
