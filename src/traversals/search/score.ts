import { foldName, spelledWords, wordsIn } from '../../ontology/index.js';
import type { Name, Word } from '../../ontology/index.js';
import { WORTH } from './lexicon.js';
import type { Match, Meaning } from './lexicon.js';

/** A word of the query and what answers to it in a name. */
export interface MatchedWord {
  /** As it was typed, folded. */
  readonly typed: string;
  /** The word of the name, folded. */
  readonly found: string;
  readonly match: Match;
}

/** How well a name answers to a query. */
export interface NameMatch {
  readonly name: Name;
  /** From 0 to 1; 1 where the name is what was typed. */
  readonly score: number;
  readonly words: readonly MatchedWord[];
}

/** What the rest of a name takes away where it was not typed. */
const COVERAGE = 0.15;
/** What another order of the words takes away. */
const ORDER = 0.02;
/** A word that many names share counts so little of a name. */
const COMMON_PART = 0.3;
/** What other marks than those that were typed take away, or other signs that are read alike. */
const MARKS = 0.01;
/** Names that are no longer in use stand behind the others. */
const FORMER = 0.02;

/** The name that answers best; of several that do as well the first. Null where none answers at all. */
export function bestName(
  names: readonly Name[],
  meanings: readonly Meaning[],
  typed: string,
): NameMatch | null {
  const folded = foldName(typed);
  let best: NameMatch | null = null;
  for (const name of names) {
    const match = matchOf(name, meanings, typed, foldName(name.text) === folded);
    if (match !== null && (best === null || match.score > best.score)) best = match;
  }
  return best;
}

/** `isWhole`: the name is just what was typed, also where a title that was left out of the query belongs to it. */
function matchOf(
  name: Name,
  meanings: readonly Meaning[],
  typed: string,
  isWhole: boolean,
): NameMatch | null {
  const words = wordsIn(name.text);
  const taken = new Set<number>();
  const matched: (MatchedWord & { place: number; turn: number })[] = [];
  let [earned, possible] = [0, 0];
  // The words that tell most choose first, so that an initial does not take the word that was typed in full.
  const inTurn = [...meanings].sort((a, b) => b.word.text.length - a.word.text.length);
  for (const meaning of inTurn) {
    possible += meaning.weight;
    const answer = answerTo(meaning, words, taken);
    if (answer === null) continue;
    for (const place of answer.places) taken.add(place);
    earned += meaning.weight * WORTH[answer.match];
    const found = answer.places.map((place) => words[place]?.text ?? '').join(' ');
    const place = answer.places[0] ?? 0;
    const turn = meanings.indexOf(meaning);
    matched.push({ typed: meaning.word.text, found, match: answer.match, place, turn });
  }
  if (matched.length === 0 || possible === 0) return null;
  const places = meanings.flatMap(
    ({ word }) => matched.find(({ typed }) => typed === word.text)?.place ?? [],
  );
  const isInOrder = places.every((place, index) => index === 0 || (places[index - 1] ?? 0) <= place);
  const covered = isWhole ? 1 : sizeOf(words.filter((_, place) => taken.has(place))) / sizeOf(words);
  const likeness = isWhole ? 1 : earned / possible - (isInOrder ? 0 : ORDER);
  const quality = likeness - (name.kind === 'FORMER' ? FORMER : 0);
  return {
    name,
    score: rounded(quality * (1 - COVERAGE + COVERAGE * covered) - MARKS * unlikeMarks(name.text, typed)),
    words: matched
      .sort((a, b) => a.turn - b.turn)
      .map(({ typed: word, found, match }) => ({ typed: word, found, match })),
  };
}

/** Finer differences say nothing. */
function rounded(score: number): number {
  return Math.round(score * 10_000) / 10_000;
}

/** Where marks were typed: how many of the words, from none at 0 to all at 1, are not spelled so in the name. */
function unlikeMarks(name: string, typed: string): number {
  const words = spelledWords(typed);
  if (words.every((word) => /^[a-z0-9]*$/.test(word))) return 0;
  const spelled = new Set(spelledWords(name));
  return words.filter((word) => !spelled.has(word)).length / words.length;
}

function answerTo(
  { word, matches, parts }: Meaning,
  words: readonly Word[],
  taken: ReadonlySet<number>,
): { places: number[]; match: Match } | null {
  let best: { places: number[]; match: Match } | null = null;
  words.forEach(({ text, common }, place) => {
    const match = matchBetween(word.text, text, common, matches);
    if (match === undefined || (taken.has(place) && match !== 'JOINED')) return;
    if (best === null || WORTH[match] > WORTH[best.match]) best = { places: [place], match };
  });
  return best ?? runOf(parts, words);
}

function matchBetween(
  typed: string,
  text: string,
  common: string | undefined,
  matches: ReadonlyMap<string, Match>,
): Match | undefined {
  const match = matches.get(text) ?? (common === undefined ? undefined : matches.get(common));
  if (match !== undefined) return match === 'EXACT' && typed !== text ? 'COMMON' : match;
  return typed.length === 1 && text.startsWith(typed) ? 'INITIAL' : undefined;
}

/** Where the parts of a word stand one after the other. */
function runOf(parts: readonly string[], words: readonly Word[]): { places: number[]; match: Match } | null {
  if (parts.length === 0) return null;
  for (let start = 0; start <= words.length - parts.length; start++) {
    if (parts.every((part, index) => words[start + index]?.text === part)) {
      return { places: parts.map((_, index) => start + index), match: 'JOINED' };
    }
  }
  return null;
}

function sizeOf(words: readonly Word[]): number {
  return words.reduce((sum, { common }) => sum + (common === undefined ? 1 : COMMON_PART), 0);
}
