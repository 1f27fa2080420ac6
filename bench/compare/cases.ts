import { Random } from '../../scripts/largeExample/random.js';
import { driverFor } from './graphs/places.js';
import type { Neo4jPlace } from './graphs/places.js';
import type { Case, Json, Question } from './questions/question.js';

/** What a question is asked about: so many of the things that are worth it, drawn with the seed. */
export async function casesOf(
  question: Question,
  place: Neo4jPlace,
  { keys: count, seed }: { keys: number; seed: number },
): Promise<Case[]> {
  const driver = driverFor(place);
  try {
    const cases = await question.cases(async (query, parameters = {}) => {
      const { records } = await driver.executeQuery(query, parameters);
      return records.map((record) => record.get('value') as Json);
    });
    if (cases.length === 0) throw new Error(`the graph has nothing to ask question ${question.letter} about`);
    return shuffled(cases, seed).slice(0, count);
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
