/*
 * Confrere beside what else one might take, on the same Neo4j, with the same data: `npm run bench -- --help` tells what there
 * is, docs/performance.md what is compared and how. The answers are proved equal before anything is measured.
 */
import { writeFile } from 'node:fs/promises';
import { contenders } from './compare/contenders/index.js';
import { loadAll } from './compare/graphs/load.js';
import { openPlaces } from './compare/graphs/places.js';
import type { Places } from './compare/graphs/places.js';
import { casesOf } from './compare/cases.js';
import { installPackages } from './compare/packages.js';
import { BadOption, HELP, readOptions } from './compare/options.js';
import type { Options } from './compare/options.js';
import { proveEqual } from './compare/prove.js';
import type { Proved } from './compare/prove.js';
import { questions } from './compare/questions/index.js';
import type { Question } from './compare/questions/question.js';
import { picture } from './compare/report/picture.js';
import { firstAsked, firstAskedInWords } from './compare/report/firstAsked.js';
import { reportOf } from './compare/report/report.js';
import type { Result } from './compare/report/report.js';
import { summaries } from './compare/report/summary.js';
import { table } from './compare/report/table.js';
import { measureRounds } from './compare/rounds.js';
import { withContenders } from './compare/started.js';
import type { Started } from './compare/started.js';

try {
  const options = readOptions(process.argv.slice(2), {
    questions: questions.map(({ letter }) => letter),
    contenders: contenders.map(({ name }) => name),
  });
  if (options === null) console.log(HELP);
  else await compare(options);
} catch (error) {
  if (!(error instanceof BadOption)) throw error;
  console.error(`${error.message}\nnpm run bench -- --help tells what there is.`);
  process.exitCode = 1;
}

async function compare(options: Options): Promise<void> {
  installPackages();
  const places = await openPlaces(options.data);
  try {
    await loadAll(places, options);
    await withContenders(options.contenders, places, async (started) => {
      const results: Result[] = [];
      for (const question of questions.filter(({ letter }) => options.questions.includes(letter))) {
        const asked = started.filter(({ style }) => question.asked[style] !== undefined);
        if (asked.length > 0) results.push(...(await resultsOf(question, asked, places, options)));
      }
      await writeReport(results, options);
    });
  } finally {
    await places.close();
  }
}

async function resultsOf(
  question: Question,
  started: readonly Started[],
  places: Places,
  options: Options,
): Promise<Result[]> {
  const { letter, title } = question;
  const cases = await casesOf(question, places.neo4j, options);
  const proved = await proveEqual(question, cases, started);
  const bytes = bytesOf(proved);
  console.log(`\n(${letter}) ${title}: ${cases.length} answers of each proved equal, ${inWords(bytes)}`);
  const first = firstAsked(proved);
  console.log(
    `asked for the first time, one at a time, the later half of them:\n${firstAskedInWords(first)}`,
  );
  const results: Result[] = [];
  for (const connections of options.connections) {
    const measured = summaries(await measureRounds(started, proved, { ...options, connections }));
    console.log(
      `\n${connections} at once, ${options.facts} facts, ${options.rounds} rounds\n${table(measured)}`,
    );
    results.push({
      question: letter,
      title,
      connections,
      proved: cases.length,
      bytes,
      first,
      contenders: measured,
    });
  }
  return results;
}

/** How long an answer is on average, by contender. */
function bytesOf(proved: Proved): Record<string, number> {
  return Object.fromEntries(
    [...proved].map(([name, exchanges]) => {
      const sum = exchanges.reduce((bytes, { answer }) => bytes + answer.length, 0);
      return [name, Math.round(sum / exchanges.length)];
    }),
  );
}

function inWords(bytes: Readonly<Record<string, number>>): string {
  return Object.entries(bytes)
    .map(([name, count]) => `${name} ${(count / 1000).toFixed(1)} KB`)
    .join(', ');
}

async function writeReport(results: readonly Result[], options: Options): Promise<void> {
  const report = reportOf(results, options);
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(report, null, 2)}\n`);
  if (options.svg !== undefined) await writeFile(options.svg, picture(report));
}
