import type { Pace } from './pace.js';

/** The items in the order of their places, compared by code unit; makes room for others where they are many. */
export async function sortedByPlace<Item>(
  items: Iterable<Item>,
  placeOf: (item: Item) => string,
  pace: Pace,
): Promise<Item[]> {
  const placed = Array.from(items, (item) => ({ item, place: placeOf(item) }));
  const sorted = await pace.sorted(placed, (a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0));
  return sorted.map(({ item }) => item);
}
