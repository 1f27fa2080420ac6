import { isOfPeople } from '../../ontology/index.js';
import type { EntityRecord } from '../../ontology/index.js';
import { compareNames } from './names/compare.js';
import type { NameLikeness } from './names/compare.js';
import type { Rarity } from './names/rarity.js';
import type { Profile } from './profile.js';
import { reason } from './reasons.js';
import type { IdentityReason } from './reasons.js';
import { idReasons } from './rules/ids.js';
import { lifeReasons } from './rules/life.js';
import { placeReasons } from './rules/places.js';
import { apartReasons, sharedReasons, whereReasons } from './rules/shared.js';

/** How likely it is that two entities are one. */
export const LIKELIHOODS = {
  LIKELY: 'Whoever looks will most likely find them one. It still has to be judged.',
  POSSIBLE: 'They may be one; it is worth a look.',
} as const;

export type Likelihood = keyof typeof LIKELIHOODS;

/** What speaks for and against two entities being one. */
export interface Assessment {
  /** From 0 to 1. */
  readonly score: number;
  /** Null where it is not worth a look. */
  readonly likelihood: Likelihood | null;
  /** What weighs most first, then by rule. */
  readonly reasons: readonly IdentityReason[];
}

/** The lines, as scores. */
export const LIKELY_LEAST = 0.94;
export const POSSIBLE_LEAST = 0.1;
/** The most of those who are called otherwise. */
const OTHERS_MOST = 0.05;
/** The most where names may as well be of two. */
const UNLIKELY_MOST = 0.9;
/** In bits: what names must say alike. */
const NAMES_LEAST_OF_PEOPLE = 3;
const NAMES_LEAST = 1;
/** In bits, what a doubt takes away where names are chosen. */
const DOUBT_MOST = 12;

/** In bits, how seldom two of which nothing is known are one: there are fewer institutions than people, and fewer techniques. */
const CHANCE_OF_PEOPLE = -14;
const CHANCE_OF_TECHNIQUES = -2;
const CHANCE = -4;

/** Weighs all evidence on two entities. The same whichever comes first. */
export function assess(
  one: Profile,
  other: Profile,
  rarity: Rarity,
  records: ReadonlyMap<string, EntityRecord>,
): Assessment {
  const [a, b] = inOrder(one, other);
  const names = likestNames(a, b, rarity);
  const reasons = [
    reason('CHANCE', chanceOf(a.record.kind), 'Any two of a kind are seldom one.'),
    ...(names === null ? [] : [reason('NAMES', names.weight, wordsOn(names))]),
    ...idReasons(a, b),
    ...lifeReasons(a, b),
    ...placeReasons(a, b, records),
    ...whereReasons(a, b, names?.isWhole === true, records),
    ...sharedReasons(a, b, records),
    ...apartReasons(a, b),
  ];
  const score = scoreOf(reasons, names, a.isPerson);
  const likelihood = score >= LIKELY_LEAST ? 'LIKELY' : score >= POSSIBLE_LEAST ? 'POSSIBLE' : null;
  return { score, likelihood, reasons: reasons.sort(byWeight) };
}

function inOrder(one: Profile, other: Profile): [Profile, Profile] {
  return one.key < other.key ? [one, other] : [other, one];
}

/** In bits. */
function chanceOf(kind: string): number {
  if (isOfPeople(kind)) return CHANCE_OF_PEOPLE;
  return kind === 'Technique' ? CHANCE_OF_TECHNIQUES : CHANCE;
}

/** Of all names of both the two that are most alike. */
export function likestNames(one: Profile, other: Profile, rarity: Rarity): NameLikeness | null {
  const [a, b] = inOrder(one, other);
  let best: NameLikeness | null = null;
  for (const nameOfA of a.names) {
    for (const nameOfB of b.names) {
      const compared = compareNames(nameOfA, nameOfB, a.isPerson, rarity);
      // Terms are made of few parts: a tracheotomy is no tracheostomy.
      const isOtherTerm = a.record.kind === 'Technique' && compared.hasOtherLetters;
      const likeness = isOtherTerm ? { ...compared, demands: Infinity } : compared;
      if (best === null || worthOf(likeness) > worthOf(best)) best = likeness;
    }
  }
  return best;
}

/** Whether two names are a reason to look at two, whatever their facts say. */
export function areAlike(names: NameLikeness | null, isPerson: boolean): boolean {
  if (names === null) return false;
  return names.isWhole || names.weight >= (isPerson ? NAMES_LEAST_OF_PEOPLE : NAMES_LEAST);
}

/** Names that are alike without a doubt go before those that say more and leave one. */
function worthOf({ weight, demands }: NameLikeness): number {
  return weight - Math.min(demands, DOUBT_MOST);
}

function scoreOf(reasons: readonly IdentityReason[], names: NameLikeness | null, isPerson: boolean): number {
  // Ids that agree while something else leaves no room: one of the records is wrong, and that is worth a look.
  if (reasons.some(({ excludes }) => excludes)) {
    return reasons.some(({ rule }) => rule === 'EXTERNAL_ID') ? POSSIBLE_LEAST : 0;
  }
  const bits = reasons.reduce((sum, { weight }) => sum + weight, 0);
  const score = Math.round(10_000 / (1 + 2 ** -bits)) / 10_000;
  const sharesId = reasons.some(({ rule }) => rule === 'EXTERNAL_ID');
  if (!sharesId && !areAlike(names, isPerson)) return Math.min(score, OTHERS_MOST);
  const beside = reasons.filter(({ rule, weight }) => weight > 0 && rule !== 'NAMES');
  const context = beside.reduce((sum, { weight }) => sum + weight, 0);
  // Twins and colleagues share all but their given names.
  if (names !== null && names.demands > context && !sharesId) return Math.min(score, UNLIKELY_MOST);
  const isUnopposed = reasons.every(({ rule, weight }) => weight >= 0 || rule === 'CHANCE');
  // The same name is worth a look wherever nothing speaks against it, however many have it.
  return names?.isWhole === true && isUnopposed ? Math.max(score, POSSIBLE_LEAST) : score;
}

function wordsOn({ a, b, notes, isWhole }: NameLikeness): string {
  if (a === b) return `Both are called “${a}”.`;
  const words = isWhole && notes.length === 0 ? ['the same words'] : notes;
  return `“${a}” and “${b}”: ${words.join('; ')}.`;
}

function byWeight(a: IdentityReason, b: IdentityReason): number {
  return Math.abs(b.weight) - Math.abs(a.weight) || (a.rule < b.rule ? -1 : 1);
}
