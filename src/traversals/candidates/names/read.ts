import { foldName, readTyped, readWords, spelledWords } from '../../../ontology/index.js';
import type { Word } from '../../../ontology/index.js';
import { isMarked, soundKey } from './sounds.js';
import { LONGEST_PHRASE, WRITTEN_OUT, senseOf } from './vocabulary.js';
import type { WordClass } from './vocabulary.js';

/** A word of a name. */
export interface Token {
  /** Folded; several words that stand for one together have no spaces between them. */
  readonly text: string;
  /** In small letters, with its marks. */
  readonly spelled: string;
  /** What it stands for: `hospital` for `benh vien`; its text where it stands for itself. */
  readonly meaning: string;
  readonly class: WordClass;
  /** How it sounds; see `soundKey`. */
  readonly sound: string;
}

/** A name as it is compared with others. */
export interface ReadName {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Whether it is spelled with marks, so that a word without any has none. */
  readonly isMarked: boolean;
}

/** The words of a name; of people without titles, of others with what they mean. */
export function readName(text: string, isPerson: boolean): ReadName {
  const plain = text.normalize('NFKC').replace(/(?<!\p{L})[ld]['’](?=\p{L}{3,})/giu, '');
  const spelled = new Spelled(plain);
  const words = isPerson ? readTyped(plain).singly.map(saintWritten) : readWords(plain).together;
  const texts = words.flatMap((word) => word.text.split(' '));
  const pairs = texts.map((word) => ({ text: word, spelled: spelled.take(word) }));
  const tokens = isPerson ? pairs.map((pair) => own(pair)) : meant(writtenOut(pairs));
  return { text, tokens, isMarked: tokens.some((token) => token.class === 'OWN' && isMarked(token.spelled)) };
}

/** St-Cyr is Saint-Cyr. */
function saintWritten(word: Word): Word {
  return word.common === 'saint' ? { ...word, text: 'saint' } : word;
}

interface Pair {
  text: string;
  spelled: string;
}

function own({ text, spelled }: Pair): Token {
  return { text, spelled, meaning: text, class: 'OWN', sound: soundKey(text, spelled) };
}

function meant(pairs: readonly Pair[]): Token[] {
  const tokens: Token[] = [];
  for (let start = 0; start < pairs.length;) {
    const token = phraseAt(pairs, start);
    tokens.push(token.token);
    start += token.length;
  }
  const hasUniversity = tokens.some(({ meaning }) => meaning === 'university');
  // "Trường Đại học" is a university, not a school of one.
  const said = hasUniversity ? tokens.filter(({ text }) => text !== 'truong') : tokens;
  // Obstetrics and gynaecology are one field where another language has one word for it.
  return said.filter(
    (token, index) =>
      token.class !== 'FIELD' || said.findIndex(({ meaning }) => meaning === token.meaning) === index,
  );
}

function writtenOut(pairs: readonly Pair[]): Pair[] {
  return pairs.flatMap((pair) => {
    const words = WRITTEN_OUT.get(pair.text);
    return words === undefined ? [pair] : words.split(' ').map((text) => ({ text, spelled: text }));
  });
}

function phraseAt(pairs: readonly Pair[], start: number): { token: Token; length: number } {
  for (let length = Math.min(LONGEST_PHRASE, pairs.length - start); length > 0; length--) {
    const some = pairs.slice(start, start + length);
    const spelled = some.map((pair) => pair.spelled).join(' ');
    const sense = senseOf(some.map(({ text }) => text).join(' '), spelled);
    if (sense === undefined) continue;
    const text = some.map((pair) => pair.text).join('');
    return { token: { text, spelled, ...sense, sound: soundKey(text, spelled) }, length };
  }
  return { token: own(pairs[start] ?? { text: '', spelled: '' }), length: 1 };
}

/** The words of a name as they are spelled, by what they fold to. */
class Spelled {
  private readonly words = new Map<string, string[]>();

  constructor(name: string) {
    for (const word of spelledWords(name)) {
      const folded = foldName(word).replaceAll(' ', '');
      const known = this.words.get(folded) ?? [];
      this.words.set(folded, [...known, word.normalize('NFC')]);
    }
  }

  /** The next word that folds so; what was written out from a shortening is spelled as it is. */
  take(folded: string): string {
    return this.words.get(folded)?.shift() ?? folded;
  }
}

/** The words at some places of a name. */
export function tokensAt({ tokens }: ReadName, places: readonly number[]): Token[] {
  return places.flatMap((place) => tokens[place] ?? []);
}

/** The same as they are spelled. */
export function spelledAt(name: ReadName, places: readonly number[]): string {
  return tokensAt(name, places)
    .map(({ spelled }) => spelled)
    .join(' ');
}
