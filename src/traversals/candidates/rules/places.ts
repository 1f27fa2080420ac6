import { compareTimes } from '../../../ontology/index.js';
import type { EntityRecord } from '../../../ontology/index.js';
import { displayName } from '../../../store/derive.js';
import type { Post, Profile } from '../profile.js';
import { reason } from '../reasons.js';
import type { IdentityReason } from '../reasons.js';

const SAME_PLACE = 7;
const SAME_PLACE_OTHER_YEARS = 4;
const PART_OF_PLACE = 4;
const OTHER_PLACE = -4;
const OTHER_TECHNIQUES = -1.5;

/** What posts say: at one institution, or at others in the same years. */
export function placeReasons(
  a: Profile,
  b: Profile,
  places: ReadonlyMap<string, EntityRecord>,
): IdentityReason[] {
  const pairs = a.posts.flatMap((one) => b.posts.map((other) => ({ one, other })));
  const shared = pairs
    .map((pair) => ({ ...pair, weight: sharedWeight(pair.one, pair.other, places) }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight);
  const [best] = shared;
  if (best !== undefined) {
    const { one, other, weight } = best;
    const text = `Both held posts at ${nameOf(one.place, places)} (${when(one)}; ${when(other)}).`;
    return [reason('PLACE', weight, text, [one.fact, other.fact])];
  }
  const apart = pairs.find(
    ({ one, other }) => one.bounds !== null && compareTimes(one.bounds, other.bounds) === 'CERTAIN',
  );
  if (apart === undefined) return [];
  const { one, other } = apart;
  const text = `Posts at ${nameOf(one.place, places)} (${when(one)}) and at ${nameOf(other.place, places)} (${when(other)}).`;
  return [reason('OTHER_PLACE', OTHER_PLACE, text, [one.fact, other.fact]), ...otherTechniques(a, b)];
}

function sharedWeight(one: Post, other: Post, places: ReadonlyMap<string, EntityRecord>): number {
  if (one.place === other.place) {
    return compareTimes(one.bounds, other.bounds) === 'NO' ? SAME_PLACE_OTHER_YEARS : SAME_PLACE;
  }
  return isPartOf(one.place, other.place, places) || isPartOf(other.place, one.place, places)
    ? PART_OF_PLACE
    : 0;
}

function isPartOf(part: string, whole: string, places: ReadonlyMap<string, EntityRecord>): boolean {
  const relations = places.get(part)?.relations ?? [];
  return relations.some(({ relation, to }) => relation === 'PART_OF' && to === whole);
}

function otherTechniques(a: Profile, b: Profile): IdentityReason[] {
  const [ofA, ofB] = [[...a.techniques.keys()], [...b.techniques.keys()]];
  if (ofA.length === 0 || ofB.length === 0 || ofA.some((key) => b.techniques.has(key))) return [];
  const facts = [...a.techniques.values(), ...b.techniques.values()].flat();
  return [reason('OTHER_TECHNIQUES', OTHER_TECHNIQUES, 'And no technique in common.', facts)];
}

function nameOf(key: string, places: ReadonlyMap<string, EntityRecord>): string {
  return displayName(places.get(key)?.names ?? []) || key;
}

function when({ time }: Post): string {
  return time ?? 'no date';
}
