/** By what two entities seem to be one, or two. */
export const IDENTITY_RULES = {
  CHANCE: 'Any two of a kind are seldom one; this much must be made up for.',
  NAMES: 'Their names: the rarer the words that they share, the more it says.',
  EXTERNAL_ID: 'Both have the same id of one scheme.',
  OTHER_EXTERNAL_ID: 'They have different ids of a scheme that gives one id to one thing.',
  BIRTH: 'When they were born.',
  DEATH: 'When they died.',
  LIFETIME: 'What one does lies outside the life, or the working life, of the other.',
  PLACE: 'Both held a post at the same institution, or at parts of one.',
  OTHER_PLACE: 'They held posts at different institutions in the same years.',
  COUNTRY: 'Both belong to the same country, by their posts or by where they stand.',
  OTHER_COUNTRY: 'They belong to different countries.',
  LOCALITY: 'Sources put them into the same town or province.',
  OTHER_LOCALITY: 'Sources put them into different towns or provinces.',
  TECHNIQUES: 'Facts join both to the same techniques.',
  OTHER_TECHNIQUES: 'At different places in the same years, facts join them to different techniques.',
  PARTNERS: 'Facts join both to the same people, institutions or programmes.',
  SAME_FACT: 'One fact names both of them, so they are two.',
  RELATION: 'One is a part of the other, or narrower than it, so they are two.',
} as const;

export type IdentityRule = keyof typeof IDENTITY_RULES;

/** One line of what speaks for or against two entities being one. */
export interface IdentityReason {
  readonly rule: IdentityRule;
  /** In bits: one more makes it twice as likely that they are one, one less half as likely. */
  readonly weight: number;
  /** Whether it alone leaves no room for their being one. */
  readonly excludes: boolean;
  readonly text: string;
  /** The facts that it rests on, by key, sorted; FACTS_SHOWN of them at the most. */
  readonly facts: readonly string[];
}

export const FACTS_SHOWN = 20;

/** A line of evidence. */
export function reason(
  rule: IdentityRule,
  weight: number,
  text: string,
  facts: readonly string[] = [],
): IdentityReason {
  const shown = [...new Set(facts)].sort().slice(0, FACTS_SHOWN);
  return { rule, weight: Math.round(weight * 10) / 10, excludes: false, text, facts: shown };
}

/** The weight of what leaves no room. */
export const EXCLUSION = -30;

/** A line that alone makes them two. */
export function exclusion(rule: IdentityRule, text: string, facts: readonly string[] = []): IdentityReason {
  return { ...reason(rule, EXCLUSION, text, facts), excludes: true };
}
