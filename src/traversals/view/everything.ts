import { ConfrereError } from '../../errors.js';
import { KEYS_MAXIMUM, PAGE_MAXIMUM } from '../../store/port.js';
import type { EntityRecord } from '../../ontology/index.js';
import type { LinkFilter, Page, Parent, Slice, Store } from '../../store/port.js';

type Load<Item> = (page: Page<'KEY'>) => Promise<Slice<Item>>;

/** The list of the entities whose relation leads to a parent. */
export function linkedTo(
  where: Pick<Store, 'linkedTo'>,
  parent: Parent,
  filter: LinkFilter,
): Load<EntityRecord> {
  return async (page) => {
    const [slice] = await where.linkedTo([parent], filter, page);
    return slice ?? { items: [], hasMore: false };
  };
}

/** All items of a list, by key, page by page. */
export async function* pagesOf<Item>(load: Load<Item>): AsyncGenerator<Item[]> {
  let page: Page<'KEY'> = { limit: PAGE_MAXIMUM, order: 'KEY', descending: false };
  for (;;) {
    const { items, hasMore } = await load(page);
    yield items.map(({ item }) => item);
    const last = items.at(-1);
    if (!hasMore || last === undefined) return;
    page = { ...page, after: last.orderKey };
  }
}

/** All items of a list, by key. Refuses with TOO_MANY_KEYS. */
export async function everything<Item>(load: Load<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const items of pagesOf(load)) {
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
