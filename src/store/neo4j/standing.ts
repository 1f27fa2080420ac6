import { ConfrereError } from '../../errors.js';
import type { ChangesetRecord, JudgementRecord } from '../../ontology/index.js';
import type { ChangesetDraft, Standing } from '../changeset.js';
import { touchedKeys } from '../changeset.js';
import { inBatches } from './batches.js';
import { recordOf } from '../decode.js';
import { judgementsInReach } from '../judgements.js';
import type { Ask } from './executor.js';
import { judgementTextsOf } from './records.js';
import { LABEL } from './vocabulary.js';
import type { Label } from './vocabulary.js';

/** What stands under the keys of a draft, read inside the transaction that will write it. */
export async function readStanding(ask: Ask, draft: ChangesetDraft, version: number): Promise<Standing> {
  const keys = touchedKeys(draft);
  return {
    latest: await readLatest(ask, version),
    sources: await readByKey(ask, LABEL.source, keys.sources),
    entities: await readByKey(ask, LABEL.entity, keys.entities),
    facts: await readByKey(ask, LABEL.fact, keys.facts),
    judgements: new Map([
      ...(await readByKey<JudgementRecord>(ask, LABEL.judgement, keys.judgements)),
      ...(await readInReach(ask, draft)),
    ]),
  };
}

async function readInReach(ask: Ask, draft: ChangesetDraft): Promise<[string, JudgementRecord][]> {
  const reach = judgementsInReach(draft);
  let step = reach.next();
  while (step.done !== true) step = reach.next(await readJudgementsOf(ask, step.value));
  return step.value.map((judgement) => [judgement.key, judgement]);
}

async function readJudgementsOf(ask: Ask, entities: readonly string[]): Promise<JudgementRecord[]> {
  const texts = await inBatches(entities, (batch) => judgementTextsOf(ask, batch));
  return texts.flat().map((text) => recordOf<JudgementRecord>(text));
}

async function readLatest(ask: Ask, version: number): Promise<ChangesetRecord | null> {
  if (version === 0) return null;
  const [row] = await ask<{ record: string }>(
    `MATCH (changeset:${LABEL.changeset} {number: $version}) RETURN changeset.record AS record`,
    { version },
  );
  if (row !== undefined) return recordOf(row.record);
  throw new ConfrereError(
    'STORE_CORRUPT',
    `The graph in Neo4j is at version ${version}, but has no changeset of that number; nothing was written. Put a backup in its place.`,
  );
}

async function readByKey<Item extends { key: string }>(
  ask: Ask,
  label: Label,
  keys: readonly string[],
): Promise<Map<string, Item>> {
  const rows = await inBatches(keys, (batch) =>
    ask<{ key: string; record: string }>(
      `MATCH (node:${label}) WHERE node.key IN $keys RETURN node.key AS key, node.record AS record`,
      { keys: batch },
    ),
  );
  return new Map(rows.flat().map(({ key, record }) => [key, recordOf<Item>(record)]));
}
