import { z } from 'zod';
import { ConfrereError } from '../errors.js';
import { isKey } from '../ontology/index.js';
import { digestOf, recordText } from '../store/derive.js';
import type { Ordered, Page, Slice } from '../store/port.js';
import { shorten } from './globalId.js';

/** How many items a page has when the client does not say, and at the most. */
export const DEFAULT_PAGE_SIZE = 20;
export const LARGEST_PAGE_SIZE = 100;

/** Relay's arguments of a connection. */
export interface PageArguments {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** An order of a list, and whether it runs from its end. */
export interface Ordering<Order extends string> {
  order: Order;
  descending: boolean;
}

/** The state of the graph that a list is of; its cursors carry the changeset, so that all pages see one state. */
export interface Pinned {
  knownIn?: number;
}

/** Which list it is: in short, its type and what it was asked with. */
export interface Asked {
  asked: string;
}

/** The same for the same list, however much of it is asked for. Its state stands in cursors beside it. */
export function askedWith(type: string, args: object): string {
  const { first, after, last, before, asKnownOn, ...others } = args as PageArguments & {
    asKnownOn?: unknown;
  };
  return digestOf(recordText({ type, ...others })).slice(0, 8);
}

/** What the order keys of a list look like that are not those of a store. */
export interface Placed {
  places?: RegExp;
}

/** A page as a store is asked for it; `backward` when it was asked from the end and must be turned round again. */
export interface RequestedPage<Order extends string> {
  page: Page<Order>;
  backward: boolean;
}

/** Reads the arguments of a connection. Refuses with BAD_PAGE_SIZE or BAD_CURSOR. */
export function requestedPage<Order extends string>(
  { first, after, last, before }: PageArguments,
  ordering: Ordering<Order> & Asked & Pinned & Placed,
): RequestedPage<Order> {
  if (first != null && last != null) {
    throw new ConfrereError('BAD_PAGE_SIZE', 'Both `first` and `last` were given; expected one of them.');
  }
  const backward = last != null;
  const limit = pageSize(backward ? 'last' : 'first', (backward ? last : first) ?? DEFAULT_PAGE_SIZE);
  const start = after == null ? undefined : decodeCursor(after, ordering);
  const end = before == null ? undefined : decodeCursor(before, ordering);
  return {
    backward,
    page: {
      limit,
      order: ordering.order,
      descending: ordering.descending !== backward,
      ...bounds(backward ? end : start, backward ? start : end),
    },
  };
}

function bounds(after: string | undefined, before: string | undefined) {
  return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
}

function pageSize(name: 'first' | 'last', size: number): number {
  if (size >= 0 && size <= LARGEST_PAGE_SIZE) return size;
  throw new ConfrereError(
    'BAD_PAGE_SIZE',
    `\`${name}\` is ${size}; expected 0 to ${LARGEST_PAGE_SIZE}. For more, ask for the next page with \`${
      name === 'first' ? 'after: pageInfo.endCursor' : 'before: pageInfo.startCursor'
    }\`.`,
  );
}

/** The items of a page in the order of the list, whichever way it was asked, with Relay's page info. */
export function arrange<Item>(
  slice: Slice<Item>,
  { backward, page }: RequestedPage<string>,
): { items: readonly Ordered<Item>[]; hasNextPage: boolean; hasPreviousPage: boolean } {
  // Towards the side from which the page was asked, a cursor tells that something may lie there: Relay allows that answer.
  const behind = page.after !== undefined;
  return backward
    ? { items: [...slice.items].reverse(), hasNextPage: behind, hasPreviousPage: slice.hasMore }
    : { items: slice.items, hasNextPage: slice.hasMore, hasPreviousPage: behind };
}

/** A cursor: the place of an item in one order of a list. It holds no offset, so writes do not shift it. */
export function encodeCursor(orderKey: string, ordering: Ordering<string> & Asked & Pinned): string {
  const { asked, knownIn } = ordering;
  const place = [orderName(ordering), orderKey, asked, ...(knownIn === undefined ? [] : [knownIn])];
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The changeset that the cursors of a page carry, if any. Refuses with BAD_CURSOR two that carry different ones. */
export function pinOf({ after, before }: PageArguments): number | undefined {
  const pins = [after, before].flatMap((cursor) => (cursor == null ? [] : (parseCursor(cursor)[3] ?? [])));
  const [pin, other] = pins;
  if (other === undefined || other === pin) return pin;
  return refuseCursor(before ?? '', `it is of changeset ${other}, and \`after\` of changeset ${pin}`);
}

/** Refuses with BAD_CURSOR the cursors of a page that carry another changeset. */
export function demandPin({ after, before }: PageArguments, knownIn: number): void {
  for (const cursor of [after, before]) {
    if (cursor != null) demandState(cursor, parseCursor(cursor)[3], knownIn);
  }
}

function demandState(cursor: string, pin: number | undefined, knownIn: number | undefined): void {
  if (pin === undefined || knownIn === undefined || pin === knownIn) return;
  refuseCursor(
    cursor,
    `it belongs to a list as known in changeset ${pin}, and this one is as known in ${knownIn}`,
  );
}

function decodeCursor(cursor: string, ordering: Ordering<string> & Asked & Pinned & Placed): string {
  const [order, orderKey, asked, knownIn] = parseCursor(cursor);
  demandState(cursor, knownIn, ordering.knownIn);
  if (order !== orderName(ordering)) {
    refuseCursor(
      cursor,
      `it belongs to a list ordered by ${order}, and this list is ordered by ${orderName(ordering)}`,
    );
  }
  if (!(ordering.places?.test(orderKey) ?? isOrderKey(order, orderKey))) refuseCursor(cursor, NEVER_GIVEN);
  if (asked !== ordering.asked) {
    refuseCursor(cursor, 'it belongs to another list, or to this one asked with other arguments');
  }
  return orderKey;
}

/** What stands before the key of a record in the order keys that stores give (see store/derive.ts). */
const BEFORE_KEY: Readonly<Record<string, RegExp>> = {
  TIME: /^[0-9]{34}\|/,
  NAME: /^[a-z0-9-]* /,
  KEY: /^/,
};

const NEVER_GIVEN = 'this service never gave it out';

const cursorContent = z.tuple([z.string(), z.string(), z.string(), z.int().min(0).optional()]);

function isOrderKey(order: string, orderKey: string): boolean {
  const before = BEFORE_KEY[order.replace('_DESCENDING', '')]?.exec(orderKey);
  return before != null && isKey(orderKey.slice(before[0].length));
}

function parseCursor(cursor: string): [order: string, orderKey: string, asked: string, knownIn?: number] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const { data } = cursorContent.safeParse(parsed);
    if (data !== undefined) return data;
  } catch {
    // Not JSON: refused below like everything else that is no cursor.
  }
  return refuseCursor(cursor, NEVER_GIVEN);
}

function orderName({ order, descending }: Ordering<string>): string {
  return descending ? `${order}_DESCENDING` : order;
}

function refuseCursor(cursor: string, why: string): never {
  throw new ConfrereError(
    'BAD_CURSOR',
    `The cursor "${shorten(cursor)}" cannot be used: ${why}. Pass \`pageInfo.endCursor\` or an edge’s \`cursor\` of the same list.`,
  );
}
