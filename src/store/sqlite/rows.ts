import { backwards } from '../derive.js';
import type { EntityRow, FactRow, StatusRow } from '../derive.js';
import type { WordsOf } from '../port.js';
import type { Connection, Value } from './connection.js';
import { WORD_TABLES } from './wordTables.js';

/** Writes the rows of an entity that has none. */
export function writeEntityRows(connection: Connection, id: number, row: EntityRow): void {
  const { key, kind, nameOrder, recordedIn } = row;
  insert(connection, 'entity_row (id, key, kind, name_order, recorded_in)', [
    [id, key, kind, nameOrder, recordedIn],
  ]);
  insert(
    connection,
    'entity_name (name_key, entity)',
    row.nameKeys.map((name) => [name, id]),
  );
  insert(
    connection,
    'entity_word (word, name_order, entity)',
    row.words.map((word) => [word, nameOrder, id]),
  );
  addToVocabulary(connection, 'entities', row.words);
  insert(
    connection,
    'entity_external_id (external_id, entity)',
    row.externalIds.map((externalId) => [externalId, id]),
  );
  insert(
    connection,
    'entity_link (target, relation, name_order, entity)',
    row.links.map(({ to, relation }) => [to, relation, nameOrder, id]),
  );
  insert(
    connection,
    'entity_citation (source, name_order, entity)',
    row.sources.map((source) => [source, nameOrder, id]),
  );
}

/** Takes away the rows of an entity before it gets others. */
export function clearEntityRows(connection: Connection, id: number): void {
  clearWords(connection, 'entities', id);
  connection.run('DELETE FROM entity_name WHERE entity = ?', [id]);
  connection.run('DELETE FROM entity_external_id WHERE entity = ?', [id]);
  connection.run('DELETE FROM entity_link WHERE entity = ?', [id]);
  connection.run('DELETE FROM entity_citation WHERE entity = ?', [id]);
  connection.run('DELETE FROM entity_row WHERE id = ?', [id]);
}

/** Writes the rows of a new fact. */
export function writeFactRows(connection: Connection, id: number, row: FactRow): void {
  const { timeOrder } = row;
  insert(
    connection,
    `fact_row (id, key, kind, status, modality, negated, time_order,
       earliest_start, latest_start, earliest_end, latest_end, yearless, recorded_in, status_since)`,
    [
      [
        ...[id, row.key, row.kind, row.status, row.modality, Number(row.negated), timeOrder],
        ...[row.earliestStart, row.latestStart, row.earliestEnd, row.latestEnd, row.yearless],
        ...[row.recordedIn, row.statusSince],
      ],
    ],
  );
  insert(
    connection,
    'participant (entity, role, time_order, fact)',
    row.participants.map(({ entity, role }) => [entity, role, timeOrder, id]),
  );
  insert(
    connection,
    'fact_citation (source, time_order, fact)',
    row.sources.map((source) => [source, timeOrder, id]),
  );
  writeWords(connection, 'facts', id, row.words);
  writeStatuses(connection, id, row.statusesBefore);
}

/** Writes the words of a fact or source that has none. */
export function writeWords(
  connection: Connection,
  of: 'facts' | 'sources',
  id: number,
  words: readonly string[],
): void {
  const { uses, owner } = WORD_TABLES[of];
  insert(
    connection,
    `${uses} (word, ${owner})`,
    words.map((word) => [word, id]),
  );
  addToVocabulary(connection, of, words);
}

function addToVocabulary(connection: Connection, of: WordsOf, words: readonly string[]): void {
  insert(
    connection,
    `${WORD_TABLES[of].vocabulary} (word, backwards)`,
    words.map((word) => [word, backwards(word)]),
    'ON CONFLICT DO NOTHING',
  );
}

/** Takes away the words of a record before it gets others. */
export function clearWords(connection: Connection, of: WordsOf, id: number): void {
  const { vocabulary, uses, owner } = WORD_TABLES[of];
  // The words go before their uses do: gone are those that no other record has.
  connection.run(
    `DELETE FROM ${vocabulary} WHERE word IN (SELECT word FROM ${uses} WHERE ${owner} = ?1) AND NOT EXISTS (
       SELECT 1 FROM ${uses} AS other WHERE other.word = ${vocabulary}.word AND other.${owner} <> ?1
     )`,
    [id],
  );
  connection.run(`DELETE FROM ${uses} WHERE ${owner} = ?`, [id]);
}

/** Of a fact that stands only the status moves: what it states never changes. */
export function writeFactStatus(connection: Connection, id: number, row: FactRow): void {
  connection.run('UPDATE fact_row SET status = ?, status_since = ? WHERE id = ?', [
    ...[row.status, row.statusSince, id],
  ]);
  writeStatuses(connection, id, row.statusesBefore.slice(-1));
}

function writeStatuses(connection: Connection, id: number, statuses: readonly StatusRow[]): void {
  insert(
    connection,
    'fact_status (fact, since, status)',
    statuses.map(({ since, status }) => [id, since, status]),
  );
}

/** Lists are short; the few longer ones take several statements, so that there are not as many as lengths. */
const ROWS_AT_ONCE = 8;

/** Inserts rows; `target` is the table with the columns that the values of a row are for. */
function insert(
  connection: Connection,
  target: string,
  rows: readonly (readonly Value[])[],
  conflict = '',
): void {
  for (let start = 0; start < rows.length; start += ROWS_AT_ONCE) {
    const some = rows.slice(start, start + ROWS_AT_ONCE);
    const marks = some.map((row) => `(${row.map(() => '?').join(', ')})`);
    connection.run(`INSERT INTO ${target} VALUES ${marks.join(', ')} ${conflict}`, some.flat());
  }
}
