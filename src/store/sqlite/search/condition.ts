import { listOf } from '../connection.js';
import type { Connection, Fragment } from '../connection.js';

/** The table of rows that is searched, and the one of the records that they stand for. */
export interface Searched<Order extends string> {
  rows: 'fact_row' | 'entity_row';
  records: 'fact' | 'entity';
  /** The column of the row, `row.…`, that holds the order key. */
  orders: Readonly<Record<Order, string>>;
}

/** One condition of a question, in the two forms that SQL can make use of. */
export interface Condition<Order extends string> {
  /**
   * Asks whether the condition holds: of one row, under the name `row`, or of the columns in which its id and its order
   * keys stand, for then the row itself need not be looked up.
   */
  test: Fragment | ((row: RowColumns<Order>) => Fragment);
  /** Where an index lists the rows of which it holds. */
  way?: Way<Order>;
}

/** Where to read of a row what need not be looked up. */
export interface RowColumns<Order extends string> {
  /** The column with the id of the row, and those with an order key of it. */
  id: string;
  orders: Partial<Readonly<Record<Order, string>>>;
}

/** A way to the rows of which a condition holds, by an index. */
export interface Way<Order extends string> extends RowColumns<Order> {
  /** A table under the name `way`; left out where it is the searched one itself, under the name `row`. */
  table?: string;
  where: Fragment;
  /** Whether it may come to one row several times. */
  repeats: boolean;
  /**
   * The stretches of the index that make up `where`, each of which has its rows in the orders named above; null where
   * they are too many for each to be a question of its own.
   */
  runs(connection: Connection): readonly Fragment[] | null;
}

/** Merging so many stretches of an index costs about as much as sorting what is in them. */
export const RUNS_MAXIMUM = 32;

/** A fragment; values stand in the order of its question marks. */
export function fragment(sql: string, ...values: Fragment['values']): Fragment {
  return { sql, values };
}

/** All of them together. */
export function allOf(fragments: readonly Fragment[]): Fragment {
  return {
    sql: fragments.map(({ sql }) => `(${sql})`).join(' AND ') || 'TRUE',
    values: fragments.flatMap(({ values }) => values),
  };
}

/** Whether a column has one of these values. */
export function oneOf(column: string, values: readonly string[]): Fragment {
  return fragment(`${column} IN (SELECT value FROM json_each(?))`, listOf(values));
}

/** Behind all words that begin with another, which are of letters and digits. */
const BEHIND = '{';

/** One of them at least. */
export function anyOf(fragments: readonly Fragment[]): Fragment {
  return {
    sql: fragments.map(({ sql }) => `(${sql})`).join(' OR ') || 'FALSE',
    values: fragments.flatMap(({ values }) => values),
  };
}

/** Whether the word in a column begins so. */
export function beginning(column: string, text: string): Fragment {
  return fragment(`${column} >= ? AND ${column} < ?`, text, text + BEHIND);
}

/** The way to the rows that have one of these values in the column by which an index begins. */
export function wayByValue<Order extends string>(
  column: string,
  values: readonly string[],
  way: Pick<Way<Order>, 'table' | 'id' | 'orders'>,
): Way<Order> {
  const each = [...new Set(values)];
  return {
    ...way,
    where: oneOf(column, each),
    // A row of the searched table has one value there; what lists other rows may list one under several.
    repeats: way.table !== undefined && each.length > 1,
    runs: () => (each.length > RUNS_MAXIMUM ? null : each.map((value) => fragment(`${column} = ?`, value))),
  };
}
