import type { Page, Slice } from '../../store/port.js';
import { connect } from '../types/connection.js';
import type { Connection, ConnectionClass } from '../types/connection.js';
import type { Loaders } from '../loaders.js';
import type { PageArguments } from '../paging.js';

/** A list that a question has worked out whole. */
export interface ComputedList<Item> {
  /** The name of the order, which its cursors carry. */
  order: string;
  /** What its places look like. */
  places: RegExp;
  loaders: Loaders;
  /** In the order of their places. */
  items: readonly Item[];
  /** Where an item stands: texts that ascend in the order of the list, no two alike, and the same whenever it is asked. */
  placeOf: (item: Item) => string;
  present: (item: Item) => unknown;
  /** What the question says of the whole list. */
  about?: unknown;
}

/** A connection over a list that a question has worked out. Refuses with BAD_PAGE_SIZE or BAD_CURSOR. */
export function connectComputed<Item>(
  type: ConnectionClass,
  args: PageArguments,
  { order, places, loaders, items, placeOf, present, about }: ComputedList<Item>,
): Connection {
  return connect<Item, string>(type, args, {
    ordering: { order, descending: false },
    places,
    knownIn: loaders.view.knownIn,
    loaders,
    load: (page) => Promise.resolve(sliceOf(items, placeOf, page)),
    count: () => Promise.resolve(items.length),
    present,
    about,
  });
}

/** A page of items that stand in the order of their places; of long lists few places are looked at. */
export function sliceOf<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => string,
  { limit, descending, after, before }: Page<string>,
): Slice<Item> {
  const [lower, upper] = descending ? [before, after] : [after, before];
  const start = lower === undefined ? 0 : firstWhere(items, (item) => placeOf(item) > lower);
  const end = upper === undefined ? items.length : firstWhere(items, (item) => placeOf(item) >= upper);
  const count = Math.max(0, end - start);
  const shown = descending
    ? items.slice(end - Math.min(limit, count), end).reverse()
    : items.slice(start, start + Math.min(limit, count));
  return { items: shown.map((item) => ({ item, orderKey: placeOf(item) })), hasMore: count > limit };
}

/** The place of the first item that holds, where all behind it hold too. */
function firstWhere<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  let [start, end] = [0, items.length];
  while (start < end) {
    const middle = Math.floor((start + end) / 2);
    const item = items[middle];
    if (item !== undefined && !holds(item)) start = middle + 1;
    else end = middle;
  }
  return start;
}
