import type { FoundPage } from '../decode.js';
import { KEYS_MAXIMUM } from '../port.js';
import type { ChangePlace, Page, SourceFilter, SourceOrder } from '../port.js';
import { listOf, textIn } from './connection.js';
import type { Connection, Fragment } from './connection.js';
import { allOf, fragment } from './search/condition.js';

/** The texts of records, in the order of the keys asked; null where there is none. */
export function textsByKey(
  connection: Connection,
  table: 'source' | 'entity' | 'fact' | 'judgement',
  keys: readonly string[],
): (string | null)[] {
  const rows = connection.rows<{ place: number; text: string }>(
    `SELECT asked.key AS place, ${textIn('record.text')} AS text
     FROM json_each(?) AS asked CROSS JOIN ${table} AS record ON record.key = asked.value`,
    [listOf(keys)],
  );
  return inPlace(rows, keys.length);
}

/** As `textsByKey`, of the revisions that stood after a changeset; null for what was recorded later. */
export function textsKnownIn(
  connection: Connection,
  table: 'source' | 'entity',
  keys: readonly string[],
  knownIn: number | undefined,
): (string | null)[] {
  if (knownIn === undefined || knownIn >= newestChangeset(connection)) {
    return textsByKey(connection, table, keys);
  }
  // A text that does not say when it was recorded is given out, so that whoever reads it sees that it is damaged.
  const rows = connection.rows<{ place: number; text: string | null }>(
    `SELECT asked.key AS place, CASE WHEN record.recorded_in > ? THEN (
       SELECT ${textIn('earlier.text')} FROM ${table}_revision AS earlier
       WHERE earlier.key = record.key AND (earlier.recorded_in > ?) IS NOT TRUE
       ORDER BY earlier.revision DESC LIMIT 1
     ) ELSE ${textIn('record.text')} END AS text
     FROM json_each(?) AS asked CROSS JOIN ${table} AS record ON record.key = asked.value`,
    [knownIn, knownIn, listOf(keys)],
  );
  return inPlace(rows, keys.length);
}

/** The keys, sorted, of the entities whose newest revision is of a later changeset; at most one more than KEYS_MAXIMUM. */
export function entitiesRevisedSince(connection: Connection, changeset: number): string[] {
  return connection
    .rows<{ key: string }>(`SELECT key FROM entity_row WHERE recorded_in > ? LIMIT ${KEYS_MAXIMUM + 1}`, [
      changeset,
    ])
    .map(({ key }) => key)
    .sort();
}

/** Of each sort of records, the table and the column with the changeset of its present form. */
const CHANGED = [
  ['entity_row', 'recorded_in'],
  ['fact_row', 'status_since'],
  ['judgement', 'changed'],
  ['source', 'recorded_in'],
] as const;

/** See `Store.changesAfter`. */
export function changesAfter(
  connection: Connection,
  { changeset, key }: ChangePlace,
  limit: number,
): ChangePlace[] {
  const changes = CHANGED.map(
    ([table, column]) =>
      `SELECT * FROM (SELECT ${column} AS changeset, key FROM ${table}
       WHERE (${column}, key) > (?, ?) ORDER BY ${column}, key LIMIT ?)`,
  );
  return connection.rows<ChangePlace>(`${changes.join(' UNION ALL ')} ORDER BY changeset, key LIMIT ?`, [
    ...CHANGED.flatMap(() => [changeset, key, limit]),
    limit,
  ]);
}

/** The texts of changesets, in the order of the numbers asked; null where there is none. */
export function changesetTexts(connection: Connection, numbers: readonly number[]): (string | null)[] {
  const rows = connection.rows<{ place: number; text: string }>(
    `SELECT asked.key AS place, ${textIn('changeset.text')} AS text
     FROM json_each(?) AS asked CROSS JOIN changeset ON changeset.number = asked.value`,
    [listOf(numbers)],
  );
  return inPlace(rows, numbers.length);
}

function inPlace(rows: readonly { place: number; text: string | null }[], length: number): (string | null)[] {
  const texts = new Array<string | null>(length).fill(null);
  for (const { place, text } of rows) texts[place] = text;
  return texts;
}

/** The texts of the judgements that name one of these entities and stand. */
export function judgementTextsOf(connection: Connection, entities: readonly string[]): string[] {
  const rows = connection.rows<{ text: string }>(
    `SELECT ${textIn('judgement.text')} AS text
     FROM json_each(?) AS asked CROSS JOIN judgement ON judgement.first = asked.value AND dropped IS NULL
     UNION
     SELECT ${textIn('judgement.text')} AS text
     FROM json_each(?) AS asked CROSS JOIN judgement ON judgement.second = asked.value AND dropped IS NULL`,
    [listOf(entities), listOf(entities)],
  );
  return rows.map(({ text }) => text);
}

const HAVING_WORD = 'id IN (SELECT source FROM source_word WHERE word IN (SELECT value FROM json_each(?)))';

export function findSources(
  connection: Connection,
  page: Page<SourceOrder>,
  { words = [] }: SourceFilter = {},
): FoundPage {
  const having = words.map((some) => fragment(HAVING_WORD, listOf(some)));
  return pageByKey(connection, 'source', allOf(having), page);
}

/** A page of the judgements, also dropped ones, that were recorded or dropped after a changeset. */
export function judgementTextsSince(connection: Connection, changeset: number, page: Page<'KEY'>): FoundPage {
  return pageByKey(connection, 'judgement', fragment('changed > ?', changeset), page);
}

function pageByKey(
  connection: Connection,
  table: 'source' | 'judgement',
  which: Fragment,
  { limit, descending, after, before }: Page<'KEY'>,
): FoundPage {
  const [beyond, short, direction] = descending ? ['<', '>', 'DESC'] : ['>', '<', 'ASC'];
  const { sql, values } = allOf([
    which,
    ...(after === undefined ? [] : [fragment(`key ${beyond} ?`, after)]),
    ...(before === undefined ? [] : [fragment(`key ${short} ?`, before)]),
  ]);
  const items = connection.rows<{ orderKey: string; text: string }>(
    `SELECT key AS orderKey, ${textIn('text')} AS text FROM ${table} WHERE ${sql} ORDER BY key ${direction} LIMIT ?`,
    [...values, limit + 1],
  );
  return { items: items.slice(0, limit), hasMore: items.length > limit };
}

export function countSources(connection: Connection): number {
  return connection.row<{ count: number }>('SELECT count(*) AS count FROM source')?.count ?? 0;
}

/** The number of the newest changeset; 0 before the first. */
export function newestChangeset(connection: Connection): number {
  return (
    connection.row<{ number: number | null }>('SELECT max(number) AS number FROM changeset')?.number ?? 0
  );
}
