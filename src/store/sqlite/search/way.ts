import type { Connection, Fragment } from '../connection.js';
import { allOf, fragment } from './condition.js';
import type { Condition, Searched, Way } from './condition.js';

/** How a question is put to the database: by which index to come to the rows, and what to ask of each. */
export interface Route<Order extends string> {
  way: Way<Order>;
  tests: Fragment;
  /** Whether anything is left to be asked of the rows themselves. */
  tested: boolean;
}

/** A way that leads to fewer rows than this is good enough. */
const FEW = 100;

/**
 * Takes the way that leads to the fewest rows, so that the work is never more than the rarest condition makes it.
 * Sizes are counted up to `certain`; of ways that lead to more the first is taken.
 */
export function chooseRoute<Order extends string>(
  connection: Connection,
  searched: Searched<Order>,
  conditions: readonly Condition<Order>[],
  certain: number,
): Route<Order> {
  const ways = conditions.flatMap(({ way, test }) => (way === undefined ? [] : [{ way, test }]));
  let [best] = ways;
  let fewest = Infinity;
  for (const each of ways.length > 1 ? ways : []) {
    const size = sizeOf(connection, searched, each.way, Math.min(certain, fewest));
    if (size < fewest) [best, fewest] = [each, size];
    if (fewest <= FEW) break;
  }
  const way = best?.way ?? everything(searched);
  const others = conditions.map(({ test }) => test).filter((test) => test !== best?.test);
  return {
    way,
    tests: allOf(others.map((test) => (typeof test === 'function' ? test(way) : test))),
    tested: others.some((test) => typeof test !== 'function'),
  };
}

function sizeOf<Order extends string>(
  connection: Connection,
  searched: Searched<Order>,
  way: Way<Order>,
  most: number,
): number {
  const { sql, values } = way.where;
  const counted = connection.row<{ size: number }>(
    `SELECT count(*) AS size FROM (SELECT 1 FROM ${tableOf(searched, way)} WHERE ${sql} LIMIT ?)`,
    [...values, most],
  );
  return counted?.size ?? 0;
}

function everything<Order extends string>(searched: Searched<Order>): Way<Order> {
  const where = fragment('TRUE');
  return { where, id: 'row.id', orders: searched.orders, repeats: false, runs: () => [where] };
}

/** The table of a way, with its name. */
export function tableOf<Order extends string>(searched: Searched<Order>, way: Way<Order>): string {
  return way.table === undefined ? `${searched.rows} AS row` : `${way.table} AS way`;
}

/** The tables of a question: those of the way, and the searched one where something is to be read of it. */
export function tablesOf<Order extends string>(
  searched: Searched<Order>,
  way: Way<Order>,
  reads: boolean,
): string {
  const table = tableOf(searched, way);
  if (way.table === undefined || !reads) return table;
  // CROSS JOIN keeps SQLite from starting at the other end.
  return `${table} CROSS JOIN ${searched.rows} AS row ON row.id = ${way.id}`;
}
