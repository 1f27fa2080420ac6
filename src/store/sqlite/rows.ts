import type { EntityRow, FactRow } from '../derive.js';
import type { Connection } from './connection.js';

/** Writes the rows of an entity that has none. */
export function writeEntityRows(connection: Connection, id: number, row: EntityRow): void {
  connection.run('INSERT INTO entity_row (id, key, kind, name_order) VALUES (?, ?, ?, ?)', [
    id,
    row.key,
    row.kind,
    row.nameOrder,
  ]);
  for (const name of row.nameKeys) {
    connection.run('INSERT INTO entity_name (name_key, entity) VALUES (?, ?)', [name, id]);
  }
  for (const externalId of row.externalIds) {
    connection.run('INSERT INTO entity_external_id (external_id, entity) VALUES (?, ?)', [externalId, id]);
  }
  for (const { relation, to } of row.links) {
    connection.run('INSERT INTO entity_link (target, relation, name_order, entity) VALUES (?, ?, ?, ?)', [
      to,
      relation,
      row.nameOrder,
      id,
    ]);
  }
  for (const source of row.sources) {
    connection.run('INSERT INTO entity_citation (source, name_order, entity) VALUES (?, ?, ?)', [
      source,
      row.nameOrder,
      id,
    ]);
  }
}

/** Takes away the rows of an entity before it gets others. */
export function clearEntityRows(connection: Connection, id: number): void {
  connection.run('DELETE FROM entity_name WHERE entity = ?', [id]);
  connection.run('DELETE FROM entity_external_id WHERE entity = ?', [id]);
  connection.run('DELETE FROM entity_link WHERE entity = ?', [id]);
  connection.run('DELETE FROM entity_citation WHERE entity = ?', [id]);
  connection.run('DELETE FROM entity_row WHERE id = ?', [id]);
}

/** Writes the rows of a new fact. */
export function writeFactRows(connection: Connection, id: number, row: FactRow): void {
  connection.run(
    `INSERT INTO fact_row (id, key, kind, status, modality, negated, time_order,
       earliest_start, latest_start, earliest_end, latest_end, yearless)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      ...[id, row.key, row.kind, row.status, row.modality, Number(row.negated), row.timeOrder],
      ...[row.earliestStart, row.latestStart, row.earliestEnd, row.latestEnd, row.yearless],
    ],
  );
  for (const { role, entity } of row.participants) {
    connection.run('INSERT INTO participant (entity, role, time_order, fact) VALUES (?, ?, ?, ?)', [
      entity,
      role,
      row.timeOrder,
      id,
    ]);
  }
  for (const source of row.sources) {
    connection.run('INSERT INTO fact_citation (source, time_order, fact) VALUES (?, ?, ?)', [
      source,
      row.timeOrder,
      id,
    ]);
  }
}

/** Of a fact that stands only the status moves: what it states never changes. */
export function writeFactStatus(connection: Connection, id: number, row: FactRow): void {
  connection.run('UPDATE fact_row SET status = ? WHERE id = ?', [row.status, id]);
}
