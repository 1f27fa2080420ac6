import type { Pace } from './pace.js';

/** So many items are sorted at a stretch. */
const RUN = 4_000;

/** The items in the order of their places, compared by code unit; makes room for others where they are many. */
export async function sortedByPlace<Item>(
  items: Iterable<Item>,
  placeOf: (item: Item) => string,
  pace: Pace,
): Promise<Item[]> {
  const placed = Array.from(items, (item) => ({ item, place: placeOf(item) }));
  let runs: (typeof placed)[] = [];
  for (let start = 0; start < placed.length; start += RUN) {
    runs.push(placed.slice(start, start + RUN).sort((a, b) => (a.place < b.place ? -1 : 1)));
    if (pace.due) await pace.pause();
  }
  while (runs.length > 1) {
    const merged: (typeof placed)[] = [];
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(await merge(runs[index] ?? [], runs[index + 1] ?? [], pace));
    }
    runs = merged;
  }
  return (runs[0] ?? []).map(({ item }) => item);
}

async function merge<Placed extends { place: string }>(
  one: readonly Placed[],
  other: readonly Placed[],
  pace: Pace,
): Promise<Placed[]> {
  const merged: Placed[] = [];
  let [first, second] = [0, 0];
  for (;;) {
    const [a, b] = [one[first], other[second]];
    const next = a === undefined || (b !== undefined && b.place < a.place) ? b : a;
    if (next === undefined) return merged;
    if (next === a) first++;
    else second++;
    merged.push(next);
    if (merged.length % 1_000 === 0 && pace.due) await pace.pause();
  }
}
