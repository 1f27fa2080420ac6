import type { ChangesetRecord, JudgementRecord } from '../../ontology/index.js';
import { recordOf } from './decode.js';
import type { Executor } from './executor.js';
import { EDGE, LABEL } from './vocabulary.js';
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
  const records = new Map(rows.map(({ key, record }) => [key, recordOf<Item>(record)]));
  return keys.map((key) => records.get(key) ?? null);
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

/** For each entity the judgements that name it and stand, by key. */
export async function standingJudgements(
  executor: Executor,
  entities: readonly string[],
): Promise<JudgementRecord[][]> {
  if (entities.length === 0) return [];
  const rows = await executor.rows<{ entity: string; record: string }>(
    `UNWIND $entities AS entity
     MATCH (:${LABEL.entity} {key: entity})<-[:${EDGE.judges}]-(judgement:${LABEL.judgement})
     WHERE judgement.stands
     RETURN entity, judgement.record AS record ORDER BY judgement.key`,
    { entities: [...new Set(entities)] },
  );
  const judgements = new Map<string, JudgementRecord[]>();
  for (const { entity, record } of rows) {
    const list = judgements.get(entity) ?? [];
    list.push(recordOf(record));
    judgements.set(entity, list);
  }
  return entities.map((entity) => judgements.get(entity) ?? []);
}
