import { backwards } from '../derive.js';
import type { EntityRow, FactRow, StatusRow } from '../derive.js';
import type { WordsOf } from '../port.js';
import type { Connection } from './connection.js';
import { Target } from './inserts.js';
import type { Inserts } from './inserts.js';
import { WORD_TABLES } from './wordTables.js';

const ENTITY_ROW = new Target('entity_row (id, key, kind, name_order, recorded_in)');
const ENTITY_NAME = new Target('entity_name (name_key, entity)');
const ENTITY_WORD = new Target('entity_word (word, name_order, entity)');
const ENTITY_EXTERNAL_ID = new Target('entity_external_id (external_id, entity)');
const ENTITY_LINK = new Target('entity_link (target, relation, name_order, entity)');
const ENTITY_CITATION = new Target('entity_citation (source, name_order, entity)');
const FACT_ROW = new Target(
  `fact_row (id, key, kind, status, modality, negated, time_order,
    earliest_start, latest_start, earliest_end, latest_end, yearless, recorded_in, status_since)`,
);
const PARTICIPANT = new Target('participant (entity, role, time_order, fact)');
const FACT_CITATION = new Target('fact_citation (source, time_order, fact)');
const FACT_STATUS = new Target('fact_status (fact, since, status)');
const FACT_WORD = new Target('fact_word (word, fact)');
const SOURCE_WORD = new Target('source_word (word, source)');
const VOCABULARIES: Readonly<Record<WordsOf, Target>> = {
  entities: new Target('word (word, backwards)', true),
  facts: new Target('fact_vocabulary (word, backwards)', true),
  sources: new Target('source_vocabulary (word, backwards)', true),
};

/** Writes the rows of an entity that has none. */
export function writeEntityRows(inserts: Inserts, id: number, row: EntityRow): void {
  const { key, kind, nameOrder, recordedIn } = row;
  inserts.add(ENTITY_ROW, [[id, key, kind, nameOrder, recordedIn]]);
  inserts.add(
    ENTITY_NAME,
    row.nameKeys.map((name) => [name, id]),
  );
  inserts.add(
    ENTITY_WORD,
    row.words.map((word) => [word, nameOrder, id]),
  );
  addToVocabulary(inserts, 'entities', row.words);
  inserts.add(
    ENTITY_EXTERNAL_ID,
    row.externalIds.map((externalId) => [externalId, id]),
  );
  inserts.add(
    ENTITY_LINK,
    row.links.map(({ to, relation }) => [to, relation, nameOrder, id]),
  );
  inserts.add(
    ENTITY_CITATION,
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
export function writeFactRows(inserts: Inserts, id: number, row: FactRow): void {
  const { timeOrder } = row;
  inserts.add(FACT_ROW, [
    [
      ...[id, row.key, row.kind, row.status, row.modality, Number(row.negated), timeOrder],
      ...[row.earliestStart, row.latestStart, row.earliestEnd, row.latestEnd, row.yearless],
      ...[row.recordedIn, row.statusSince],
    ],
  ]);
  inserts.add(
    PARTICIPANT,
    row.participants.map(({ entity, role }) => [entity, role, timeOrder, id]),
  );
  inserts.add(
    FACT_CITATION,
    row.sources.map((source) => [source, timeOrder, id]),
  );
  writeWords(inserts, 'facts', id, row.words);
  writeStatuses(inserts, id, row.statusesBefore);
}

/** Writes the words of a fact or source that has none. */
export function writeWords(
  inserts: Inserts,
  of: 'facts' | 'sources',
  id: number,
  words: readonly string[],
): void {
  inserts.add(
    of === 'facts' ? FACT_WORD : SOURCE_WORD,
    words.map((word) => [word, id]),
  );
  addToVocabulary(inserts, of, words);
}

function addToVocabulary(inserts: Inserts, of: WordsOf, words: readonly string[]): void {
  inserts.add(
    VOCABULARIES[of],
    words.map((word) => [word, backwards(word)]),
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
export function writeFactStatus(connection: Connection, inserts: Inserts, id: number, row: FactRow): void {
  connection.run('UPDATE fact_row SET status = ?, status_since = ? WHERE id = ?', [
    ...[row.status, row.statusSince, id],
  ]);
  writeStatuses(inserts, id, row.statusesBefore.slice(-1));
}

function writeStatuses(inserts: Inserts, id: number, statuses: readonly StatusRow[]): void {
  inserts.add(
    FACT_STATUS,
    statuses.map(({ since, status }) => [id, since, status]),
  );
}
