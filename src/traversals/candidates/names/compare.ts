import { syllablesOf, isMarked } from './sounds.js';
import { align } from './align.js';
import type { Alignment, Pairing } from './align.js';
import type { Rarity } from './rarity.js';
import type { ReadName, Token } from './read.js';
import type { WordClass } from './vocabulary.js';

/** How alike two names are. */
export interface NameLikeness {
  readonly a: string;
  readonly b: string;
  /** In bits: what both say alike, less what they say differently. */
  readonly weight: number;
  /** Whether all words of both go together as they are. */
  readonly isWhole: boolean;
  /** Whether one says something that the other contradicts, or that tells two of an origin apart: names alone make them two. */
  readonly isApart: boolean;
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
  SOUND: 2,
  SOUND_SHORT: 4.5,
  SIGNS: 7,
} as const;
const MARKS_BOTH = 5;
const MARKS_ONE_SHORT = 4;
const MARKS_ONE_LONG = 1;
const PAIRING_LEAST = -4;

const TURNED = 1;
const SHUFFLED = 3;

/** Words of people that the other name lacks, and that it contradicts. */
const LEFT_MIDDLE = 2;
const LEFT_EDGE = 4;
const CONTRADICTED = 7;

/** The same of institutions, programmes and techniques, by what a word says. */
const BITS_OF_CLASS = { TYPE: 0.7, LEVEL: 1.5, FIELD: 2.5, SITE: 1, NUMBER: 3, STOP: 0 } as const;
const BITS_A_DIGIT = 2.5;
const LEFT_OF_CLASS: Readonly<Record<WordClass, number>> = {
  ...{ TYPE: 6, LEVEL: 5, FIELD: 3, SITE: 10, NUMBER: 8, STOP: 0, OWN: 5 },
};
const CONTRADICTED_OF_CLASS: Readonly<Record<WordClass, number>> = {
  ...{ TYPE: 10, LEVEL: 14, FIELD: 10, SITE: 10, NUMBER: 25, STOP: 0, OWN: 12 },
};
const TYPE_UNSAID = 0.5;
const LEFT_FURTHER = 2;

/** However much else agrees: what is contradicted, or said of one alone, tells two of an origin apart. */
const MOST_CONTRADICTED = 0;
const MOST_ONE_SIDED = 2;
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
    isApart: left.isApart || alignment.pairings.some(({ how }) => how === 'SIGNS'),
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
      return Math.max(bits - (isShort ? COSTS.TYPO_SHORT : COSTS.TYPO), PAIRING_LEAST);
    case 'SOUND':
      return Math.max(bits - (isShort ? COSTS.SOUND_SHORT : COSTS.SOUND), PAIRING_LEAST);
    default:
      return bits - COSTS[pairing.how];
  }
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

interface Left {
  cost: number;
  /** The most that the names may say then. */
  most: number;
  isApart: boolean;
  notes: string[];
}

function leftOfPeople({ leftA, leftB }: Alignment, a: ReadName, b: ReadName): Left {
  const contradictions = Math.min(leftA.length, leftB.length);
  const [longer, left] = leftA.length > leftB.length ? [a, leftA] : [b, leftB];
  const missing = left.slice(contradictions);
  const atEdge = missing.filter((place) => place === 0 || place === longer.tokens.length - 1);
  return {
    most: contradictions > 0 ? MOST_CONTRADICTED : Infinity,
    cost:
      CONTRADICTED * contradictions +
      LEFT_EDGE * atEdge.length +
      LEFT_MIDDLE * (missing.length - atEdge.length),
    isApart: contradictions > 0,
    notes: leftNotes(leftA, leftB, a, b),
  };
}

function leftOfOthers({ leftA, leftB }: Alignment, a: ReadName, b: ReadName): Left {
  let cost = 0;
  let [isContradicted, aSaysMore, bSaysMore] = [false, false, false];
  for (const name of Object.keys(LEFT_OF_CLASS) as WordClass[]) {
    const [ofA, ofB] = [countOf(name, leftA, a), countOf(name, leftB, b)];
    if (name === 'STOP' || ofA + ofB === 0) continue;
    if (ofA > 0 && ofB > 0) {
      cost += CONTRADICTED_OF_CLASS[name];
      isContradicted = true;
      continue;
    }
    const shorter = ofA > 0 ? b : a;
    const isUnsaid = name === 'TYPE' && !shorter.tokens.some((token) => token.class === 'TYPE');
    cost += isUnsaid ? TYPE_UNSAID : LEFT_OF_CLASS[name] + LEFT_FURTHER * (ofA + ofB - 1);
    aSaysMore ||= ofA > 0 && !isUnsaid;
    bSaysMore ||= ofB > 0 && !isUnsaid;
  }
  const isOneSided = aSaysMore !== bSaysMore;
  const isAgainst = isContradicted || (aSaysMore && bSaysMore);
  const most = isAgainst ? MOST_CONTRADICTED : isOneSided ? MOST_ONE_SIDED : Infinity;
  return { cost, most, isApart: most < Infinity, notes: leftNotes(leftA, leftB, a, b) };
}

function countOf(name: WordClass, left: readonly number[], { tokens }: ReadName): number {
  return left.filter((place) => tokens[place]?.class === name).length;
}

function leftNotes(leftA: readonly number[], leftB: readonly number[], a: ReadName, b: ReadName): string[] {
  const said = ({ tokens }: ReadName, places: readonly number[]) =>
    places.filter((place) => tokens[place]?.class !== 'STOP');
  const [inA, inB] = [spelledAt(a, said(a, leftA)), spelledAt(b, said(b, leftB))];
  if (inA === '' && inB === '') return [];
  if (inA !== '' && inB !== '') return [`“${inA}” against “${inB}”`];
  return [`“${inA || inB}” in one alone`];
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

function tokensAt({ tokens }: ReadName, places: readonly number[]): Token[] {
  return places.flatMap((place) => tokens[place] ?? []);
}

function spelledAt(name: ReadName, places: readonly number[]): string {
  return tokensAt(name, places)
    .map(({ spelled }) => spelled)
    .join(' ');
}
