import type {
  ChangesetRecord,
  EntityRecord,
  FactRecord,
  JudgementRecord,
  Ontology,
  SourceRecord,
} from '../../ontology/index.js';
import { touchedKeys } from '../changeset.js';
import type { ChangesetDraft, Standing } from '../changeset.js';
import { deriveEntity, deriveFact, deriveSource, digestOf, recordText } from '../derive.js';
import { judgementsInReach } from '../judgements.js';
import { settle } from '../settle.js';
import { listOf } from './connection.js';
import type { Connection } from './connection.js';
import { recordOf } from '../decode.js';
import { judgementTextsOf } from './records.js';
import {
  clearEntityRows,
  clearWords,
  writeEntityRows,
  writeFactRows,
  writeFactStatus,
  writeWords,
} from './rows.js';

type RecordTable = 'source' | 'entity' | 'fact' | 'judgement';

/** Writes a changeset, whole or not at all. Refuses as `settle` does. */
export function applyDraft(
  connection: Connection,
  draft: ChangesetDraft,
  ontology: Ontology,
): ChangesetRecord {
  return connection.transaction('IMMEDIATE', () => {
    const standing = readStanding(connection, draft);
    const { changeset, sources, entities, facts, judgements } = settle(draft, standing, ontology);
    const text = recordText(changeset);
    connection.run('INSERT INTO changeset (number, text, digest) VALUES (?, ?, ?)', [
      changeset.number,
      text,
      digestOf(text),
    ]);
    for (const source of sources) writeSource(connection, source, standing.sources.get(source.key));
    for (const entity of entities) writeEntity(connection, entity, standing.entities.get(entity.key));
    for (const fact of facts) writeFact(connection, fact, standing.facts.has(fact.key));
    for (const judgement of judgements) {
      writeRecord(connection, 'judgement', judgement, standing.judgements.has(judgement.key));
    }
    return changeset;
  });
}

function readStanding(connection: Connection, draft: ChangesetDraft): Standing {
  const keys = touchedKeys(draft);
  const newest = connection.row<{ text: string }>('SELECT text FROM changeset ORDER BY number DESC LIMIT 1');
  return {
    latest: newest === undefined ? null : recordOf<ChangesetRecord>(newest.text),
    sources: readByKey<SourceRecord>(connection, 'source', keys.sources),
    entities: readByKey<EntityRecord>(connection, 'entity', keys.entities),
    facts: readByKey<FactRecord>(connection, 'fact', keys.facts),
    judgements: new Map([
      ...readByKey<JudgementRecord>(connection, 'judgement', keys.judgements),
      ...readInReach(connection, draft),
    ]),
  };
}

function readInReach(connection: Connection, draft: ChangesetDraft): [string, JudgementRecord][] {
  const reach = judgementsInReach(draft);
  let step = reach.next();
  while (step.done !== true) {
    const texts = judgementTextsOf(connection, step.value);
    step = reach.next(texts.map((text) => recordOf<JudgementRecord>(text)));
  }
  return step.value.map((judgement) => [judgement.key, judgement]);
}

function readByKey<Item extends { key: string }>(
  connection: Connection,
  table: RecordTable,
  keys: readonly string[],
): Map<string, Item> {
  const rows = connection.rows<{ key: string; text: string }>(
    `SELECT record.key, record.text
     FROM json_each(?) AS asked CROSS JOIN ${table} AS record ON record.key = asked.value`,
    [listOf(keys)],
  );
  return new Map(rows.map(({ key, text }) => [key, recordOf<Item>(text)]));
}

function writeSource(connection: Connection, source: SourceRecord, earlier: SourceRecord | undefined): void {
  if (earlier !== undefined) keepRevision(connection, 'source', earlier);
  const id = writeRecord(connection, 'source', source, earlier !== undefined);
  if (earlier !== undefined) clearWords(connection, 'sources', id);
  writeWords(connection, 'sources', id, deriveSource(source).words);
}

function writeEntity(connection: Connection, entity: EntityRecord, earlier: EntityRecord | undefined): void {
  if (earlier !== undefined) keepRevision(connection, 'entity', earlier);
  const id = writeRecord(connection, 'entity', entity, earlier !== undefined);
  if (earlier !== undefined) clearEntityRows(connection, id);
  writeEntityRows(connection, id, deriveEntity(entity));
}

function writeFact(connection: Connection, fact: FactRecord, stands: boolean): void {
  const id = writeRecord(connection, 'fact', fact, stands);
  const row = deriveFact(fact);
  if (stands) writeFactStatus(connection, id, row);
  else writeFactRows(connection, id, row);
}

function keepRevision(
  connection: Connection,
  table: 'source' | 'entity',
  { key, revision }: { key: string; revision: number },
): void {
  connection.run(
    `INSERT INTO ${table}_revision (key, revision, text, digest)
     SELECT key, ?, text, digest FROM ${table} WHERE key = ?`,
    [revision, key],
  );
}

/** Answers with the id by which rows refer to the record. */
function writeRecord(
  connection: Connection,
  table: RecordTable,
  record: { key: string },
  stands: boolean,
): number {
  const text = recordText(record);
  const sql = stands
    ? `UPDATE ${table} SET text = ?, digest = ? WHERE key = ? RETURNING id`
    : `INSERT INTO ${table} (text, digest, key) VALUES (?, ?, ?) RETURNING id`;
  const written = connection.row<{ id: number }>(sql, [text, digestOf(text), record.key]);
  if (written === undefined) throw new Error(`${record.key} stood in the store and is gone.`);
  return written.id;
}
