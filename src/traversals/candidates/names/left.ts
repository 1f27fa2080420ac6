import type { Alignment } from './align.js';
import { spelledAt } from './read.js';
import type { ReadName } from './read.js';
import type { WordClass } from './vocabulary.js';

/** Words of people that the other name lacks, and that it contradicts. */
const LEFT_MIDDLE = 2;
const LEFT_EDGE = 4;
const CONTRADICTED = 7;
/** What a name without its last word must have beside it: often that is the given name, as of father and son. */
const CUT_SHORT_DEMANDS = 10;

/** The same of institutions, programmes and techniques, by what a word says. */
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

/** What the words that nothing answers to say. */
export interface Left {
  cost: number;
  /** The most that the names may say then. */
  most: number;
  /** See `NameLikeness.demands`. */
  demands: number;
  notes: string[];
}

/** Of people: another given name, or one that is left out. */
export function leftOfPeople({ leftA, leftB }: Alignment, a: ReadName, b: ReadName): Left {
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
    demands: contradictions > 0 ? Infinity : isCutShort(longer, missing) ? CUT_SHORT_DEMANDS : 0,
    notes: leftNotes(leftA, leftB, a, b),
  };
}

/** Of institutions, programmes and techniques: another number, level, place or field. */
export function leftOfOthers({ leftA, leftB }: Alignment, a: ReadName, b: ReadName): Left {
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
  return { cost, most, demands: most < Infinity ? Infinity : 0, notes: leftNotes(leftA, leftB, a, b) };
}

function isCutShort({ tokens }: ReadName, missing: readonly number[]): boolean {
  return missing.includes(tokens.length - 1) && (tokens.at(-1)?.text.length ?? 0) > 1;
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
