import type { Pace } from './pace.js';

/** Compares texts by code unit. */
export function ascending(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Beyond what any question counts. */
const MOST = 9_999_999;

/** A place, seven digits, at which greater counts stand before smaller ones. */
export function mostFirst(count: number): string {
  return String(MOST - count).padStart(String(MOST).length, '0');
}

/** The items in the order of their places, compared by code unit; makes room for others where they are many. */
export async function sortedByPlace<Item>(
  items: Iterable<Item>,
  placeOf: (item: Item) => string,
  pace: Pace,
): Promise<Item[]> {
  const placed = Array.from(items, (item) => ({ item, place: placeOf(item) }));
  const sorted = await pace.sorted(placed, (a, b) => ascending(a.place, b.place));
  return sorted.map(({ item }) => item);
}
