import { isCommon } from '../../ontology/index.js';
import type { Joint, Word } from '../../ontology/index.js';
import { WORTH } from './lexicon.js';
import type { Match, Meaning } from './lexicon.js';

/** The words of a name, each once, and those that may be written as one. */
export interface NameWords {
  readonly words: readonly Word[];
  readonly joints: readonly Joint[];
}

/** What of a name answers to a word. */
export interface Found {
  readonly places: readonly number[];
  readonly match: Match;
  /** From 0 to 1. */
  readonly worth: number;
}

/** Two words that are read as one begin as it does, or are misspelt, a little less surely than one word. */
const JOINT_WORTH = 0.97;

/** The best answer of a name to a word, of places that are not taken; of several that are as good the first. */
export function answerTo(
  meaning: Meaning,
  { words, joints }: NameWords,
  taken: ReadonlySet<number>,
  isPerson: boolean,
): Found | null {
  const found = [
    ...words.flatMap((word, place) => wordFor(meaning, word, place, isPerson) ?? []),
    ...joints.flatMap((joint) => jointFor(meaning, joint) ?? []),
    ...(meaning.parts.length > 0 ? runsOf(meaning.word.text, words) : []),
  ];
  let best: Found | null = null;
  for (const each of found) {
    // What was typed as several words and the name has as one answers to each of them.
    const isFree = each.match === 'JOINED' && each.places.length === 1;
    if (!isFree && each.places.some((place) => taken.has(place))) continue;
    if (best === null || each.worth > best.worth) best = each;
  }
  return best;
}

function wordFor({ word, matches }: Meaning, of: Word, place: number, isPerson: boolean): Found | null {
  const match = matchBetween(word.text, of, matches);
  // Only people go by initials.
  if (match === undefined || (match === 'INITIAL' && !isPerson)) return null;
  return { places: [place], match, worth: WORTH[match] };
}

/** What was typed as one and the name has as several. */
function jointFor({ matches }: Meaning, { text, from, to }: Joint): Found | null {
  const match = matches.get(text);
  if (match === undefined || match === 'INITIAL') return null;
  const places = placesIn(from, to);
  if (match === 'EXACT') return { places, match: 'JOINED', worth: WORTH.JOINED };
  return { places, match, worth: WORTH[match] * JOINT_WORTH };
}

function placesIn(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

function matchBetween(typed: string, of: Word, matches: ReadonlyMap<string, Match>): Match | undefined {
  const { text, common, bare } = of;
  const own = matches.get(text) ?? (bare === undefined ? undefined : matches.get(bare));
  const match = own ?? (common === undefined ? undefined : matches.get(common));
  if (match !== undefined) return match === 'EXACT' && own === undefined && typed !== text ? 'COMMON' : match;
  const mayBeMeant = typed.length === 1 && !isCommon(of) && /^[a-z]/.test(text);
  return mayBeMeant && text.startsWith(typed) ? 'INITIAL' : undefined;
}

/** Where words of a name stand one after the other that make up what was typed. */
function runsOf(typed: string, words: readonly Word[]): Found[] {
  return words.flatMap((_, from): Found[] => {
    let joined = '';
    let to = from;
    while (joined.length < typed.length && to < words.length)
      joined += words[to++]?.text.replaceAll(' ', '') ?? '';
    if (joined !== typed || to - from < 2) return [];
    return [{ places: placesIn(from, to), match: 'JOINED', worth: WORTH.JOINED }];
  });
}
