import { LINKING_WORDS } from '../../ontology/index.js';
import type { Match, Meaning } from './lexicon.js';

/** So many records are looked at for each way to understand what was typed. */
export const CANDIDATES_MAXIMUM = 400;

/** Where so many were found, what answers less well is not looked for. */
export const ENOUGH = 40;

/** A word of so many letters may be several that were joined, though few names have it as a word as well. */
const SPLIT_LETTERS = 6;
const SPLIT_USES_MAXIMUM = 20;

/** Of so many with a word, each is asked whether it has words with the initials. */
const INITIALS_MAXIMUM = 10_000;

export const STRICT: readonly Match[] = ['EXACT', 'COMMON', 'JOINED'];

/** What names or texts must have to be looked at. */
export interface Way {
  /** Of each list one of its words. */
  readonly words: string[][];
  /** For each of these a word that begins with it. */
  readonly initials: readonly string[];
}

/**
 * What names or texts must have, the nearest to what was typed first: all words as they are; all words, the last one begun
 * and others loosely; all but one, that which most have left out first; at last those that tell least are left out one
 * by one, for people add where somebody works. No two are the same, and none asks for a word that there is not.
 *
 * A letter alone is at first a word; then one with which a word begins; where words are left out, it asks for nothing.
 */
export function* waysToUnderstand(meanings: readonly Meaning[], loose: readonly Match[]): Generator<Way> {
  const before = new Set<string>();
  for (const way of allWays(meanings, loose)) {
    const { words } = way;
    const name = JSON.stringify(way);
    if (words.length > 0 && words.every((some) => some.length > 0) && !before.has(name)) yield way;
    before.add(name);
  }
}

function* allWays(meanings: readonly Meaning[], loose: readonly Match[]): Generator<Way> {
  // What nobody has, none can be asked for; and words between those of names stand in one spelling and not in another.
  const told = meanings.filter(({ word }) => !LINKING_WORDS.has(word.text));
  const asked = told.length > 0 ? told : meanings;
  const known = asked.filter(({ matches, parts }) => matches.size + parts.length > 0);
  const words = unitsOf(known.filter((meaning) => !isLetter(meaning)));
  const initials = meanings.filter(isLetter).map(({ word }) => word.text);
  if (initials.length > 0) {
    if (known.some(isLetter)) yield { words: listsOf(unitsOf(known), STRICT).words, initials: [] };
    for (const way of everyWay(words, loose))
      if (way.fewest <= INITIALS_MAXIMUM) yield { words: way.words, initials };
  }
  for (const way of everyWay(words, loose)) yield { words: way.words, initials: [] };
  for (const way of fewerAndFewer(words, loose)) yield { words: way.words, initials: [] };
}

function isLetter({ word }: Meaning): boolean {
  return /^[a-z]$/.test(word.text);
}

/** What is left out together or not at all: a word, or words that stand for one. */
type Unit = readonly [Meaning, ...Meaning[]];

function unitsOf(meanings: readonly Meaning[]): Unit[] {
  const units: Unit[] = [];
  for (const meaning of meanings) {
    const last = units.at(-1);
    const { within } = meaning.word;
    if (last === undefined || within === undefined || last[0].word.within !== within) units.push([meaning]);
    else units[units.length - 1] = [...last, meaning];
  }
  return units;
}

function* everyWay(units: readonly Unit[], loose: readonly Match[]): Generator<Lists> {
  yield listsOf(units, STRICT);
  yield listsOf(units, [...STRICT, 'PREFIX']);
  yield listsOf(units, loose, true);
  const byWeight = [...units].sort((a, b) => weightOf(a) - weightOf(b));
  for (const left of byWeight.length > 1 ? byWeight : []) {
    yield listsOf(
      units.filter((each) => each !== left),
      loose,
      true,
    );
  }
}

function* fewerAndFewer(units: readonly Unit[], loose: readonly Match[]): Generator<Lists> {
  const byWeight = [...units].sort((a, b) => weightOf(b) - weightOf(a));
  for (let kept = units.length; kept > 0; kept--) yield listsOf(byWeight.slice(0, kept), loose, true);
}

function weightOf(unit: Unit): number {
  return Math.max(...unit.map(({ weight }) => weight));
}

interface Lists {
  words: string[][];
  /** How many names answer to the list to which the fewest do. */
  fewest: number;
}

/**
 * Of each word that was typed, those of which a name must have one; the list that the fewest names answer to stands first,
 * for from there a store has the least to look at.
 */
function listsOf(units: readonly Unit[], allowed: readonly Match[], isLoose = false): Lists {
  const lists = units
    .flat()
    .flatMap((meaning) => {
      const { matches, parts, uses } = meaning;
      const meant = [...matches].filter(([, match]) => allowed.includes(match)).map(([name]) => name);
      const isSplit = parts.length > 0 && (meant.length === 0 || (isLoose && mayFallApart(meaning)));
      const some = isSplit ? parts.map((part) => [...meant, part]) : [meant];
      return some.map((words) => ({
        words,
        uses: words.reduce((sum, name) => sum + (uses.get(name) ?? 0), 0),
      }));
    })
    .sort((a, b) => a.uses - b.uses);
  // Who says a word twice asks for one that has it.
  const once = new Map(lists.map(({ words }) => [words.join(' '), words]));
  return { words: [...once.values()], fewest: lists[0]?.uses ?? 0 };
}

/**
 * Whether a word may be several that were joined. Hardly one that many names have, or a short one that any has: nearly every
 * syllable falls into others.
 */
function mayFallApart({ word: { text }, uses }: Meaning): boolean {
  const count = uses.get(text) ?? 0;
  return count === 0 || (text.length >= SPLIT_LETTERS && count <= SPLIT_USES_MAXIMUM);
}
