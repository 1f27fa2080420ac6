import { side } from '../ontology/index.js';
import type { FactRecord, Side } from '../ontology/index.js';
import { POSTS, SideFinder, playersOf } from './sides/index.js';
import type { Attribution } from './sides/index.js';
import { isPerson } from './sides/attribution.js';
import { Reading } from './view/reading.js';
import type { View } from './view/view.js';
import { allFacts, allLinkedTo } from './view/walk.js';

export type { Attribution as CountryAttribution, Basis as CountryBasis } from './sides/index.js';

export const TRAINER_SIDE: Side = side('FROM', 'TRAINER');
export const PLACE_SIDE: Side = { roles: ['IN', 'AT'], posts: false };

/** For each fact the countries of a side, stated ones first, then by key; each with what it rests on. */
export async function countriesOf(
  view: View,
  facts: readonly FactRecord[],
  of: Side,
): Promise<Attribution[][]> {
  const finder = new SideFinder(new Reading(view), 'COUNTRY');
  await finder.read(facts, () => [of]);
  return facts.map((fact) => finder.of(fact, of));
}

/** The keys that make a fact belong to one of these countries when they play on the side; `posts` the people among them. */
export async function keysOfSide(
  view: View,
  countries: readonly string[],
  { posts }: Side,
): Promise<{ keys: string[]; posts: boolean }> {
  const institutions = (await allLinkedTo(view, countries, { relation: 'LOCATED_IN' })).map(({ key }) => key);
  const keys = [...countries, ...institutions];
  if (!posts) return { keys, posts: false };
  const affiliations = await allFacts(view, {
    ...POSTS,
    participants: [{ entities: keys, roles: ['AT', 'IN'] }],
  });
  const people = new Set(affiliations.flatMap((fact) => playersOf(fact, ['MEMBER'])).filter(isPerson));
  return { keys: [...keys, ...people], posts: people.size > 0 };
}
