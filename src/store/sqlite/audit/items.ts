import type { AuditItem, StoredText } from '../../audit.js';
import type { Connection } from '../connection.js';
import { entityRowsOf, factRowsOf, sourceRowsOf } from './rows.js';
import { strays } from './strays.js';
import { damage } from './structure.js';
import { damagedTexts } from './texts.js';

const BATCH = 200;

interface Stored extends StoredText {
  id: number;
}

/** Everything that the file holds, sorted by record and then by key, read in batches; only where texts are damaged, if any are. */
export function* auditItems(connection: Connection): Generator<AuditItem> {
  const damaged = damagedTexts(connection);
  if (damaged.length > 0) {
    yield { record: 'damage', key: connection.file, what: damaged.join(', '), ends: true };
    return;
  }
  yield* changesets(connection);
  for (const batch of inBatches(connection, 'entity')) {
    const rows = entityRowsOf(connection, idsOf(batch));
    for (const { id, ...stored } of batch) yield { record: 'entity', ...stored, row: rows.get(id) ?? null };
  }
  yield* revisions(connection, 'entity');
  for (const batch of inBatches(connection, 'fact')) {
    const rows = factRowsOf(connection, idsOf(batch));
    for (const { id, ...stored } of batch) yield { record: 'fact', ...stored, row: rows.get(id) ?? null };
  }
  for (const batch of inBatches(connection, 'judgement')) {
    for (const { key, text, digest } of batch) yield { record: 'judgement', key, text, digest };
  }
  for (const batch of inBatches(connection, 'source')) {
    const rowOf = sourceRowsOf(connection, idsOf(batch));
    for (const { id, ...stored } of batch) yield { record: 'source', ...stored, row: rowOf(id) };
  }
  yield* revisions(connection, 'source');
  yield* strays(connection);
  yield* damage(connection);
}

function idsOf(batch: readonly Stored[]): number[] {
  return batch.map(({ id }) => id);
}

function* inBatches(
  connection: Connection,
  table: 'entity' | 'fact' | 'judgement' | 'source',
): Generator<Stored[]> {
  for (let after = ''; ;) {
    const batch = connection.rows<Stored>(
      `SELECT id, key, text, digest FROM ${table} WHERE key > ? ORDER BY key LIMIT ${BATCH}`,
      [after],
    );
    const last = batch.at(-1);
    if (last === undefined) return;
    yield batch;
    after = last.key;
  }
}

function* changesets(connection: Connection): Generator<AuditItem> {
  for (let after = -1; ;) {
    const batch = connection.rows<{ number: number; text: string; digest: string }>(
      `SELECT number, text, digest FROM changeset WHERE number > ? ORDER BY number LIMIT ${BATCH}`,
      [after],
    );
    const last = batch.at(-1);
    if (last === undefined) return;
    for (const { number, text, digest } of batch) {
      yield { record: 'changeset', key: String(number), text, digest };
    }
    after = last.number;
  }
}

function* revisions(connection: Connection, table: 'entity' | 'source'): Generator<AuditItem> {
  for (let after: [key: string, revision: number] = ['', 0]; ;) {
    const batch = connection.rows<StoredText & { revision: number }>(
      `SELECT key, revision, text, digest FROM ${table}_revision
       WHERE (key, revision) > (?, ?) ORDER BY key, revision LIMIT ${BATCH}`,
      after,
    );
    const last = batch.at(-1);
    if (last === undefined) return;
    for (const stored of batch) yield { record: `${table}Revision`, ...stored };
    after = [last.key, last.revision];
  }
}
