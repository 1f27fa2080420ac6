import { ConfrereError } from '../../errors.js';
import type { EntityRecord } from '../../ontology/index.js';
import { EMPTY_PAGE, FIRST_BY_KEY, pagesOf } from '../../store/pages.js';
import type { Load } from '../../store/pages.js';
import { KEYS_MAXIMUM } from '../../store/port.js';
import type { LinkFilter, Parent, Store } from '../../store/port.js';

/** The list of the entities whose relation leads to a parent. */
export function linkedTo(
  where: Pick<Store, 'linkedTo'>,
  parent: Parent,
  filter: LinkFilter,
): Load<EntityRecord, 'KEY'> {
  return async (page) => {
    const [slice] = await where.linkedTo([parent], filter, page);
    return slice ?? EMPTY_PAGE;
  };
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
