import type { ChangesetRecord, Recorded } from '../../ontology/index.js';
import { checkRevised } from '../bounds.js';
import { KEYS_MAXIMUM } from '../port.js';
import type { ChangePlace } from '../port.js';
import { decodeAll, recordOf } from '../decode.js';
import { InMotion } from './executor.js';
import type { Ask, Executor } from './executor.js';
import { readAtRest } from './progress.js';
import { CHANGED_IN, EDGE, LABEL } from './vocabulary.js';
import type { Label } from './vocabulary.js';

/** The records with these keys, in the order asked; null where there is none. */
export async function recordsByKey<Item>(
  executor: Executor,
  label: Label,
  keys: readonly string[],
): Promise<(Item | null)[]> {
  if (keys.length === 0) return [];
  const rows = await executor.rows<{ key: string; record: string }>(
    `MATCH (node:${label}) WHERE node.key IN $keys RETURN node.key AS key, node.record AS record`,
    { keys: [...new Set(keys)] },
  );
  return await inOrder<Item>(executor, keys, rows);
}

/** The revisions with these keys that stood after a changeset, in the order asked; null where there was none yet. */
export async function revisionsByKey<Item extends Revised>(
  executor: Executor,
  label: typeof LABEL.entity | typeof LABEL.source,
  keys: readonly string[],
  knownIn: number,
): Promise<(Item | null)[]> {
  if (keys.length === 0) return [];
  const newest = await newestRevisions<Item>(executor, label, keys);
  const { known, later } = byTime(newest, knownIn);
  if (later.length === 0) return keys.map((key) => known.get(key) ?? null);
  // What stood earlier is read together with what stands now, lest a changeset lands in between.
  return await executor.read(async (ask) => {
    const again = await newestRevisions<Item>({ rows: ask, demand: executor.demand }, label, keys);
    const { known, later } = byTime(again, knownIn);
    for (const item of await earlierRevisions(ask, label, later, knownIn)) known.set(item.key, item);
    return keys.map((key) => known.get(key) ?? null);
  });
}

async function newestRevisions<Item extends Revised>(
  reader: Pick<Executor, 'rows' | 'demand'>,
  label: Label,
  keys: readonly string[],
): Promise<(Item | null)[]> {
  const found = await reader.rows<{ record: string }>(
    `MATCH (node:${label}) WHERE node.key IN $keys RETURN node.record AS record`,
    { keys: [...new Set(keys)] },
  );
  return await decodeAll<Item>(
    found.map(({ record }) => record),
    reader.demand,
  );
}

/** Which of the newest revisions stood after a changeset, by key, and which came later. */
function byTime<Item extends Revised>(newest: readonly (Item | null)[], knownIn: number) {
  const known = new Map<string, Item>();
  const later: Item[] = [];
  for (const item of newest) {
    if (item === null) continue;
    if (item.recordedIn > knownIn) later.push(item);
    else known.set(item.key, item);
  }
  return { known, later };
}

type Revised = Recorded & { readonly key: string; readonly revision: number };

/** Of each of these records the newest revision that stood after a changeset, where it had one by then. */
async function earlierRevisions<Item extends Revised>(
  ask: Ask,
  label: typeof LABEL.entity | typeof LABEL.source,
  later: readonly Item[],
  knownIn: number,
): Promise<Item[]> {
  const revised = later.filter(({ revision }) => revision > 1);
  if (revised.length === 0) return [];
  const revisionLabel = label === LABEL.entity ? LABEL.entityRevision : LABEL.sourceRevision;
  // The revision is always more than 0; without a condition on each of its fields an index is not considered.
  const rows = await ask<{ key: string; record: string | null; since: number }>(
    `UNWIND $keys AS key
     CALL (key) {
       MATCH (since:${revisionLabel} {key: key}) WHERE since.revision > 0 AND since.recordedIn > $knownIn
       RETURN count(since) AS since
     }
     CALL (key) {
       OPTIONAL MATCH (earlier:${revisionLabel} {key: key})
       WHERE earlier.revision > 0 AND earlier.recordedIn <= $knownIn
       RETURN earlier.record AS record ORDER BY earlier.revision DESC LIMIT 1
     }
     RETURN key, record, since`,
    { keys: revised.map(({ key }) => key), knownIn },
  );
  const found = new Map(rows.map(({ key, record, since }) => [key, { record, since }]));
  return revised.flatMap(({ key, revision }) => {
    const { record = null, since = 0 } = found.get(key) ?? {};
    const earlier = record === null ? null : recordOf<Item>(record);
    // One that was just replaced is not found by its index yet, and an older one would be taken for it.
    if ((earlier?.revision ?? 0) + since + 1 !== revision) throw new InMotion();
    return earlier ?? [];
  });
}

/** Of several rows of a key the last one counts. */
async function inOrder<Item>(
  executor: Executor,
  keys: readonly string[],
  rows: readonly { key: string; record: string | null }[],
): Promise<(Item | null)[]> {
  const texts = new Map(rows.map(({ key, record }) => [key, record]));
  return await decodeAll<Item>(
    keys.map((key) => texts.get(key) ?? null),
    executor.demand,
  );
}

/** The keys of the entities whose newest revision is of a later changeset, sorted. Refuses with TOO_MANY_KEYS. */
export async function keysRevisedSince(executor: Executor, changeset: number): Promise<string[]> {
  const rows = await readAtRest(executor, (ask) =>
    ask<{ key: string }>(
      `MATCH (entity:${LABEL.entity}) WHERE entity.recordedIn > $changeset
       RETURN entity.key AS key LIMIT $most`,
      { changeset, most: KEYS_MAXIMUM + 1 },
    ),
  );
  return checkRevised(rows.map(({ key }) => key).sort(), changeset);
}

/** See `Store.changesAfter`. */
export async function changesAfter(
  executor: Executor,
  { changeset, key }: ChangePlace,
  limit: number,
): Promise<ChangePlace[]> {
  // What is left of the changeset, and what is of later ones, is each one stretch of an index that has both in order.
  const stretches = Object.entries(CHANGED_IN).flatMap(([label, property]) =>
    [`= $changeset AND node.key > $key`, `> $changeset AND node.key > ''`].map(
      (behind) =>
        `MATCH (node:${label}) USING INDEX node:${label}(${property}, key) WHERE node.${property} ${behind}
         RETURN node.${property} AS changeset, node.key AS key ORDER BY node.${property}, node.key LIMIT $limit`,
    ),
  );
  return await readAtRest(executor, (ask) =>
    ask<{ changeset: number; key: string }>(
      `CALL () { ${stretches.join(' UNION ALL ')} } RETURN changeset, key ORDER BY changeset, key LIMIT $limit`,
      { changeset, key, limit },
    ),
  );
}

/** The changesets with these numbers, in the order asked; null where there is none. */
export async function changesetsByNumber(
  executor: Executor,
  numbers: readonly number[],
): Promise<(ChangesetRecord | null)[]> {
  // What is no whole number is the number of no changeset, and cannot be sent as one.
  const asked = [...new Set(numbers)].filter(Number.isSafeInteger);
  if (asked.length === 0) return numbers.map(() => null);
  const rows = await executor.rows<{ number: number; record: string }>(
    `MATCH (changeset:${LABEL.changeset}) WHERE changeset.number IN $asked
     RETURN changeset.number AS number, changeset.record AS record`,
    { asked },
  );
  const records = new Map(rows.map(({ number, record }) => [number, recordOf<ChangesetRecord>(record)]));
  return numbers.map((number) => records.get(number) ?? null);
}

/** The texts of the judgements that name one of these entities and stand. */
export async function judgementTextsOf(ask: Ask, entities: readonly string[]): Promise<string[]> {
  const rows = await ask<{ record: string }>(
    `UNWIND $entities AS entity
     MATCH (:${LABEL.entity} {key: entity})<-[:${EDGE.judges}]-(judgement:${LABEL.judgement})
     WHERE judgement.stands
     RETURN DISTINCT judgement.record AS record`,
    { entities },
  );
  return rows.map(({ record }) => record);
}
