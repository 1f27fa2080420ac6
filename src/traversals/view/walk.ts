import type { EntityRecord, FactRecord } from '../../ontology/index.js';
import type { FactFilter, LinkFilter } from '../../store/port.js';
import { everything, linkedTo } from './everything.js';
import type { View } from './view.js';

/** All entities whose relation leads to one of these, over all pages, each once. Refuses with TOO_MANY_KEYS. */
export async function allLinkedTo(
  view: View,
  parents: readonly string[],
  filter: LinkFilter,
): Promise<EntityRecord[]> {
  if (parents.length === 0) return [];
  return everything(linkedTo(view, parents, filter));
}

/** All facts that fit, over all pages. Refuses with TOO_MANY_KEYS. */
export async function allFacts(view: View, filter: FactFilter): Promise<FactRecord[]> {
  return everything((page) => view.findFacts(filter, page));
}
