import type { FactFilter } from '../../store/port.js';
import type { View } from '../view/view.js';
import { allFacts, allLinkedTo } from '../view/walk.js';
import { isPerson, playersOf } from './attribution.js';
import type { Grain } from './attribution.js';
import { POSTS } from './finder.js';

/** Beyond so many keys a store finds facts by them no faster than by reading all. */
const KEYS_AROUND_MAXIMUM = 2_000;

/** The institutions that lie in one of these countries. */
export async function institutionsIn(view: View, countries: readonly string[]): Promise<string[]> {
  return (await allLinkedTo(view, countries, { relation: 'LOCATED_IN' })).map(({ key }) => key);
}

/** The people who ever held a post in one of these institutions and countries. Refuses with TOO_MANY_KEYS. */
export async function postHolders(view: View, places: readonly string[]): Promise<string[]> {
  const posts = await allFacts(view, postsAt(places));
  return [...new Set(posts.flatMap((fact) => playersOf(fact, ['MEMBER'])).filter(isPerson))];
}

/**
 * Whoever may make one of these stand on a side of a fact: every such fact has one of them among its participants. Null
 * where they are so many that nothing is won by them.
 */
export async function keysAround(
  view: View,
  keys: readonly string[],
  grain: Grain,
): Promise<string[] | null> {
  if (keys.length === 0) return [];
  const located = { relation: 'LOCATED_IN' };
  const institutions = grain === 'COUNTRY' ? await view.countLinkedTo([keys], located) : [0];
  if ((institutions[0] ?? 0) > KEYS_AROUND_MAXIMUM) return null;
  const places = grain === 'COUNTRY' ? [...keys, ...(await institutionsIn(view, keys))] : keys;
  if ((await view.countFacts(postsAt(places))) > KEYS_AROUND_MAXIMUM) return null;
  const around = [...places, ...(await postHolders(view, places))];
  return around.length > KEYS_AROUND_MAXIMUM ? null : around;
}

function postsAt(places: readonly string[]): FactFilter {
  return { ...POSTS, participants: [{ entities: places, roles: ['AT', 'IN'] }] };
}
