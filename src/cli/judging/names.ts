import { displayName } from '../../store/derive.js';
import { PAGE_MAXIMUM } from '../../store/port.js';
import type { Store } from '../../store/port.js';

/** How entities are named in lists: "name, key". */
export async function namesOf(
  store: Pick<Store, 'entities'>,
  keys: Iterable<string>,
): Promise<(key: string) => string> {
  const names = new Map<string, string>();
  const all = [...new Set(keys)];
  for (let start = 0; start < all.length; start += PAGE_MAXIMUM) {
    const some = all.slice(start, start + PAGE_MAXIMUM);
    const records = await store.entities(some);
    for (const [index, key] of some.entries()) names.set(key, displayName(records[index]?.names ?? []));
  }
  return (key) => `${names.get(key) ?? ''}, ${key}`;
}
