import { PAGE_MAXIMUM } from './port.js';
import type { Page, Slice } from './port.js';

/** A page of a list that has nothing. */
export const EMPTY_PAGE = { items: [], hasMore: false } as const;

/** Loads one page of a list. */
export type Load<Item, Order extends string> = (page: Page<Order>) => Promise<Slice<Item>>;

/** The first of the pages in which a list is read by key. */
export const FIRST_BY_KEY: Page<'KEY'> = { limit: PAGE_MAXIMUM, order: 'KEY', descending: false };

/** All items of a list, page by page from the first on; none of the pages is empty. */
export async function* pagesOf<Item, Order extends string>(
  load: Load<Item, Order>,
  first: Page<Order>,
): AsyncGenerator<Item[]> {
  let page = first;
  for (;;) {
    const { items, hasMore } = await load(page);
    const last = items.at(-1);
    if (last === undefined) return;
    yield items.map(({ item }) => item);
    if (!hasMore) return;
    page = { ...page, after: last.orderKey };
  }
}
