import type { AuditItem } from '../../audit.js';
import { backwards } from '../../derive.js';
import type { Connection } from '../connection.js';
import { WORD_TABLES } from '../wordTables.js';

/** So many say enough: the file is beyond repair by hand. */
const STRAYS_MAXIMUM = 10_000;

/** Rows that belong to no record, or lie where those of their record do not belong. */
export function* strays(connection: Connection): Generator<AuditItem> {
  const found = connection.rows<{ key: string; what: string }>(
    `SELECT key, what FROM (${STRAYS.join(' UNION ALL ')}) ORDER BY key, what LIMIT ${STRAYS_MAXIMUM}`,
  );
  for (const { key, what } of found) yield { record: 'stray', key, what };
  for (const { vocabulary } of Object.values(WORD_TABLES)) {
    for (const { word, backwards: found } of connection.rows<{ word: string; backwards: string }>(
      `SELECT word, backwards FROM ${vocabulary} ORDER BY word`,
    )) {
      if (found !== backwards(word))
        yield { record: 'stray', key: word, what: 'a word that is another backwards' };
    }
  }
}

const STRAYS = [
  ownerless('entity_row', 'row.key', 'id', 'entity'),
  ownerless('fact_row', 'row.key', 'id', 'fact'),
  ownerless('entity_name', 'row.name_key', 'entity', 'entity_row'),
  misplaced('entity_word', 'row.word', 'entity', 'name_order'),
  ownerless('entity_external_id', 'row.external_id', 'entity', 'entity_row'),
  ownerless('fact_status', 'row.status', 'fact', 'fact_row'),
  misplaced('entity_link', `row.target || ' ' || row.relation`, 'entity', 'name_order'),
  misplaced('entity_citation', 'row.source', 'entity', 'name_order'),
  misplaced('participant', `row.entity || ' ' || row.role`, 'fact', 'time_order'),
  misplaced('fact_citation', 'row.source', 'fact', 'time_order'),
  ownerless('fact_word', 'row.word', 'fact', 'fact_row'),
  ownerless('source_word', 'row.word', 'source', 'source'),
  ...Object.values(WORD_TABLES).flatMap(({ vocabulary, uses, of }) => [
    `SELECT row.word AS key, 'a word that no ${of} has' AS what FROM ${vocabulary} AS row
      WHERE NOT EXISTS (SELECT 1 FROM ${uses} AS use WHERE use.word = row.word)`,
    `SELECT DISTINCT row.word AS key, 'a word of a ${of} that is missing among the words' AS what FROM ${uses} AS row
      WHERE NOT EXISTS (SELECT 1 FROM ${vocabulary} AS words WHERE words.word = row.word)`,
  ]),
  keyless('entity'),
  keyless('source'),
];

function ownerless(table: string, key: string, column: string, owners: string): string {
  return `SELECT ${key} AS key, 'a row of ${table} for no. ' || row.${column} || ', which is not there' AS what
    FROM ${table} AS row LEFT JOIN ${owners} AS owner ON owner.id = row.${column} WHERE owner.id IS NULL`;
}

function misplaced(table: string, key: string, column: 'entity' | 'fact', order: string): string {
  return `SELECT ${key} AS key,
      CASE WHEN owner.id IS NULL THEN 'a row of ${table} for no. ' || row.${column} || ', which is not there'
        ELSE 'a row of ${table} for ' || owner.key || ' at the wrong place' END AS what
    FROM ${table} AS row LEFT JOIN ${column}_row AS owner ON owner.id = row.${column}
    WHERE owner.id IS NULL OR owner.${order} <> row.${order}`;
}

function keyless(table: 'entity' | 'source'): string {
  return `SELECT row.key, 'a row of ${table}_revision for a record that is not there' AS what
    FROM ${table}_revision AS row LEFT JOIN ${table} AS owner ON owner.key = row.key WHERE owner.key IS NULL`;
}
