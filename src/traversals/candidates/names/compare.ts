import { areForms, isMarked, isOneSpelling, isWellFormed, misspellingOf, syllablesOf } from './sounds.js';
import { align } from './align.js';
import type { Alignment, Pairing } from './align.js';
import type { Rarity } from './rarity.js';
import { leftOfOthers, leftOfPeople } from './left.js';
import { spelledAt, tokensAt } from './read.js';
import type { ReadName, Token } from './read.js';

/** How alike two names are. */
export interface NameLikeness {
  readonly a: string;
  readonly b: string;
  /** In bits: what both say alike, less what they say differently. */
  readonly weight: number;
  /** Whether all words of both go together as they are. */
  readonly isWhole: boolean;
  /**
   * How much, in bits, must speak for their being one beside the names, since these may as well be of two: 0 for names
   * that are alike, Infinity where one contradicts the other.
   */
  readonly demands: number;
  /** Whether some word has a letter more than the other has, or another one. */
  readonly hasOtherLetters: boolean;
  /** What differs, in words. */
  readonly notes: readonly string[];
}

/** What one word answers for with another, in bits, from what it says. */
const INITIAL_MOST = 3;
const INITIAL_PART = 0.5;
const COSTS = {
  JOINED: 0.5,
  MEANING: 0,
  TYPO: 5,
  TYPO_SHORT: 7,
  TYPO_LONG: 4,
  SOUND: 2,
  SOUND_SHORT: 4.5,
  SIGNS: 7,
} as const;
const LONG_LETTERS = 8;
const MARKS_BOTH = 5;
const MARKS_ONE_SHORT = 4;
const MARKS_ONE_LONG = 1;
const PAIRING_LEAST = -4;

/** In bits; see `demands`. */
const MARKS_DEMAND = 10;
const LETTERS_DEMAND = 12;
const SOUND_DEMAND = 8;

const TURNED = 1;
const SHUFFLED = 3;

/** The same of institutions, programmes and techniques, by what a word says. */
const BITS_OF_CLASS = { TYPE: 0.7, LEVEL: 1.5, FIELD: 2.5, SITE: 1, NUMBER: 3, STOP: 0 } as const;
const BITS_A_DIGIT = 2.5;

/** Names in two languages are not alike, and may be of one. */
const LEAST_OF_PEOPLE = -8;
const LEAST = -15;

/** Compares two names of one kind. */
export function compareNames(a: ReadName, b: ReadName, isPerson: boolean, rarity: Rarity): NameLikeness {
  const alignment = align(a, b, isPerson);
  const notes: string[] = [];
  let weight = 0;
  for (const pairing of alignment.pairings) {
    weight += weightOf(pairing, a, b, rarity);
    const note = noteOn(pairing, a, b);
    if (note !== null) notes.push(note);
  }
  const order = orderOf(alignment, a, b);
  if (order > 0) notes.push('in another order');
  const left = isPerson ? leftOfPeople(alignment, a, b) : leftOfOthers(alignment, a, b);
  const isNamed = (left: readonly number[], name: ReadName) =>
    left.some((place) => name.tokens[place]?.class !== 'STOP');
  const isLeft = isNamed(alignment.leftA, a) || isNamed(alignment.leftB, b);
  const sum = weight - (isPerson ? order : Math.min(order, 0.5)) - left.cost;
  const isSaidAlike = alignment.pairings.every(
    ({ how }) => how === 'EXACT' || how === 'MEANING' || how === 'JOINED',
  );
  return {
    a: a.text,
    b: b.text,
    weight: Math.max(Math.min(sum, left.most), isPerson ? LEAST_OF_PEOPLE : LEAST),
    isWhole: isSaidAlike && !isLeft,
    demands: Math.max(
      left.demands,
      ...alignment.pairings.map((pairing) => demandsOf(pairing, a, b, isPerson)),
    ),
    hasOtherLetters: alignment.pairings.some(
      ({ how, a: ofA, b: ofB }) =>
        how === 'TYPO' &&
        misspellingOf(tokensAt(a, ofA)[0]?.text ?? '', tokensAt(b, ofB)[0]?.text ?? '') !== 'SLIP',
    ),
    notes: [...notes, ...left.notes],
  };
}

function weightOf(pairing: Pairing, a: ReadName, b: ReadName, rarity: Rarity): number {
  const [one, other] = [tokensAt(a, pairing.a), tokensAt(b, pairing.b)];
  const [ofOne, ofOther] = [bitsOfAll(one, rarity), bitsOfAll(other, rarity)];
  const bits = Math.min(ofOne, ofOther);
  const isShort = [...one, ...other].some(({ text }) => syllablesOf(text) < 2 || text.length < 6);
  switch (pairing.how) {
    case 'EXACT':
      // Without its marks a word may look like one that many share.
      return Math.max(ofOne, ofOther);
    case 'INITIAL':
      return Math.min(INITIAL_PART * Math.max(ofOne, ofOther), INITIAL_MOST);
    case 'MARKS':
      return Math.max(bits - costOfMarks(one[0], other[0]), PAIRING_LEAST);
    case 'TYPO':
      if (isShort) return Math.max(bits - COSTS.TYPO_SHORT, PAIRING_LEAST);
      // The longer a word, the less it is another one.
      return (
        bits -
        ([...one, ...other].every(({ text }) => text.length >= LONG_LETTERS) ? COSTS.TYPO_LONG : COSTS.TYPO)
      );
    case 'SOUND':
      return Math.max(bits - (isShort ? COSTS.SOUND_SHORT : COSTS.SOUND), PAIRING_LEAST);
    default:
      return bits - COSTS[pairing.how];
  }
}

/** What words that differ a little must have beside them: where both are words of names, they may be two. */
function demandsOf({ how, a: ofA, b: ofB }: Pairing, a: ReadName, b: ReadName, isPerson: boolean): number {
  if (how === 'SIGNS') return Infinity;
  if (how === 'MARKS') return MARKS_DEMAND;
  if (how !== 'TYPO' && how !== 'SOUND') return 0;
  const [one, other] = [tokensAt(a, ofA)[0]?.text ?? '', tokensAt(b, ofB)[0]?.text ?? ''];
  const areTwo =
    areForms(one, other) ||
    (isWellFormed(one) && isWellFormed(other) && !isOneSpelling(one, other)) ||
    (how === 'TYPO' && !isMisspelt(one, other));
  if (areTwo) return isPerson ? LETTERS_DEMAND : Infinity;
  // Shaanxi is not Shanxi: what only sounds alike is one where something else says so.
  return how === 'SOUND' ? SOUND_DEMAND : 0;
}

/** Whether a letter is wrong in such a way that it hardly makes another word. */
function isMisspelt(one: string, other: string): boolean {
  const misspelling = misspellingOf(one, other);
  return (
    misspelling === 'SLIP' || (misspelling === 'INSIDE' && Math.max(one.length, other.length) >= LONG_LETTERS)
  );
}

function costOfMarks(one: Token | undefined, other: Token | undefined): number {
  const marked = [one, other].filter((token) => isMarked(token?.spelled ?? ''));
  if (marked.length === 2) return MARKS_BOTH;
  return syllablesOf(one?.text ?? '') > 1 ? MARKS_ONE_LONG : MARKS_ONE_SHORT;
}

function bitsOfAll(tokens: readonly Token[], rarity: Rarity): number {
  return tokens.reduce((sum, token) => sum + bitsOfToken(token, rarity), 0);
}

function bitsOfToken({ class: name, text, meaning }: Token, rarity: Rarity): number {
  if (name === 'OWN') return rarity.bitsOf(text);
  return name === 'NUMBER'
    ? Math.max(BITS_OF_CLASS.NUMBER, BITS_A_DIGIT * meaning.length)
    : BITS_OF_CLASS[name];
}

/** What another order of the words costs: the family name goes before or behind, but rarely in between. */
function orderOf({ pairings }: Alignment, a: ReadName, b: ReadName): number {
  const places = [...pairings]
    .filter((pairing) => tokensAt(a, pairing.a).some((token) => token.class === 'OWN'))
    .sort((one, other) => (one.a[0] ?? 0) - (other.a[0] ?? 0))
    .map((pairing) => pairing.b[0] ?? 0);
  if (isAscending(places)) return 0;
  const turns = [
    [...places].reverse(),
    ...places.map((_, at) => [...places.slice(at), ...places.slice(0, at)]),
  ];
  return turns.some(isAscending) && b.tokens.length > 0 ? TURNED : SHUFFLED;
}

function isAscending(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || (places[index - 1] ?? 0) <= place);
}

function noteOn({ how, a: ofA, b: ofB }: Pairing, a: ReadName, b: ReadName): string | null {
  const [one, other] = [spelledAt(a, ofA), spelledAt(b, ofB)];
  switch (how) {
    case 'EXACT':
    case 'MEANING':
      return null;
    case 'JOINED':
      return `“${one}” and “${other}” joined otherwise`;
    case 'MARKS':
      return `“${one}” and “${other}” have other marks`;
    case 'SIGNS':
      return `“${one}” and “${other}” are other characters`;
    case 'SOUND':
      return `“${one}” and “${other}” may be one word`;
    case 'INITIAL':
      return `“${one.length < other.length ? one : other}” as an initial`;
    case 'TYPO':
      return `“${one}” and “${other}” are one letter apart`;
  }
}
