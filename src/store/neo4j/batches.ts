/** Large enough that round trips do not count, small enough for the server's memory. */
const BATCH = 2_000;

/** The items in lists of a size that one query takes well. */
export function batchesOf<Item>(items: readonly Item[]): Item[][] {
  const batches: Item[][] = [];
  for (let start = 0; start < items.length; start += BATCH) batches.push(items.slice(start, start + BATCH));
  return batches;
}
