import { backwards } from '../derive.js';
import type { EntityRow, FactRow, StatusRow } from '../derive.js';
import type { WordsOf } from '../port.js';
import type { Connection } from './connection.js';
import type { Inserts } from './inserts.js';
import { TARGETS } from './targets.js';
import { WORD_TABLES } from './wordTables.js';

/** Writes the rows of an entity that has none. */
export function writeEntityRows(inserts: Inserts, id: number, row: EntityRow): void {
  const { key, kind, nameOrder, recordedIn } = row;
  inserts.add(TARGETS.entityRow, [[id, key, kind, nameOrder, recordedIn]]);
  inserts.add(
    TARGETS.entityName,
    row.nameKeys.map((name) => [name, id]),
  );
  inserts.add(
    TARGETS.entityWord,
    row.words.map((word) => [word, nameOrder, id]),
  );
  addToVocabulary(inserts, 'entities', row.words);
  inserts.add(
    TARGETS.entityExternalId,
    row.externalIds.map((externalId) => [externalId, id]),
  );
  inserts.add(
    TARGETS.entityLink,
    row.links.map(({ to, relation }) => [to, relation, nameOrder, id]),
  );
  inserts.add(
    TARGETS.entityCitation,
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
  inserts.add(TARGETS.factRow, [
    [
      ...[id, row.key, row.kind, row.status, row.modality, Number(row.negated), timeOrder],
      ...[row.earliestStart, row.latestStart, row.earliestEnd, row.latestEnd, row.yearless],
      ...[row.recordedIn, row.statusSince],
    ],
  ]);
  inserts.add(
    TARGETS.participant,
    row.participants.map(({ entity, role }) => [entity, role, timeOrder, id]),
  );
  inserts.add(
    TARGETS.factCitation,
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
    of === 'facts' ? TARGETS.factWord : TARGETS.sourceWord,
    words.map((word) => [word, id]),
  );
  addToVocabulary(inserts, of, words);
}

const VOCABULARIES = {
  entities: TARGETS.entityVocabulary,
  facts: TARGETS.factVocabulary,
  sources: TARGETS.sourceVocabulary,
} as const;

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
    TARGETS.factStatus,
    statuses.map(({ since, status }) => [id, since, status]),
  );
}
