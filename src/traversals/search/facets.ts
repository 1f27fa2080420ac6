import { ontology } from '../../ontology/index.js';
import { ascending } from '../view/sorted.js';
import type { Belongings, Subject } from './belonging.js';
import type { Hit } from './search.js';

/** How many of some hits belong to something. */
export interface FacetCount {
  /** The name of a kind, or the key of a country or technique. */
  readonly value: string;
  readonly count: number;
}

/** How many of the hits are of which kind, most first, then by kind. */
export function kindFacet(hits: readonly Hit[]): FacetCount[] {
  return counted(hits.map(({ key }) => new Set([ontology.entityKindOfKey(key)?.name ?? ''])));
}

/** How many of the hits belong to which country or technique (see `Belongings`), most first, then by key. */
export async function subjectFacet(
  hits: readonly Hit[],
  belongings: Belongings,
  subject: Subject,
): Promise<FacetCount[]> {
  return counted(
    await belongings.of(
      hits.map(({ key }) => key),
      subject,
    ),
  );
}

function counted(sets: readonly ReadonlySet<string>[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const values of sets) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || ascending(a.value, b.value));
}
