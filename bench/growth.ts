/*
 * How the cost of a question grows with the graph, on the embedded store: `npm run build && npx tsx bench/growth.ts DIR...`. Each DIR is a
 * data directory with a generated example (`npm run example:large`, then `confrere import --each`). Every question is asked once
 * about each of some entities, one at a time, then once more; the medians, and how they compare with those of the first directory. With
 * `CONFRERE_CACHE=1` next to nothing is kept in memory.
 */
import type { Question, Variables } from './compare/questions/question.js';
import { laterHalf, quantile } from './compare/report/statistics.js';
import { grownIn } from './grown/cases.js';
import { whileServing } from './grown/service.js';
import type { Ask } from './grown/service.js';

const base = new Map<string, number>();
for (const directory of process.argv.slice(2)) {
  const serving = { directory, cache: process.env['CONFRERE_CACHE'] ?? '128', program: ['dist/main.js'] };
  const grown = await grownIn(directory);
  console.log(`\n${directory}`);
  await whileServing(serving, async (ask) => {
    for (const { question, cases } of grown) {
      for (const time of ['first', 'again']) tell(question, time, await mediansOf(question, cases, ask));
    }
  });
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
  return { took: quantile(laterHalf(times), 0.5), length: quantile(laterHalf(lengths), 0.5) };
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
