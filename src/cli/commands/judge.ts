import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { VERDICTS } from '../../ontology/index.js';
import type { Verdict } from '../../ontology/index.js';
import { didYouMean } from '../../nearest.js';
import type { Store } from '../../store/port.js';
import { Judged, openView } from '../../traversals/index.js';
import { openExisting } from '../existing.js';
import { UsageError } from '../failures.js';
import { refuseNoJudgement, refuseUnknownEntities } from '../judging/known.js';
import { dropJudgement, writeJudgement } from '../judging/write.js';
import type { Given } from '../judging/write.js';
import { lineOrRefuse, userName } from '../person.js';
import { placeOf } from '../words.js';

export const judgeCommand = defineCommand({
  meta: {
    name: 'judge',
    description: 'Writes a judgement on whether two entities are one, or drops one that stands',
  },
  args: {
    one: { type: 'positional', description: 'The key of an entity', required: false },
    other: { type: 'positional', description: 'The key of another', required: false },
    verdict: { type: 'positional', description: Object.keys(VERDICTS).join(', '), required: false },
    drop: { type: 'string', description: 'The key of a judgement to drop, instead of the above' },
    reason: { type: 'string', description: 'Why; who reads the history must be able to tell' },
    judge: { type: 'string', description: 'Who judges; your user name unless given' },
  },
  run: async ({ args }) => {
    const judge = lineOrRefuse('--judge', args.judge ?? userName(), 200);
    const { drop } = args;
    if (drop === undefined) givenBy(args._);
    else refuseNoJudgement(drop);
    if (args.reason === undefined) throw new UsageError('--reason: expected why it is judged so');
    const reason = lineOrRefuse('--reason', args.reason, 1000);
    const work =
      drop === undefined
        ? judging({ ...givenBy(args._), reason, judge })
        : dropping({ key: drop, reason, judge }, args._);
    const store = await openExisting(readConfig(), 'judge');
    try {
      console.log(`${await work(store)} to ${placeOf(store)}.`);
    } finally {
      await store.close();
    }
  },
});

type Work = (store: Store) => Promise<string>;

function judging(given: Given): Work {
  return async (store) => {
    await refuseUnknownEntities(store, given.entities);
    const view = await openView(store);
    const standing = (await Judged.read(view, given.entities)).on(...given.entities);
    const { key, changeset } = await writeJudgement(store, given);
    for (const other of standing) {
      console.log(`Beside it stands ${other.key}: ${other.verdict}, by ${other.judge} (${other.reason})`);
    }
    return `${key}: ${given.verdict}. Written as changeset ${changeset.number}`;
  };
}

function dropping(given: { key: string; reason: string; judge: string }, rest: readonly string[]): Work {
  if (rest.length > 0)
    throw new UsageError(`--drop: expected nothing but its judgement, got "${rest.join(' ')}" too`);
  return async (store) => {
    const { number } = await dropJudgement(store, given);
    return `${given.key}: dropped. Written as changeset ${number}`;
  };
}

function givenBy(words: readonly string[]): Pick<Given, 'entities' | 'verdict'> {
  const [one, other, verdict, ...rest] = words;
  if (one === undefined || other === undefined || verdict === undefined || rest.length > 0) {
    throw new UsageError(
      `expected two keys and a verdict, as in: confrere judge doctor/a doctor/b SAME --reason "…"; got ${words.length === 0 ? 'none' : words.map((word) => `"${word}"`).join(' ')}`,
    );
  }
  return { entities: [one, other], verdict: verdictNamed(verdict) };
}

function verdictNamed(given: string): Verdict {
  const verdicts = Object.keys(VERDICTS) as Verdict[];
  const known = verdicts.find((verdict) => verdict === given.toUpperCase());
  if (known !== undefined) return known;
  const hint = didYouMean(given, verdicts) || `; there are ${verdicts.join(', ')}`;
  throw new UsageError(`there is no verdict "${given}"${hint}`);
}
