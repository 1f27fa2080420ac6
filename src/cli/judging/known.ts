import { ConfrereError } from '../../errors.js';
import { ontology } from '../../ontology/index.js';
import type { Store } from '../../store/port.js';
import { UsageError } from '../failures.js';
import { placeOf } from '../words.js';

/** Refuses, with BAD_KEY, keys of which the store has no entity. */
export async function refuseUnknownEntities(store: Store, keys: readonly string[]): Promise<void> {
  const records = await store.entities(keys);
  const unknown = keys.find((_, index) => records[index] == null);
  if (unknown === undefined) return;
  const form = ontology.entityKindOfKey(unknown) === undefined ? '; a key is written like "doctor/…"' : '';
  throw new ConfrereError(
    'BAD_KEY',
    `there is no entity "${unknown}" in ${placeOf(store)}${form}. Look keys up with the GraphQL query \`search\`, or in what "confrere dedupe" lists.`,
  );
}

/** Refuses what cannot be the key of a judgement. */
export function refuseNoJudgement(key: string): void {
  if (key.startsWith('judgement/')) return;
  throw new UsageError(
    `--drop: expected the key of a judgement, "judgement/…", got "${key}"; confrere judgements lists those that stand`,
  );
}
