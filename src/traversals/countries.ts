import { side, sideWithoutPosts } from '../ontology/index.js';
import type { FactRecord, Side } from '../ontology/index.js';
import { attributionsOf, institutionsIn, postHolders } from './sides/index.js';
import type { Attribution } from './sides/index.js';
import type { View } from './view/view.js';

export const TRAINER_SIDE: Side = side('FROM', 'TRAINER');
export const PLACE_SIDE: Side = sideWithoutPosts('IN', 'AT');

/** For each fact the countries of a side, stated ones first, then by key; each with what it rests on. */
export function countriesOf(view: View, facts: readonly FactRecord[], of: Side): Promise<Attribution[][]> {
  return attributionsOf(view, facts, 'COUNTRY', of);
}

/** The keys that make a fact belong to one of these countries when they play on the side; `posts` the people among them. */
export async function keysOfSide(
  view: View,
  countries: readonly string[],
  { posts }: Side,
): Promise<{ keys: string[]; posts: boolean }> {
  const keys = [...countries, ...(await institutionsIn(view, countries))];
  if (!posts) return { keys, posts: false };
  const people = await postHolders(view, keys);
  return { keys: [...keys, ...people], posts: people.length > 0 };
}
