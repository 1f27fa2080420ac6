import { Random } from '../../scripts/largeExample/random.js';
import { driverFor } from './graphs/places.js';
import type { Neo4jPlace } from './graphs/places.js';
import type { Question } from './questions/question.js';

/** The keys that a question is asked about: so many of those that are worth it, drawn with the seed. */
export async function keysFor(
  question: Question,
  place: Neo4jPlace,
  { keys: count, seed }: { keys: number; seed: number },
): Promise<string[]> {
  const driver = driverFor(place);
  try {
    const { records } = await driver.executeQuery(question.keys);
    const keys = records.map((record) => record.get('key') as string);
    if (keys.length === 0) throw new Error(`the graph has nothing to ask question ${question.letter} about`);
    return shuffled(keys, seed).slice(0, count);
  } finally {
    await driver.close();
  }
}

/** The same items in an order that follows from the seed. */
export function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = new Random(seed);
  const left = [...items];
  return items.flatMap(() => left.splice(random.below(left.length), 1));
}
