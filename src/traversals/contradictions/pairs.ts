import { compareTimes } from '../../ontology/index.js';
import type { Certainty, TimeBounds } from '../../ontology/index.js';
import type { Findings } from './findings.js';

/** What is held against others: a fact, and when it is true. */
export interface Timed {
  readonly fact: string;
  readonly bounds: TimeBounds | null;
}

/**
 * Goes through the pairs of facts that may be true on one day, by key within each pair, until as many were compared as
 * may be.
 */
export async function eachOverlap<Item extends Timed>(
  items: readonly Item[],
  findings: Findings,
  visit: (first: Item, second: Item, overlap: Exclude<Certainty, 'NO'>) => void,
): Promise<void> {
  const sorted = await findings.pace.sorted(
    items,
    (a, b) => startOf(a) - startOf(b) || (a.fact < b.fact ? -1 : 1),
  );
  for (const [index, one] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next];
      // Of those behind it none begins before this one is over.
      if (other === undefined || startOf(other) > endOf(one)) break;
      if (!findings.mayCompare()) return;
      const overlap = compareTimes(one.bounds, other.bounds);
      if (overlap !== 'NO') visit(...byKey(one, other), overlap);
      await findings.breathe();
    }
  }
}

/** The two in the order of their keys. */
export function byKey<Item extends { fact: string }>(one: Item, other: Item): [Item, Item] {
  return one.fact < other.fact ? [one, other] : [other, one];
}

function startOf({ bounds }: Timed): number {
  return bounds?.earliestStart ?? -Infinity;
}

function endOf({ bounds }: Timed): number {
  return bounds?.latestEnd ?? Infinity;
}
