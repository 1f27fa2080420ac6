import { COMMON_WORDS, SHORTENINGS, TITLES, TITLES_BEHIND } from './commonWords.js';
import { foldName } from './names.js';
import { isOfPeople } from './roles.js';

/** The longest phrase that stands for one word, or that is a title, has so many words. */
const PHRASE_WORDS = 5;

const COMMON_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(COMMON_WORDS).flatMap(([common, spellings]) =>
    [common, ...spellings].map((spelling) => [spelling, common] as const),
  ),
);

/** The first words of those of several, for most words begin none. */
const COMMON_BEGINS: ReadonlySet<string> = new Set(
  [...COMMON_OF.keys()].flatMap((spelling) => (spelling.includes(' ') ? (spelling.split(' ')[0] ?? '') : [])),
);

/** A word, or several that stand for one, as it is looked for. */
export interface Word {
  /** Folded, as it was spelled; several words have spaces between them. */
  text: string;
  /** The common word that it stands for, `hospital` for `benh vien`. */
  common?: string;
  /** Where it is read by itself: the words together with which it stands for a common one, and that one. */
  within?: { phrase: string; common: string };
  /** Without what French leaves of a word before it: `aix` for `daix`, which is spelled d’Aix. */
  bare?: string;
}

/** Whether a word is one that names share, by itself or together with its neighbours. */
export function isCommon({ common, within }: Word): boolean {
  return common !== undefined || within !== undefined;
}

/** A name read in both ways; where no words stand for one together, both are the same. */
export interface ReadWords {
  /** Several words that stand for one are one word. */
  readonly together: readonly Word[];
  /** Each word by itself. */
  readonly singly: readonly Word[];
}

/** The words of a name in their order. Signs of Chinese are a word each, and shortenings are written out. */
export function readWords(name: string): ReadWords {
  return readFolded(foldedWords(name), elisionsIn(name));
}

/** The words of what somebody typed, without titles before and behind them, unless there is nothing else. */
export function readTyped(text: string): ReadWords {
  return readFolded(withoutTitles(foldedWords(text)), elisionsIn(text));
}

/** The words of the name of a person, where a word is a word: Trung Tâm is no centre. But St-Cyr is Saint-Cyr. */
export function personalWords(name: string): Word[] {
  const elisions = elisionsIn(name);
  return foldedWords(name).map((text) => {
    const word = wordOf(text, elisions);
    return word.common === undefined || word.common === 'saint' ? word : withoutCommon(word);
  });
}

/** The words of the name of an entity of a kind. */
export function readNameOf(kind: string, name: string): ReadWords {
  if (!isOfPeople(kind)) return readWords(name);
  const words = personalWords(name);
  return { together: words, singly: words };
}

function withoutCommon({ text, bare }: Word): Word {
  return { text, ...(bare === undefined ? {} : { bare }) };
}

function readFolded(words: readonly string[], elisions: ReadonlyMap<string, string>): ReadWords {
  const phrases = phrasesIn(words, {
    has: (phrase) => COMMON_OF.has(phrase),
    begins: (word) => COMMON_BEGINS.has(word),
  });
  const together = phrases.map((text) => wordOf(text, elisions));
  if (phrases.length === words.length) return { together, singly: together };
  const singly = together.flatMap(({ text, common }) => {
    const parts = text.split(' ').map((part) => wordOf(part, elisions));
    if (parts.length === 1 || common === undefined) return parts;
    const within = { phrase: text, common };
    return parts.map((part) => ({ ...part, within }));
  });
  return { together, singly };
}

function wordOf(text: string, elisions: ReadonlyMap<string, string>): Word {
  const [common, bare] = [COMMON_OF.get(text), elisions.get(text)];
  return { text, ...(common === undefined ? {} : { common }), ...(bare === undefined ? {} : { bare }) };
}

function withoutTitles(words: readonly string[]): readonly string[] {
  const phrases = phrasesIn(words, {
    has: (phrase) => TITLES.has(phrase) || TITLES_BEHIND.has(phrase),
    begins: () => true,
  });
  const first = phrases.findIndex((phrase) => !TITLES.has(phrase));
  const last = phrases.findLastIndex((phrase) => !TITLES_BEHIND.has(phrase));
  if (first < 0 || last < first) return words;
  return phrases.slice(first, last + 1).flatMap((phrase) => phrase.split(' '));
}

function foldedWords(name: string): string[] {
  const folded = foldName(name.normalize('NFKC').replace(/\p{Script=Han}/gu, ' $& '));
  return folded.split(' ').flatMap((word) => {
    const written = SHORTENINGS.get(word) ?? word.replace(BETWEEN_LETTER_AND_DIGIT, ' ');
    return written.split(' ').filter((part) => part !== '');
  });
}

/** Who writes TW8 means TW 8. */
const BETWEEN_LETTER_AND_DIGIT = /(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=[a-z])/g;

/** What French leaves of a word of grammar before a vowel. */
const ELISION = /(?<![\p{L}\p{M}\p{N}])(?:[cdjlmnst]|qu)['’](?=\p{L})/giu;
const ELIDED = new RegExp(`(${ELISION.source})([\\p{L}\\p{M}\\p{N}]+)`, ELISION.flags);

/** The text with what French leaves of a word before a vowel taken off: `l’équipe` is `équipe`. */
export function withoutElision(text: string): string {
  return text.normalize('NFC').replace(ELISION, ' ');
}

/** Folded words that begin with such a rest, and what they are without it. */
function elisionsIn(name: string): Map<string, string> {
  const found = new Map<string, string>();
  if (!/['’]/.test(name)) return found;
  for (const [, rest = '', word = ''] of name.normalize('NFKC').matchAll(ELIDED)) {
    found.set(foldName(rest + word), foldName(word));
  }
  return found;
}

interface Phrases {
  has: (phrase: string) => boolean;
  /** False where none of several words begins with this one. */
  begins: (word: string) => boolean;
}

/** Words that stand for something together as one, the others alone. */
function phrasesIn(words: readonly string[], known: Phrases): string[] {
  const phrases: string[] = [];
  for (let start = 0; start < words.length;) {
    const length = lengthOfPhrase(words, start, known);
    const phrase = words.slice(start, start + length).join(' ');
    if (phrase !== '') phrases.push(phrase);
    start += length;
  }
  return phrases;
}

function lengthOfPhrase(words: readonly string[], start: number, known: Phrases): number {
  if (!known.begins(words[start] ?? '')) return 1;
  for (let length = Math.min(PHRASE_WORDS, words.length - start); length > 1; length--) {
    if (known.has(words.slice(start, start + length).join(' '))) return length;
  }
  return 1;
}

/** The words of a name as they are spelled, in small letters, with their marks; signs of Chinese are a word each. */
export function spelledWords(name: string): string[] {
  const spaced = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, ' $& ');
  return spaced.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

/** Words of a name, one after the other, that people also write as one. */
export interface Joint {
  text: string;
  /** The place of the first, and the one behind the last. */
  from: number;
  to: number;
}

/** No syllable is longer. */
const SYLLABLE_LETTERS = 6;

/**
 * What is often written as one: neighbours and short wholes where a name is in signs of Chinese, Xiaochuan, and the two syllables of a short
 * name in any script, Vietnam, Choray. `words` are those of the name, each by itself.
 */
export function jointsIn(name: string, words: readonly Word[]): Joint[] {
  const isShort = words.filter((word) => !isCommon(word)).length === 2;
  if (!isShort && !/\p{Script=Han}/u.test(name)) return [];
  const isSyllable = (word: Word) =>
    !isCommon(word) && /^[a-z]+$/.test(word.text) && word.text.length <= SYLLABLE_LETTERS;
  const joints = words.flatMap((word, from): Joint[] => {
    const next = words[from + 1];
    if (next === undefined || !isSyllable(word) || !isSyllable(next)) return [];
    return [{ text: word.text + next.text, from, to: from + 2 }];
  });
  if (/^\p{Script=Han}{3,4}$/u.test(name) && words.every(isSyllable)) {
    joints.push({ text: words.map(({ text }) => text).join(''), from: 0, to: words.length });
  }
  return joints;
}

/** Under what the names of an entity are found: as `searchWords`, of people as `personalWords` has it, and joined as `jointsIn` has it. */
export function entityWords({ kind, names }: { kind: string; names: readonly { text: string }[] }): string[] {
  const words = names.flatMap(({ text }) => {
    const { together, singly } = readNameOf(kind, text);
    return [...together, ...jointsIn(text, singly)];
  });
  return foundUnder(words);
}

/** Under what names or texts are found: each of their words, and the common words that they stand for. Sorted, each once. */
export function searchWords(texts: readonly string[]): string[] {
  return foundUnder(texts.flatMap((text) => readWords(text).together));
}

function foundUnder(words: readonly Word[]): string[] {
  const all = words.flatMap(({ text, common, bare }) =>
    [...text.split(' '), common ?? [], bare ?? []].flat(),
  );
  return [...new Set(all)].sort();
}
