import type { EntityRecord, FactRecord, SourceRecord } from '../../ontology/index.js';
import { ConfrereError } from '../../errors.js';
import { deriveEntity, deriveFact, deriveSource } from '../derive.js';
import { textIn } from './connection.js';
import type { Connection } from './connection.js';
import { foreign } from './errors.js';
import { recordOf } from '../decode.js';
import { Inserts } from './inserts.js';
import { writeEntityRows, writeFactRows, writeWords } from './rows.js';
import { APPLICATION_ID, MIGRATIONS } from './schema.js';
import type { Migration } from './schema.js';

const BATCH = 1_000;

/**
 * Brings the file to the form of this program: all steps that it lacks in one transaction, so that it is never left
 * between two forms. A new file gets them all.
 *
 * Refuses, before anything is written, a file that is not ours (STORE_FOREIGN) or of a newer form (STORE_TOO_NEW).
 */
export function migrate(connection: Connection, migrations: readonly Migration[] = MIGRATIONS): void {
  const form = formOf(connection, migrations.length);
  // Not within the transaction, where SQLite does not allow it; kept in the file from then on, but not in copies of it.
  if (!keepsLog(connection)) connection.rows('PRAGMA journal_mode = WAL');
  if (form === migrations.length) return;
  connection.transaction('IMMEDIATE', () => {
    // Asked again: while this process waited, another one may have brought the file up to date.
    const missing = migrations.slice(formOf(connection, migrations.length));
    for (const { sql } of missing) connection.execute(sql);
    const rederived = new Set(missing.flatMap(({ rederive }) => rederive));
    const inserts = new Inserts(connection);
    if (rederived.has('entity')) rederiveEntities(connection, inserts);
    if (rederived.has('fact')) rederiveFacts(connection, inserts);
    else if (rederived.has('factWords')) rederiveFactWords(connection, inserts);
    if (rederived.has('source')) rederiveSources(connection, inserts);
    inserts.finish();
    connection.execute(`PRAGMA application_id = ${APPLICATION_ID}`);
    connection.execute(`PRAGMA user_version = ${migrations.length}`);
  });
}

function keepsLog(connection: Connection): boolean {
  return connection.row<{ journal_mode: string }>('PRAGMA journal_mode')?.journal_mode === 'wal';
}

/** How many of the steps a file has taken; 0 for a new one. Refuses what is not ours, or of a newer form. */
export function formOf(connection: Connection, newest = MIGRATIONS.length): number {
  const application = connection.setting('application_id');
  const version = connection.setting('user_version');
  const tables = connection.row<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')?.count ?? 0;
  if (application === 0 && version === 0 && tables === 0) return 0;
  if (application !== APPLICATION_ID) throw foreign(connection.file, 'it is a database of another program');
  if (version <= newest) return version;
  throw new ConfrereError(
    'STORE_TOO_NEW',
    `${connection.file} was written by a newer Confrere (form ${version}; this one reads up to ${newest}). ` +
      'It was left as it is: use the newer program, or name another file.',
    { details: { file: connection.file, version, newest } },
  );
}

function rederiveEntities(connection: Connection, inserts: Inserts): void {
  for (const { id, text } of records(connection, 'entity')) {
    writeEntityRows(inserts, id, deriveEntity(recordOf<EntityRecord>(text)));
    inserts.makeRoom();
  }
}

function rederiveFacts(connection: Connection, inserts: Inserts): void {
  for (const { id, text } of records(connection, 'fact')) {
    writeFactRows(inserts, id, deriveFact(recordOf<FactRecord>(text)));
    inserts.makeRoom();
  }
}

function rederiveFactWords(connection: Connection, inserts: Inserts): void {
  for (const { id, text } of records(connection, 'fact')) {
    writeWords(inserts, 'facts', id, deriveFact(recordOf<FactRecord>(text)).words);
    inserts.makeRoom();
  }
}

function rederiveSources(connection: Connection, inserts: Inserts): void {
  for (const { id, text } of records(connection, 'source')) {
    writeWords(inserts, 'sources', id, deriveSource(recordOf<SourceRecord>(text)).words);
    inserts.makeRoom();
  }
}

function* records(
  connection: Connection,
  table: 'entity' | 'fact' | 'source',
): Generator<{ id: number; text: string }> {
  for (let after = -1; ;) {
    const batch = connection.rows<{ id: number; text: string }>(
      `SELECT id, ${textIn('text')} AS text FROM ${table} WHERE id > ? ORDER BY id LIMIT ${BATCH}`,
      [after],
    );
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last.id;
  }
}
