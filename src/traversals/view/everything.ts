import { ConfrereError } from '../../errors.js';
import { KEYS_MAXIMUM, PAGE_MAXIMUM } from '../../store/port.js';
import type { Page, Slice } from '../../store/port.js';

/** All items of a list, page by page, by key. Refuses with TOO_MANY_KEYS. */
export async function everything<Item>(load: (page: Page<'KEY'>) => Promise<Slice<Item>>): Promise<Item[]> {
  const found: Item[] = [];
  let page: Page<'KEY'> = { limit: PAGE_MAXIMUM, order: 'KEY', descending: false };
  for (;;) {
    const slice = await load(page);
    found.push(...slice.items.map(({ item }) => item));
    const last = slice.items.at(-1);
    if (!slice.hasMore || last === undefined) return found;
    if (found.length >= KEYS_MAXIMUM) {
      throw new ConfrereError(
        'TOO_MANY_KEYS',
        `The question reaches more than ${KEYS_MAXIMUM} records before it can be answered. Narrow it: name a hospital ` +
          'instead of a country, or a narrower technique.',
      );
    }
    page = { ...page, after: last.orderKey };
  }
}
