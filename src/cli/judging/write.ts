import { KEY_MAXIMUM } from '../../ontology/index.js';
import type { ChangesetRecord, Verdict } from '../../ontology/index.js';
import type { Store } from '../../store/port.js';

/** A judgement as somebody gives it. */
export interface Given {
  entities: readonly [string, string];
  verdict: Verdict;
  reason: string;
  judge: string;
}

/** A judgement that was written. */
export interface Written {
  key: string;
  changeset: ChangesetRecord;
}

const PREFIX = 'judgement/';
/** Room for a number behind the key. */
const NUMBER_LENGTH = 6;

/** Writes a judgement as a changeset of its own, by its judge. Fails as `apply` does. */
export async function writeJudgement(store: Store, given: Given): Promise<Written> {
  const [a, b] = [...given.entities].sort() as [string, string];
  const key = await freeKey(store, a, b);
  const changeset = await store.apply({
    author: given.judge,
    note: `Judges ${given.verdict}: ${a} and ${b}.`,
    at: new Date().toISOString(),
    operations: [{ op: 'judge', judgement: { ...given, key, entities: [a, b] } }],
  });
  return { key, changeset };
}

/** Drops a judgement that stands, as a changeset of its own. Fails as `apply` does. */
export function dropJudgement(
  store: Store,
  { key, judge, reason }: { key: string; judge: string; reason: string },
): Promise<ChangesetRecord> {
  return store.apply({
    author: judge,
    note: reason,
    at: new Date().toISOString(),
    operations: [{ op: 'dropJudgement', judgement: key }],
  });
}

/** `judgement/a-and-b`, with a number behind it where that was used: also what was dropped keeps its key. */
async function freeKey(store: Store, a: string, b: string): Promise<string> {
  const most = Math.floor((KEY_MAXIMUM - PREFIX.length - '-and-'.length - NUMBER_LENGTH) / 2);
  const base = `${PREFIX}${slugOf(a, most)}-and-${slugOf(b, most)}`;
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}-${number}`;
    const [known] = await store.judgements([key]);
    if (known === null || known === undefined) return key;
  }
}

function slugOf(key: string, most: number): string {
  return key
    .slice(key.indexOf('/') + 1)
    .slice(0, most)
    .replace(/-$/, '');
}
