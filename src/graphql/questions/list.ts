import type { Page, Slice } from '../../store/port.js';
import { connect } from '../types/connection.js';
import type { Connection, ConnectionClass } from '../types/connection.js';
import type { PageArguments } from '../paging.js';

/** A list that a question has worked out whole. */
export interface ComputedList<Item> {
  /** The name of the order, which its cursors carry. */
  order: string;
  /** What its places look like. */
  places: RegExp;
  knownIn: number;
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
  { order, places, knownIn, items, placeOf, present, about }: ComputedList<Item>,
): Connection {
  return connect<Item, string>(type, args, {
    ordering: { order, descending: false },
    places,
    knownIn,
    load: (page) => Promise.resolve(sliceOf(items, placeOf, page)),
    count: () => Promise.resolve(items.length),
    present,
    about,
  });
}

/** A page of items that stand in the order of their places. */
export function sliceOf<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => string,
  { limit, descending, after, before }: Page<string>,
): Slice<Item> {
  const isBehind = (one: string, other: string) => (descending ? one < other : one > other);
  const placed = items.map((item) => ({ item, orderKey: placeOf(item) }));
  if (descending) placed.reverse();
  const within = placed.filter(
    ({ orderKey }) =>
      (after === undefined || isBehind(orderKey, after)) &&
      (before === undefined || isBehind(before, orderKey)),
  );
  return { items: within.slice(0, limit), hasMore: within.length > limit };
}
