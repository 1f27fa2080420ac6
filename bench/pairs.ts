/*
 * How often the suggestions of who may be the same are right: `npx tsx bench/pairs.ts [--store embedded|neo4j]
 * [--files NAME,NAME] [--failures]`. All pairs of `bench/names/pairs` are in one graph, and each is weighed as
 * `identityCandidates` weighs it. Those that a reader could not decide count neither way.
 */
import { parseArgs } from 'node:util';
import { judgedPairs } from './names/judgedPairs.js';
import type { JudgedPair } from './names/judgedPairs.js';
import { onStore } from './stores.js';

const { values } = parseArgs({
  options: {
    store: { type: 'string', default: 'embedded' },
    files: { type: 'string' },
    failures: { type: 'boolean', default: false },
  },
});

await onStore(values.store, async (store) => {
  const wanted = values.files?.split(',');
  const pairs = (await judgedPairs(store)).filter(({ pair }) => wanted?.includes(pair.file) ?? true);
  if (values.failures) for (const each of pairs) tellFailure(each);
  for (const file of [...new Set(pairs.map(({ pair }) => pair.file)), 'all']) {
    tell(file, file === 'all' ? pairs : pairs.filter(({ pair }) => pair.file === file));
  }
});

function tell(name: string, pairs: readonly JudgedPair[]): void {
  const decided = pairs.filter(({ pair }) => pair.verdict !== 'UNSURE');
  const same = decided.filter(({ pair }) => pair.verdict === 'SAME');
  const line = ['LIKELY', 'POSSIBLE'].map((line) => {
    const above = (each: JudgedPair) =>
      each.likelihood === 'LIKELY' || (line === 'POSSIBLE' && each.likelihood === 'POSSIBLE');
    const suggested = decided.filter(above);
    const right = suggested.filter(({ pair }) => pair.verdict === 'SAME');
    const wrong = suggested.length - right.length;
    return `${line} precision ${share(right.length, suggested.length)}, recall ${share(right.length, same.length)}, ${wrong} wrong`;
  });
  const unsure = pairs.filter(({ pair, likelihood }) => pair.verdict === 'UNSURE' && likelihood === 'LIKELY');
  const found = same.filter(({ isFound }) => isFound);
  console.log(`${name.padEnd(24)} ${String(pairs.length).padStart(4)} pairs; ${line.join('; ')}`);
  console.log(
    `${' '.repeat(24)} ${unsure.length} undecided called likely; of the same ${share(found.length, same.length)} found by their key`,
  );
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${((100 * part) / whole).toFixed(1)} %`;
}

function tellFailure({ pair, likelihood, score, reasons, isFound }: JudgedPair): void {
  const isWrong = pair.verdict === 'SAME' ? likelihood !== 'LIKELY' || !isFound : likelihood === 'LIKELY';
  if (!isWrong) return;
  const names = [pair.a, pair.b].map((side) => side.names.map(({ text }) => text).join(' = '));
  console.log(
    `${pair.verdict} ${likelihood ?? 'no candidate'} ${score} ${isFound ? '' : 'NOT FOUND '}${pair.file} ${pair.place}: ${names.join(' | ')} (${pair.why})`,
  );
  for (const { rule, weight, text } of reasons)
    console.log(`    ${String(weight).padStart(6)} ${rule} ${text}`);
}
