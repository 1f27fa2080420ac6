import { textIn } from '../connection.js';
import type { Connection, Fragment } from '../connection.js';
import type { FoundPage } from '../../decode.js';
import type { Page } from '../../port.js';
import { allOf, fragment } from './condition.js';
import type { Condition, Searched, Way } from './condition.js';
import { chooseRoute, tablesOf } from './way.js';
import type { Route } from './way.js';

type Found = FoundPage['items'][number];

/** Rows that are found together. */
type Stretch = Pick<Way<string>, 'where' | 'repeats'>;

// Counting rows must stay cheap beside what it saves: a page often ends after a few rows, a count reads them all.
const CERTAIN_FOR_PAGE = 1_000;
const CERTAIN_FOR_COUNT = 20_000;

/** The page of the records that meet all conditions; where only `keys` are wanted, these are its texts. */
export function findPage<Order extends string>(
  connection: Connection,
  searched: Searched<Order>,
  conditions: readonly Condition<Order>[],
  page: Page<Order>,
  keys = false,
): FoundPage {
  const route = chooseRoute(connection, searched, conditions, CERTAIN_FOR_PAGE);
  const wanted = page.limit + 1;
  const find = (stretch: Stretch, before = page.before) =>
    findInOrder(connection, searched, route, stretch, { ...page, before, limit: wanted }, keys);
  const ordered = route.way.orders[page.order] !== undefined;
  const runs = ordered ? route.way.runs(connection) : null;
  if (runs === null) return cut(find(route.way), page.limit);

  let found: Found[] = [];
  let { before } = page;
  for (const where of runs) {
    found = merge(found, find({ where, repeats: false }, before), page.descending).slice(0, wanted);
    // What lies behind a full page cannot come onto it any more.
    if (found.length === wanted) before = found.at(-1)?.orderKey;
  }
  return cut(found, page.limit);
}

/** How many records meet all conditions. */
export function count<Order extends string>(
  connection: Connection,
  searched: Searched<Order>,
  conditions: readonly Condition<Order>[],
): number {
  const { way, tests, tested } = chooseRoute(connection, searched, conditions, CERTAIN_FOR_COUNT);
  const { sql, values } = allOf([way.where, tests]);
  const what = way.repeats ? `count(DISTINCT ${way.id})` : 'count(*)';
  const counted = connection.row<{ count: number }>(
    `SELECT ${what} AS count FROM ${tablesOf(searched, way, tested)} WHERE ${sql}`,
    values,
  );
  return counted?.count ?? 0;
}

/** The first rows in the order of the page, each once, with the texts of their records, or their keys. */
function findInOrder<Order extends string>(
  connection: Connection,
  searched: Searched<Order>,
  { way, tests, tested }: Route<Order>,
  { where, repeats }: Stretch,
  page: Page<Order>,
  keys: boolean,
): Found[] {
  const indexed = way.orders[page.order];
  const order = indexed ?? searched.orders[page.order];
  const { sql, values } = allOf([where, tests, ...bounds(order, page)]);
  const direction = page.descending ? 'DESC' : 'ASC';
  // The texts are looked up last, so that a sort need not carry those that the limit cuts off.
  return connection.rows<Found>(
    `SELECT found.order_key AS orderKey, ${textIn(keys ? 'record.key' : 'record.text')} AS text FROM (
       SELECT ${repeats ? 'DISTINCT' : ''} ${order} AS order_key, ${way.id} AS id
       FROM ${tablesOf(searched, way, tested || indexed === undefined)}
       WHERE ${sql} ORDER BY ${order} ${direction} LIMIT ?
     ) AS found CROSS JOIN ${searched.records} AS record ON record.id = found.id
     ORDER BY found.order_key ${direction}`,
    [...values, page.limit],
  );
}

function bounds<Order extends string>(order: string, { after, before, descending }: Page<Order>): Fragment[] {
  const [beyond, short] = descending ? ['<', '>'] : ['>', '<'];
  return [
    ...(after === undefined ? [] : [fragment(`${order} ${beyond} ?`, after)]),
    ...(before === undefined ? [] : [fragment(`${order} ${short} ?`, before)]),
  ];
}

/** Both lists as one, in order; an order key stands for one record, so that one in both is taken once. */
function merge(left: readonly Found[], right: readonly Found[], descending: boolean): Found[] {
  const merged: Found[] = [];
  let [l, r] = [0, 0];
  for (;;) {
    const [a, b] = [left[l], right[r]];
    if (a === undefined || b === undefined) return [...merged, ...left.slice(l), ...right.slice(r)];
    const same = a.orderKey === b.orderKey;
    const leftFirst = same || a.orderKey < b.orderKey !== descending;
    merged.push(leftFirst ? a : b);
    if (same || leftFirst) l++;
    if (same || !leftFirst) r++;
  }
}

function cut(found: readonly Found[], limit: number): FoundPage {
  return { items: found.slice(0, limit), hasMore: found.length > limit };
}
