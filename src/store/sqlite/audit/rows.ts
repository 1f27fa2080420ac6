import type { EntityRow, FactRow, SourceRow } from '../../derive.js';
import { listOf } from '../connection.js';
import type { Connection } from '../connection.js';

/** The rows of these entities as they are found; an entity without a row of its own is left out. */
export function entityRowsOf(connection: Connection, ids: readonly number[]): Map<number, EntityRow> {
  type Own = Pick<EntityRow, 'key' | 'kind' | 'nameOrder' | 'recordedIn'> & { id: number };
  const rows = connection.rows<Own>(
    `SELECT id, key, kind, name_order AS nameOrder, recorded_in AS recordedIn
     FROM entity_row WHERE id IN (SELECT value FROM json_each(?))`,
    [listOf(ids)],
  );
  const names = listsOf<{ id: number; value: string }>(connection, ids, {
    columns: 'name_key AS value',
    table: 'entity_name',
    owner: 'entity',
  });
  const words = listsOf<{ id: number; value: string; order: string }>(connection, ids, {
    columns: 'word AS value, name_order AS "order"',
    table: 'entity_word',
    owner: 'entity',
  });
  const externalIds = listsOf<{ id: number; value: string }>(connection, ids, {
    columns: 'external_id AS value',
    table: 'entity_external_id',
    owner: 'entity',
  });
  const links = listsOf<{ id: number; relation: string; to: string; order: string }>(connection, ids, {
    columns: 'relation, target AS "to", name_order AS "order"',
    table: 'entity_link',
    owner: 'entity',
  });
  const citations = listsOf<{ id: number; value: string; order: string }>(connection, ids, {
    columns: 'source AS value, name_order AS "order"',
    table: 'entity_citation',
    owner: 'entity',
  });
  return new Map(
    rows.map(({ id, ...row }) => {
      // A row under another order key is found at the wrong place: it is no row of this entity but a stray.
      const placed = ({ order }: { order: string }) => order === row.nameOrder;
      return [
        id,
        {
          ...row,
          nameKeys: valuesOf(names(id)),
          words: valuesOf(words(id).filter(placed)),
          externalIds: valuesOf(externalIds(id)),
          links: links(id)
            .filter(placed)
            .map(({ relation, to }) => ({ relation, to }))
            .sort(byText),
          sources: valuesOf(citations(id).filter(placed)),
        },
      ];
    }),
  );
}

/** The rows of these facts as they are found; a fact without a row of its own is left out. */
export function factRowsOf(connection: Connection, ids: readonly number[]): Map<number, FactRow> {
  type Own = Omit<FactRow, 'participants' | 'sources' | 'words' | 'statusesBefore' | 'negated'> & {
    id: number;
    negated: number;
  };
  const rows = connection.rows<Own>(
    `SELECT id, key, kind, status, modality, negated, time_order AS timeOrder,
       earliest_start AS earliestStart, latest_start AS latestStart,
       earliest_end AS earliestEnd, latest_end AS latestEnd, yearless,
       recorded_in AS recordedIn, status_since AS statusSince
     FROM fact_row WHERE id IN (SELECT value FROM json_each(?))`,
    [listOf(ids)],
  );
  const participants = listsOf<{ id: number; role: string; entity: string; order: string }>(connection, ids, {
    columns: 'role, entity, time_order AS "order"',
    table: 'participant',
    owner: 'fact',
  });
  const citations = listsOf<{ id: number; value: string; order: string }>(connection, ids, {
    columns: 'source AS value, time_order AS "order"',
    table: 'fact_citation',
    owner: 'fact',
  });
  const words = wordsOf(connection, ids, 'fact');
  const statuses = listsOf<{ id: number; since: number; status: string }>(connection, ids, {
    columns: 'since, status',
    table: 'fact_status',
    owner: 'fact',
  });
  return new Map(
    rows.map(({ id, negated, ...row }) => {
      const placed = ({ order }: { order: string }) => order === row.timeOrder;
      return [
        id,
        {
          ...row,
          negated: negated !== 0,
          participants: participants(id)
            .filter(placed)
            .map(({ role, entity }) => ({ role, entity }))
            .sort(byText),
          sources: valuesOf(citations(id).filter(placed)),
          words: words(id),
          statusesBefore: statuses(id)
            .map(({ since, status }) => ({ since, status }))
            .sort((a, b) => a.since - b.since),
        },
      ];
    }),
  );
}

/** The rows of these sources as they are found. */
export function sourceRowsOf(connection: Connection, ids: readonly number[]): (id: number) => SourceRow {
  const words = wordsOf(connection, ids, 'source');
  return (id) => ({ words: words(id) });
}

function wordsOf(
  connection: Connection,
  ids: readonly number[],
  owner: 'fact' | 'source',
): (id: number) => string[] {
  const words = listsOf<{ id: number; value: string }>(connection, ids, {
    columns: 'word AS value',
    table: `${owner}_word`,
    owner,
  });
  return (id) => valuesOf(words(id));
}

/** Reads the list of each of the ids; answers with a look-up by id. */
function listsOf<Row extends { id: number }>(
  connection: Connection,
  ids: readonly number[],
  { columns, table, owner }: { columns: string; table: string; owner: 'entity' | 'fact' | 'source' },
): (id: number) => readonly Row[] {
  const rows = connection.rows<Row>(
    `SELECT ${owner} AS id, ${columns} FROM ${table} WHERE ${owner} IN (SELECT value FROM json_each(?))`,
    [listOf(ids)],
  );
  const lists = new Map<number, Row[]>();
  for (const row of rows) {
    const list = lists.get(row.id);
    if (list === undefined) lists.set(row.id, [row]);
    else list.push(row);
  }
  return (id) => lists.get(id) ?? [];
}

function valuesOf(rows: readonly { value: string }[]): string[] {
  return rows.map(({ value }) => value).sort();
}

/** The order in which `derive` gives rows. */
function byText(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
