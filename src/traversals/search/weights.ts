import { LINKING_WORDS, isCommon } from '../../ontology/index.js';
import type { Word } from '../../ontology/index.js';

/** A letter before or behind a name tells as much as a word that very many have. */
const INITIAL_WEIGHT = 0.1;
/** What names of institutions share tells little, also where few are named so. */
const COMMON_WEIGHT = 0.12;
const LINKING_WEIGHT = 0.005;
/** A word that one alone has. */
const RAREST = 0.5;
/** What nobody is called tells less than what somebody is, for most likely it is said beside the name. */
const UNKNOWN_PART = 0.5;

/** A word of a query, and how many have what it means; null where nobody has. */
export interface Weighed {
  readonly word: Word;
  readonly fewest: number | null;
}

/** How much each word of a query tells, from 0 to 1: the fewer have it, the more. In names common words tell little. */
export function weightsOf(words: readonly Weighed[], areNames: boolean): number[] {
  const hasOwn = words.some(({ word }) => isOwn(word));
  const known = words.map(({ word, fewest }) => ({ word, weight: knownWeight(word, fewest, hasOwn) }));
  const own = known.flatMap(({ word, weight }) => (weight !== null && isOwn(word) ? [weight] : []));
  const mean = own.reduce((sum, weight) => sum + weight, 0) / Math.max(1, own.length);
  return known.map(({ word, weight: found }) => {
    // Another number is another thing.
    const isNumber = /^\d+$/.test(word.text);
    const weight = found ?? (own.length === 0 || isNumber ? RAREST : mean * UNKNOWN_PART);
    return areNames && isCommon(word) ? Math.min(COMMON_WEIGHT, weight) : weight;
  });
}

function knownWeight(word: Word, fewest: number | null, hasOwn: boolean): number | null {
  if (LINKING_WORDS.has(word.text)) return LINKING_WEIGHT;
  if (/^[a-z]$/.test(word.text) && hasOwn) return INITIAL_WEIGHT;
  return fewest === null ? null : 1 / (1 + Math.log2(1 + fewest));
}

/** Whether a word may be the own name of somebody, for which a letter beside it is an initial. */
function isOwn(word: Word): boolean {
  return word.text.length > 1 && !isCommon(word) && !LINKING_WORDS.has(word.text);
}
