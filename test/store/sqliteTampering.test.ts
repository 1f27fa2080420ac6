import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { findingsIn } from '../helpers/collect.js';
import { writeSmallGraph } from './smallGraph.js';

/* Whatever is changed in the file behind the store's back, an audit of it shows. */

let folder = '';
let untouched = '';
let file = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-tampering-'));
  untouched = join(folder, 'untouched.db');
  await writeSmallGraph(untouched);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

beforeEach(async () => {
  file = join(folder, `${randomUUID()}.db`);
  await copyFile(untouched, file);
});

const ROW_TABLES = [
  'entity_row',
  'entity_name',
  'entity_external_id',
  'entity_link',
  'entity_citation',
  'fact_row',
  'participant',
  'fact_citation',
  'fact_status',
];
const RECORD_TABLES = [
  'changeset',
  'source',
  'entity',
  'fact',
  'judgement',
  'source_revision',
  'entity_revision',
];

const CHANGED_VALUES = [
  ['entity_row', 'key', "'doctor/z'"],
  ['entity_row', 'kind', "'Person'"],
  ['entity_row', 'name_order', "'z'"],
  ['entity_row', 'recorded_in', '2'],
  ['entity_name', 'name_key', "'z'"],
  ['entity_external_id', 'external_id', "'wikidata:Q2'"],
  ['entity_link', 'target', "'country/y'"],
  ['entity_link', 'relation', "'PART_OF'"],
  ['entity_link', 'name_order', "'z'"],
  ['entity_citation', 'source', "'source/other'"],
  ['entity_citation', 'name_order', "'z'"],
  ['fact_row', 'key', "'training/z'"],
  ['fact_row', 'kind', "'Visit'"],
  ['fact_row', 'status', "'DISPUTED'"],
  ['fact_row', 'modality', "'PLANNED'"],
  ['fact_row', 'negated', '1'],
  ['fact_row', 'time_order', "'z'"],
  ['fact_row', 'earliest_start', '0'],
  ['fact_row', 'latest_start', '0'],
  ['fact_row', 'earliest_end', '0'],
  ['fact_row', 'latest_end', '0'],
  ['fact_row', 'yearless', "'12'"],
  ['fact_row', 'recorded_in', '2'],
  ['fact_row', 'status_since', '2'],
  ['fact_status', 'fact', '2'],
  ['fact_status', 'since', '7'],
  ['fact_status', 'status', "'ACCEPTED'"],
  ['participant', 'entity', "'country/y'"],
  ['participant', 'role', "'FROM'"],
  ['participant', 'time_order', "'z'"],
  ['fact_citation', 'source', "'source/other'"],
  ['fact_citation', 'time_order', "'z'"],
  ...RECORD_TABLES.flatMap((table) => [
    [table, 'text', `'{"key":"doctor/z"}'`],
    [table, 'text', `'no JSON'`],
    [table, 'digest', "'00'"],
  ]),
];

const ADDED_ROWS = [
  ["entity_row (id, key, kind, name_order, recorded_in) VALUES (99, 'doctor/z', 'Doctor', 'z', 1)"],
  ["entity_name (name_key, entity) VALUES ('z', 1)"],
  ["entity_name (name_key, entity) VALUES ('z', 99)"],
  ["entity_external_id (external_id, entity) VALUES ('wikidata:Q9', 1)"],
  ["entity_external_id (external_id, entity) VALUES ('wikidata:Q9', 99)"],
  ["entity_link SELECT 'hospital/h', 'PART_OF', name_order, id FROM entity_row WHERE id = 1"],
  ["entity_link (target, relation, name_order, entity) VALUES ('country/x', 'LOCATED_IN', 'z', 99)"],
  ["entity_citation SELECT 'source/other', name_order, id FROM entity_row WHERE id = 1"],
  ["entity_citation (source, name_order, entity) VALUES ('source/paper', 'z', 99)"],
  [
    "fact_row SELECT 99, 'training/z', kind, status, modality, 0, 'z', 0, 0, 0, 0, '', 1, 1 FROM fact_row WHERE id = 1",
  ],
  ["participant SELECT 'doctor/b', 'TRAINER', time_order, id FROM fact_row WHERE id = 1"],
  ["participant (entity, role, time_order, fact) VALUES ('doctor/b', 'TRAINER', 'z', 99)"],
  ["fact_citation SELECT 'source/other', time_order, id FROM fact_row WHERE id = 1"],
  ["fact_citation (source, time_order, fact) VALUES ('source/paper', 'z', 99)"],
  ["fact_status (fact, since, status) VALUES (3, 0, 'PROPOSED')"],
  ["fact_status (fact, since, status) VALUES (3, 3, 'ACCEPTED')"],
  ["fact_status (fact, since, status) VALUES (99, 1, 'PROPOSED')"],
  ["entity_revision (key, revision, text, digest) VALUES ('doctor/z', 1, '{}', '00')"],
  ["source_revision (key, revision, text, digest) VALUES ('source/z', 1, '{}', '00')"],
  ["fact (key, text, digest) SELECT 'training/z', text, digest FROM fact WHERE id = 1"],
];

it('finds nothing in a store that nobody has touched', async () => {
  expect(await findings()).toEqual([]);
});

it.each(ROW_TABLES)('finds that a row of %s is gone', async (table) => {
  const owner = table.endsWith('_row') ? 'id' : table.startsWith('entity_') ? 'entity' : 'fact';
  await tamper(`DELETE FROM ${table} WHERE ${owner} = (SELECT min(${owner}) FROM ${table})`);
  expect(await findings()).not.toEqual([]);
});

it.each(RECORD_TABLES)('finds that a record of %s is gone', async (table) => {
  await tamper(`DELETE FROM ${table} WHERE rowid = (SELECT min(rowid) FROM ${table})`);
  expect(await findings()).not.toEqual([]);
});

it.each(CHANGED_VALUES)('finds that %s.%s has become %s', async (table, column, value) => {
  await tamper(
    `UPDATE ${table} SET ${column} = ${value} WHERE ${column} IN (SELECT min(${column}) FROM ${table})`,
  );
  expect(await findings()).not.toEqual([]);
});

it.each(ADDED_ROWS)('finds that someone has added %s', async (row) => {
  await tamper(`INSERT INTO ${row}`);
  expect(await findings()).not.toEqual([]);
});

it('finds an index that has lost a row', async () => {
  await tamper(
    `PRAGMA writable_schema = ON;
     UPDATE sqlite_schema SET sql = sql || ' WHERE kind <> ''Training''' WHERE name = 'fact_row_kind_time';
     PRAGMA writable_schema = RESET`,
  );
  expect(await findings()).not.toEqual([]);
});

it.each([
  ['DROP INDEX fact_row_changed', 'no index fact_row_changed, which every file has'],
  [
    'DROP INDEX fact_row_changed; CREATE INDEX fact_row_changed ON fact_row (key)',
    'another index fact_row_changed than every file has',
  ],
  ['CREATE TABLE notes (text TEXT)', 'a table notes, which Confrere did not make'],
  [
    `CREATE TRIGGER forget AFTER INSERT ON fact BEGIN DELETE FROM fact_row WHERE id = new.id; END`,
    'a trigger forget, which Confrere did not make',
  ],
])('finds what %s has left behind', async (sql, found) => {
  await tamper(sql, 0);
  expect(await findings()).toContainEqual({
    ...{ key: expect.stringContaining('.db') as string, problem: 'it is not as Confrere makes it' },
    found,
  });
});

it.each([
  ['fact', 'text', "key = 'training/a'"],
  ['source_revision', 'text', 'revision = 1'],
  ['changeset', 'text', 'number = 1'],
  ['entity_word', 'word', "word = 'xia'"],
])('finds a text of %s.%s that is not UTF-8', async (table, column, where) => {
  await tamper(`UPDATE ${table} SET ${column} = CAST(x'ff41' AS TEXT) WHERE ${where}`);
  expect(await findings()).toEqual([
    expect.objectContaining({ found: `1 text of ${table}.${column} not in UTF-8` }),
  ]);
});

it('does not answer with a text that is not UTF-8, and goes on', async () => {
  await tamper(`UPDATE fact SET text = CAST(x'ff41' AS TEXT) WHERE key = 'training/a'`);
  const store = await openSqliteStore({ file });
  try {
    const page = { order: 'TIME', descending: false, limit: 10 } as const;
    await expect(store.facts(['training/a'])).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await expect(store.findFacts({}, page)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    expect(await store.facts(['training/b'])).toMatchObject([{ key: 'training/b' }]);
  } finally {
    await store.close();
  }
});

it('cannot go through a file that has lost a table, and says so', async () => {
  await tamper('DROP TABLE fact_status', 0);
  await expect(findings()).rejects.toMatchObject({
    code: 'STORE_CORRUPT',
    message: expect.stringContaining('no such table: fact_status') as string,
  });
});

async function findings() {
  const store = await openSqliteStore({ file });
  try {
    return await findingsIn(store);
  } finally {
    await store.close();
  }
}

/** What a person with any SQLite tool could do. */
async function tamper(sql: string, least = 1): Promise<void> {
  const database = new Libsql(file);
  database.exec('PRAGMA foreign_keys = OFF');
  database.exec(sql);
  const { changes } = database.prepare('SELECT total_changes() AS changes').all()[0] as { changes: number };
  expect(changes).toBeGreaterThanOrEqual(least);
  database.close();
}
