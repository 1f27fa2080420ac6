import { ConfrereError } from '../../errors.js';
import { KEYS_MAXIMUM, PAGE_MAXIMUM } from '../../store/port.js';
import type { EntityRecord } from '../../ontology/index.js';
import type { LinkFilter, Page, Parent, Slice, Store } from '../../store/port.js';

type Load<Item, Order extends string> = (page: Page<Order>) => Promise<Slice<Item>>;

/** The list of the entities whose relation leads to a parent. */
export function linkedTo(
  where: Pick<Store, 'linkedTo'>,
  parent: Parent,
  filter: LinkFilter,
): Load<EntityRecord, 'KEY'> {
  return async (page) => {
    const [slice] = await where.linkedTo([parent], filter, page);
    return slice ?? { items: [], hasMore: false };
  };
}

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

/** All items of a list, by key. Refuses with TOO_MANY_KEYS. */
export async function everything<Item>(load: Load<Item, 'KEY'>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const items of pagesOf(load, FIRST_BY_KEY)) {
    if (found.length >= KEYS_MAXIMUM) {
      throw new ConfrereError(
        'TOO_MANY_KEYS',
        `The question reaches more than ${KEYS_MAXIMUM} records before it can be answered. Narrow it: name a hospital ` +
          'instead of a country, or a narrower technique.',
      );
    }
    found.push(...items);
  }
  return found;
}
