import { editDistance } from '../../ontology/index.js';
import type { ReadWords, Word } from '../../ontology/index.js';
import type { Store, WordSearch, WordsOf } from '../../store/port.js';
import { weightsOf } from './weights.js';
import type { Weighed } from './weights.js';

/** How a word of a name answers to a word of a query. */
export const MATCHES = {
  EXACT: 'The same word, whatever its marks and its case.',
  COMMON: 'Another spelling or shortening of a word that many names share: BV for hospital.',
  JOINED: 'The same letters, joined or split otherwise: Hochiminh for Ho Chi Minh.',
  PREFIX: 'The word begins with what was typed.',
  INITIAL: 'One is the first letter of the other.',
  TYPO: 'One letter is wrong, missing, too many, or swapped with its neighbour.',
} as const;

export type Match = keyof typeof MATCHES;

/** How much a match is worth beside the same word. */
export const WORTH: Readonly<Record<Match, number>> = {
  EXACT: 1,
  COMMON: 0.97,
  JOINED: 0.95,
  PREFIX: 0.8,
  INITIAL: 0.6,
  TYPO: 0.7,
};

/** A word of a name that has so many letters may have been typed with a letter wrong. */
const TYPO_LETTERS = 5;
/** Another number is another thing. */
const LETTERS = /^[a-z]+$/;
/** So much of a word says which it is, whatever its ending. */
const STEM_LETTERS = 5;
/** So many words of a name are tried joined to one. */
const JOINED_WORDS = 4;
/** A word is tried split where each part has so many letters. */
const PART_LETTERS = 2;
/** Nobody joins more words than these. */
const PARTS_MAXIMUM = 6;

/** The words of names that a word of the query may mean, each with how. */
export interface Meaning {
  readonly word: Word;
  readonly matches: ReadonlyMap<string, Match>;
  /** How many entities have a word among its matches and parts. */
  readonly uses: ReadonlyMap<string, number>;
  /** The parts into which the word falls, all of them words of names; empty where it need not be split. */
  readonly parts: readonly string[];
  /** From 0 to 1: the fewer names have the word, the more it tells. */
  readonly weight: number;
}

/** What the words of a query may mean, read in both ways. */
export interface Meanings {
  readonly together: readonly Meaning[];
  readonly singly: readonly Meaning[];
}

/** What the words of a query may mean among all the words that there are, of names unless others are asked for. */
export async function meaningsOf(
  store: Pick<Store, 'findWords'>,
  { together, singly }: ReadWords,
  of: WordsOf = 'entities',
): Promise<Meanings> {
  const readings = together === singly ? [together] : [together, singly];
  const asked = readings.flatMap((words) => words.map((word, index) => searchesFor(words, word, index)));
  const found = await store.findWords(asked.flat(), of);
  const counts = new Map(found.flat().map(({ word, count }) => [word, count]));
  const [first = [], second = first] = readings.map((words) => {
    const meant = words.map((word, index) => meaningOf(words, word, index, counts));
    const weights = weightsOf(meant, of === 'entities');
    return meant.map((meaning, index) => ({ ...meaning, weight: weights[index] ?? 0 }));
  });
  return { together: first, singly: second };
}

function searchesFor(
  words: readonly Word[],
  { text, common, within, bare }: Word,
  index: number,
): WordSearch[] {
  const own = text.split(' ');
  const initials = own.map((part) => part.slice(0, 1));
  const exact = [
    ...own,
    ...initials,
    ...[common, within?.common, bare].filter((other) => other !== undefined),
    ...joinedAround(words, index),
  ];
  return [
    { words: [...new Set([...exact, ...partsOf(text)])] },
    ...(mayBeBegun(words, index)
      ? [{ begins: bare ?? own.at(-1) ?? '', shortest: (bare ?? text).length + 1, longest: 40 }]
      : []),
    ...typoSearches(text),
    ...(bare === undefined ? [] : typoSearches(bare)),
  ];
}

/** The word that was typed last, and a longer one whose ending may be another: minimal for minimally. */
function mayBeBegun(words: readonly Word[], index: number): boolean {
  const { text } = words[index] ?? { text: '' };
  return !text.includes(' ') && (index === words.length - 1 || text.length >= STEM_LETTERS);
}

/** A word with one letter wrong has its first half as it was, or its second. */
function typoSearches(text: string): WordSearch[] {
  if (text.length < TYPO_LETTERS - 1 || !LETTERS.test(text)) return [];
  const within = { shortest: Math.max(TYPO_LETTERS, text.length - 1), longest: text.length + 1 };
  const half = Math.floor(text.length / 2);
  return [
    { begins: text.slice(0, half), ...within },
    // Neighbours that are swapped across the middle leave a letter less whole on each side.
    { begins: text.slice(0, half - 1), ...within },
    { ends: text.slice(half), ...within },
    { ends: text.slice(half + 1), ...within },
  ];
}

/** The words of the query around one, joined with it. A letter is no part of a word: it is an initial, or a word of its own. */
function joinedAround(words: readonly Word[], index: number): string[] {
  const joined: string[] = [];
  for (let start = Math.max(0, index - JOINED_WORDS + 1); start <= index; start++) {
    for (
      let end = Math.max(index + 1, start + 2);
      end <= Math.min(words.length, start + JOINED_WORDS);
      end++
    ) {
      const some = words.slice(start, end).map(({ text }) => text.replaceAll(' ', ''));
      if (some.every(({ length }) => length >= PART_LETTERS)) joined.push(some.join(''));
    }
  }
  return joined;
}

/** Every stretch of a word that may be a word of its own. */
function partsOf(text: string): string[] {
  if (text.length < 2 * PART_LETTERS || text.includes(' ')) return [];
  const parts: string[] = [];
  for (let start = 0; start <= text.length - PART_LETTERS; start++) {
    for (let end = start + PART_LETTERS; end <= text.length; end++) parts.push(text.slice(start, end));
  }
  return parts;
}

function meaningOf(
  words: readonly Word[],
  word: Word,
  index: number,
  counts: ReadonlyMap<string, number>,
): Omit<Meaning, 'weight'> & Weighed {
  const { text, common, within, bare } = word;
  const matches = new Map<string, Match>();
  const add = (name: string | undefined, match: Match) => {
    if (name !== undefined && counts.has(name) && !matches.has(name)) matches.set(name, match);
  };
  add(text, 'EXACT');
  add(bare, 'EXACT');
  add(common, text === common ? 'EXACT' : 'COMMON');
  add(within?.common, 'COMMON');
  for (const joined of joinedAround(words, index)) add(joined, 'JOINED');
  if (LETTERS.test(text)) add(text.slice(0, 1), 'INITIAL');
  const isBegun = mayBeBegun(words, index);
  for (const name of counts.keys()) {
    if (isBegun && name.startsWith(bare ?? text)) add(name, 'PREFIX');
    if (isTypo(text, name) || (bare !== undefined && isTypo(bare, name))) add(name, 'TYPO');
  }
  const parts = splitInto(text, counts);
  const uses = new Map([...matches.keys(), ...parts].map((name) => [name, counts.get(name) ?? 0]));
  return { word, matches, uses, parts, fewest: fewestOf(matches, parts, counts) };
}

function isTypo(typed: string, name: string): boolean {
  if (name.length < TYPO_LETTERS || Math.abs(name.length - typed.length) > 1) return false;
  return LETTERS.test(name) && LETTERS.test(typed) && editDistance(typed, name) === 1;
}

/** The words that there are into which a text most likely falls, by how many have each; none where it falls into none. */
function splitInto(text: string, counts: ReadonlyMap<string, number>): string[] {
  const all = 10 * Math.max(1, ...counts.values());
  const best: ({ parts: readonly string[]; unlikely: number } | undefined)[] = [{ parts: [], unlikely: 0 }];
  for (let end = PART_LETTERS; end <= text.length; end++) {
    for (let start = 0; start <= end - PART_LETTERS; start++) {
      const before = best[start];
      const part = text.slice(start, end);
      const count = counts.get(part);
      if (before === undefined || part === text || count === undefined) continue;
      const unlikely = before.unlikely + Math.log2(all / count);
      if (unlikely < (best[end]?.unlikely ?? Infinity))
        best[end] = { parts: [...before.parts, part], unlikely };
    }
  }
  const parts = best[text.length]?.parts ?? [];
  return parts.length > PARTS_MAXIMUM ? [] : [...parts];
}

/** How many have its best match, or the rarest of its parts; null where nobody has any. */
function fewestOf(
  matches: ReadonlyMap<string, Match>,
  parts: readonly string[],
  counts: ReadonlyMap<string, number>,
): number | null {
  const [first] = [...matches]
    .filter(([, match]) => match !== 'INITIAL')
    .sort(([, a], [, b]) => WORTH[b] - WORTH[a]);
  const meant = first === undefined ? parts : [first[0]];
  if (meant.length === 0) return null;
  return Math.max(1, Math.min(...meant.map((name) => counts.get(name) ?? 1)));
}
