import type { Rule } from '../rule.js';
import { denied } from './denied.js';
import { figuresDiffer } from './figuresDiffer.js';
import { livedTwice } from './livedTwice.js';
import { afterDeath, beforeBirth } from './outsideLife.js';
import { twoCountries } from './twoCountries.js';
import { twoHeads } from './twoHeads.js';

/**
 * The rules by which facts contradict one another. That a hospital is told to work before it was founded is none of
 * them: it may have opened again, or a house of it may have opened.
 */
export const RULES = {
  AFTER_DEATH: afterDeath,
  BEFORE_BIRTH: beforeBirth,
  DENIED: denied,
  FIGURES_DIFFER: figuresDiffer,
  LIVED_TWICE: livedTwice,
  TWO_COUNTRIES: twoCountries,
  TWO_HEADS: twoHeads,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof RULES;
