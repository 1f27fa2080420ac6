import type { EntityRecord } from '../../ontology/index.js';
import { compareNames } from './names/compare.js';
import type { NameLikeness } from './names/compare.js';
import type { Rarity } from './names/rarity.js';
import type { Profile } from './profile.js';
import { isOfPeople } from './profile.js';
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
/** The most where names are of two. */
const UNLIKELY_MOST = 0.9;

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
  const [a, b] = one.key < other.key ? [one, other] : [other, one];
  const names = likestNames(a, b, rarity);
  const reasons = [
    reason('CHANCE', chanceOf(a.record.kind), 'Two that are called so are seldom one by chance.'),
    ...(names === null ? [] : [reason('NAMES', names.weight, wordsOn(names))]),
    ...idReasons(a, b),
    ...lifeReasons(a, b),
    ...placeReasons(a, b, records),
    ...whereReasons(a, b, names?.isWhole === true, records),
    ...sharedReasons(a, b, records),
    ...apartReasons(a, b),
  ];
  const score = scoreOf(reasons, names);
  const likelihood = score >= LIKELY_LEAST ? 'LIKELY' : score >= POSSIBLE_LEAST ? 'POSSIBLE' : null;
  return { score, likelihood, reasons: reasons.sort(byWeight) };
}

/** In bits. */
export function chanceOf(kind: string): number {
  if (isOfPeople(kind)) return CHANCE_OF_PEOPLE;
  return kind === 'Technique' ? CHANCE_OF_TECHNIQUES : CHANCE;
}

/** Of all names of both the two that are most alike. */
export function likestNames(a: Profile, b: Profile, rarity: Rarity): NameLikeness | null {
  let best: NameLikeness | null = null;
  for (const one of a.names) {
    for (const other of b.names) {
      const likeness = compareNames(one, other, a.isPerson, rarity);
      if (best === null || likeness.weight > best.weight) best = likeness;
    }
  }
  return best;
}

function scoreOf(reasons: readonly IdentityReason[], names: NameLikeness | null): number {
  // Ids that agree while something else leaves no room: one of the records is wrong, and that is worth a look.
  if (reasons.some(({ excludes }) => excludes)) {
    return reasons.some(({ rule }) => rule === 'EXTERNAL_ID') ? POSSIBLE_LEAST : 0;
  }
  const bits = reasons.reduce((sum, { weight }) => sum + weight, 0);
  const score = Math.round(10_000 / (1 + 2 ** -bits)) / 10_000;
  const sharesId = reasons.some(({ rule }) => rule === 'EXTERNAL_ID');
  // Twins and colleagues share all but their given names; whatever they share does not make them one.
  if (names?.isApart === true && !sharesId) return Math.min(score, UNLIKELY_MOST);
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
