import { ontology } from '../../ontology/index.js';
import type { EntityRecord } from '../../ontology/index.js';
import type { Cut } from '../view/bounds.js';
import { FIRST_BY_KEY, pagesOf } from '../../store/pages.js';
import { linkedTo } from '../view/everything.js';
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
      for await (const related of pagesOf(linkedTo(view, [key], { relation }), FIRST_BY_KEY)) {
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
