import { ontology } from '../../ontology/index.js';
import type { EntityRecord } from '../../ontology/index.js';
import { PAGE_MAXIMUM } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import type { View } from '../view/view.js';
import type { StatedRelation } from './side.js';

/** The most entities whose relations lead to those asked about that are looked at. */
export const RELATED_MAXIMUM = 20_000;

/** All relations that lead from these entities or to them, as far as the bound allows; each once. */
export async function relationsAround(
  view: View,
  entities: readonly EntityRecord[],
  add: (relation: StatedRelation) => void,
  maximum = RELATED_MAXIMUM,
): Promise<Cut | null> {
  const keys = new Set(entities.map(({ key }) => key));
  for (const { key, relations } of entities) for (const link of relations) add({ from: key, ...link });

  let left = maximum;
  for (const { key, kind } of entities) {
    const names = new Set(ontology.relationsTo(kind).map(({ name }) => name));
    for (const relation of [...names].sort()) {
      for await (const related of linkedTo(view, key, relation)) {
        for (const each of related) {
          if (keys.has(each.key)) continue;
          if (left-- === 0) return { bound: 'NODES', maximum };
          for (const link of each.relations) {
            if (link.relation === relation && link.to === key) add({ from: each.key, ...link });
          }
        }
      }
    }
  }
  return null;
}

/** The entities whose relation leads to one, page by page. */
async function* linkedTo(view: View, key: string, relation: string): AsyncGenerator<EntityRecord[]> {
  let after: string | undefined;
  for (;;) {
    const page = { limit: PAGE_MAXIMUM, order: 'KEY', descending: false } as const;
    const [slice] = await view.linkedTo(
      [[key]],
      { relation },
      after === undefined ? page : { ...page, after },
    );
    if (slice === undefined) return;
    yield slice.items.map(({ item }) => item);
    if (!slice.hasMore) return;
    after = slice.items.at(-1)?.orderKey;
  }
}
