import { ConfrereError } from '../errors.js';
import type { EntityRecord, FactRecord } from '../ontology/index.js';
import { KEYS_MAXIMUM, PAGE_MAXIMUM } from '../store/port.js';
import type { FactFilter, LinkFilter, Slice, Store } from '../store/port.js';

/** All entities whose relation leads to one of these, over all pages, each once. Refuses with TOO_MANY_KEYS. */
export async function allLinkedTo(
  store: Store,
  parents: readonly string[],
  filter: LinkFilter,
): Promise<EntityRecord[]> {
  if (parents.length === 0) return [];
  return everything(async (after) => {
    const page = { limit: PAGE_MAXIMUM, order: 'KEY', descending: false } as const;
    const [slice] = await store.linkedTo([parents], filter, after === undefined ? page : { ...page, after });
    return slice ?? { items: [], hasMore: false };
  });
}

/** All facts that fit, over all pages. Refuses with TOO_MANY_KEYS. */
export async function allFacts(store: Store, filter: FactFilter): Promise<FactRecord[]> {
  return everything((after) => {
    const page = { limit: PAGE_MAXIMUM, order: 'KEY', descending: false } as const;
    return store.findFacts(filter, after === undefined ? page : { ...page, after });
  });
}

async function everything<Item>(load: (after: string | undefined) => Promise<Slice<Item>>): Promise<Item[]> {
  const found: Item[] = [];
  let after: string | undefined;
  for (;;) {
    const slice = await load(after);
    found.push(...slice.items.map(({ item }) => item));
    after = slice.items.at(-1)?.orderKey;
    if (!slice.hasMore || after === undefined) return found;
    if (found.length >= KEYS_MAXIMUM) {
      throw new ConfrereError(
        'TOO_MANY_KEYS',
        `The question reaches more than ${KEYS_MAXIMUM} records before it can be answered. Narrow it: name a hospital ` +
          'instead of a country, or a narrower technique.',
      );
    }
  }
}
