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
import { listOf, textIn } from './connection.js';
import type { Connection } from './connection.js';
import { Inserts } from './inserts.js';
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
import { TARGETS } from './targets.js';

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
    const writing = new Writing(connection);
    for (const source of sources) writing.source(source, standing.sources.get(source.key));
    for (const entity of entities) writing.entity(entity, standing.entities.get(entity.key));
    for (const fact of facts) writing.fact(fact, standing.facts.has(fact.key));
    for (const judgement of judgements) writing.judgement(judgement, standing.judgements.has(judgement.key));
    writing.finish();
    return changeset;
  });
}

function readStanding(connection: Connection, draft: ChangesetDraft): Standing {
  const keys = touchedKeys(draft);
  const newest = connection.row<{ text: string }>(
    `SELECT ${textIn('text')} AS text FROM changeset ORDER BY number DESC LIMIT 1`,
  );
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
    `SELECT record.key, ${textIn('record.text')} AS text
     FROM json_each(?) AS asked CROSS JOIN ${table} AS record ON record.key = asked.value`,
    [listOf(keys)],
  );
  return new Map(rows.map(({ key, text }) => [key, recordOf<Item>(text)]));
}

/** Writes records, each with what follows from it. */
class Writing {
  private readonly inserts: Inserts;
  /** By table, the id of the record that was added last. */
  private readonly lastIds = new Map<RecordTable, number>();

  constructor(private readonly connection: Connection) {
    this.inserts = new Inserts(connection);
  }

  source(source: SourceRecord, earlier: SourceRecord | undefined): void {
    const id = this.record('source', source, earlier);
    if (earlier !== undefined) clearWords(this.connection, 'sources', id);
    writeWords(this.inserts, 'sources', id, deriveSource(source).words);
    this.inserts.makeRoom();
  }

  entity(entity: EntityRecord, earlier: EntityRecord | undefined): void {
    const id = this.record('entity', entity, earlier);
    if (earlier !== undefined) clearEntityRows(this.connection, id);
    writeEntityRows(this.inserts, id, deriveEntity(entity));
    this.inserts.makeRoom();
  }

  fact(fact: FactRecord, stands: boolean): void {
    const row = deriveFact(fact);
    if (stands) writeFactStatus(this.connection, this.inserts, this.replaced('fact', fact), row);
    else writeFactRows(this.inserts, this.added('fact', fact), row);
    this.inserts.makeRoom();
  }

  judgement(judgement: JudgementRecord, stands: boolean): void {
    if (stands) this.replaced('judgement', judgement);
    else this.added('judgement', judgement);
    this.inserts.makeRoom();
  }

  finish(): void {
    this.inserts.finish();
  }

  /** Answers with the id by which rows refer to the record, as do the others. */
  private record(
    table: 'source' | 'entity',
    record: { key: string },
    earlier: { key: string; revision: number } | undefined,
  ): number {
    if (earlier === undefined) return this.added(table, record);
    keepRevision(this.connection, table, earlier);
    return this.replaced(table, record);
  }

  private added(table: RecordTable, record: { key: string }): number {
    const id = (this.lastIds.get(table) ?? lastId(this.connection, table)) + 1;
    this.lastIds.set(table, id);
    const text = recordText(record);
    this.inserts.add(TARGETS[table], [[id, record.key, text, digestOf(text)]]);
    return id;
  }

  private replaced(table: RecordTable, record: { key: string }): number {
    const text = recordText(record);
    const written = this.connection.row<{ id: number }>(
      `UPDATE ${table} SET text = ?, digest = ? WHERE key = ? RETURNING id`,
      [text, digestOf(text), record.key],
    );
    if (written === undefined) throw new Error(`${record.key} stood in the store and is gone.`);
    return written.id;
  }
}

function lastId(connection: Connection, table: RecordTable): number {
  return connection.row<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0;
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
