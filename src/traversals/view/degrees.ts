import type { FactFilter } from '../../store/port.js';
import type { View } from './view.js';

/** In one call, so many entities are counted. */
const COUNTED_AT_ONCE = 1_000;

/** In how many of the facts that fit each of the entities takes part. */
export async function degreesOf(
  view: View,
  entities: readonly string[],
  filter: FactFilter,
): Promise<Map<string, number>> {
  const degrees = new Map<string, number>();
  for (let start = 0; start < entities.length; start += COUNTED_AT_ONCE) {
    const some = entities.slice(start, start + COUNTED_AT_ONCE);
    const counts = await view.countFactsOf(
      some.map((key) => [key]),
      undefined,
      filter,
    );
    some.forEach((key, index) => degrees.set(key, counts[index] ?? 0));
  }
  return degrees;
}
