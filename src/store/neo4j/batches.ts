import PQueue from 'p-queue';

/** Large enough that round trips do not count, small enough for the server's memory. */
const BATCH = 2_000;

/** While the server works on one batch, the next one is made ready and sent. */
const UNDER_WAY = 2;

/**
 * Asks about items in lists of a size that one query takes well, in their order, and answers in that order too. Where `ask` does so
 * itself, twice as many are under way.
 */
export async function inBatches<Item, Answer>(
  items: readonly Item[],
  ask: (batch: readonly Item[]) => Promise<Answer>,
): Promise<Answer[]> {
  const batches: Item[][] = [];
  for (let start = 0; start < items.length; start += BATCH) batches.push(items.slice(start, start + BATCH));
  return await new PQueue({ concurrency: UNDER_WAY }).addAll(batches.map((batch) => () => ask(batch)));
}
