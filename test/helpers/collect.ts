import { ontology } from '../../src/ontology/index.js';
import { checkStore } from '../../src/store/check.js';
import type { Finding } from '../../src/store/check/finding.js';
import type { Store } from '../../src/store/port.js';

/** Everything that comes, in a list. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

/** What `check` finds in a store; nothing where all is well. */
export function findingsIn(store: Pick<Store, 'audit' | 'version'>): Promise<Finding[]> {
  return collect(checkStore(store, ontology));
}
