import type { Match, Meaning } from './lexicon.js';

/** So many records are looked at for each way to understand what was typed. */
export const CANDIDATES_MAXIMUM = 400;

/** Where so many were found, what answers less well is not looked for. */
export const ENOUGH = 40;

export const STRICT: readonly Match[] = ['EXACT', 'COMMON', 'JOINED'];

/**
 * What names or texts must have, the nearest to what was typed first: all words as they are; all words, the last one begun
 * and others loosely; all but one, that which most have left out first; at last those that tell least are left out one
 * by one, for people add where somebody works. No two are the same, and none asks for a word that there is not.
 */
export function* waysToUnderstand(
  meanings: readonly Meaning[],
  loose: readonly Match[],
): Generator<string[][]> {
  const before = new Set<string>();
  // What nobody has, none can be asked for.
  const known = meanings.filter(({ matches, parts }) => matches.size + parts.length > 0);
  for (const lists of allWays(known, loose)) {
    const name = JSON.stringify(lists);
    if (lists.length > 0 && lists.every((words) => words.length > 0) && !before.has(name)) yield lists;
    before.add(name);
  }
}

function* allWays(known: readonly Meaning[], loose: readonly Match[]): Generator<string[][]> {
  yield* everyWay(known, loose);
  yield* fewerAndFewer(known, loose);
}

function* fewerAndFewer(known: readonly Meaning[], loose: readonly Match[]): Generator<string[][]> {
  const byWeight = [...known].sort((a, b) => b.weight - a.weight);
  for (let kept = known.length; kept > 0; kept--) yield listsOf(byWeight.slice(0, kept), loose, true);
}

function* everyWay(meanings: readonly Meaning[], loose: readonly Match[]): Generator<string[][]> {
  yield listsOf(meanings, STRICT);
  yield listsOf(meanings, [...STRICT, 'PREFIX']);
  yield listsOf(meanings, loose, true);
  const byWeight = [...meanings].sort((a, b) => a.weight - b.weight);
  for (const left of byWeight.length > 1 ? byWeight : []) {
    yield listsOf(
      meanings.filter((each) => each !== left),
      loose,
      true,
    );
  }
}

/**
 * Of each word that was typed, those of which a name must have one; the list that the fewest names answer to stands first,
 * for from there a store has the least to look at. An initial may be any word’s, and asks for none.
 */
function listsOf(meanings: readonly Meaning[], allowed: readonly Match[], isLoose = false): string[][] {
  return meanings
    .filter(({ word }) => word.text.length > 1)
    .map(({ matches, parts, uses }) => {
      const meant = [...matches].filter(([, match]) => allowed.includes(match)).map(([name]) => name);
      // A word that no name has whole may fall into some that names have.
      const words = meant.length === 0 || isLoose ? [...meant, ...parts.slice(0, 1)] : meant;
      return { words, uses: words.reduce((sum, name) => sum + (uses.get(name) ?? 0), 0) };
    })
    .sort((a, b) => a.uses - b.uses)
    .map(({ words }) => words);
}
