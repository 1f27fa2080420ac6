import type { Pace } from '../view/pace.js';
import { ascending } from '../view/sorted.js';
import type { Profile } from './profile.js';

/*
 * Which of many entities may be the same, before anything is compared: those that share something rare. Each entity goes
 * into a block for each thing that its names have. A word that many have makes no block; two such words together do.
 */

/** So many entities at the most have a word that makes a block, and so many are in one of two words. */
const BLOCK_MAXIMUM = 40;
const BLOCK_OF_TWO_MAXIMUM = 200;
/** So many pairs of names are compared. */
export const COMPARED_MAXIMUM = 100_000;
/** A word of so many letters may be spelled with a letter wrong. */
const TYPO_LETTERS = 4;

/** Pairs of entities, each once, that are worth comparing; `isCut` where some are left out. */
export async function blockedPairs(
  profiles: readonly Profile[],
  pace: Pace,
): Promise<{ pairs: (readonly [Profile, Profile])[]; isCut: boolean }> {
  const sorted = await pace.sorted(await blocksOf(profiles, pace), (a, b) => {
    // The smallest first: what few share says most.
    return a.places.length - b.places.length || ascending(a.key, b.key);
  });
  const seen = new Set<number>();
  const pairs: (readonly [Profile, Profile])[] = [];
  let isCut = false;
  for (const { key, places } of sorted) {
    if (places.length > (key.startsWith('-') ? BLOCK_MAXIMUM : BLOCK_OF_TWO_MAXIMUM)) {
      // Two words that many have side by side are two words that many have: there is another block of them.
      isCut ||= !key.startsWith('-');
      continue;
    }
    for (const [index, i] of places.entries()) {
      for (const j of places.slice(index + 1)) {
        const pair = i * profiles.length + j;
        const [a, b] = [profiles[i], profiles[j]];
        if (seen.has(pair) || a === undefined || b === undefined) continue;
        if (pairs.length >= COMPARED_MAXIMUM) return { pairs, isCut: true };
        seen.add(pair);
        pairs.push([a, b]);
      }
    }
    if (pace.due) await pace.pause();
  }
  return { pairs, isCut };
}

interface Block {
  readonly key: string;
  readonly places: readonly number[];
}

/** The blocks of more than one. */
async function blocksOf(profiles: readonly Profile[], pace: Pace): Promise<Block[]> {
  const uses = new Map<string, number>();
  const words: string[][] = [];
  for (const profile of profiles) {
    const own = wordsOf(profile);
    words.push(own);
    for (const word of own) uses.set(word, (uses.get(word) ?? 0) + 1);
    if (pace.due) await pace.pause();
  }
  const blocks = new Map<string, number[]>();
  for (const [place, profile] of profiles.entries()) {
    for (const key of blockKeys(profile, words[place] ?? [], uses)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [place]);
      else block.push(place);
    }
    if (pace.due) await pace.pause();
  }
  const shared: Block[] = [];
  for (const [key, places] of blocks) {
    if (places.length > 1) shared.push({ key, places });
    if (pace.due) await pace.pause();
  }
  return shared;
}

/** The words of all names, by what they mean; sorted, each once. */
function wordsOf({ names }: Profile): string[] {
  const words = names.flatMap(({ tokens }) =>
    tokens.flatMap(({ text, meaning, class: name }) =>
      name === 'STOP' || text.length < 2 ? [] : [name === 'OWN' ? text : meaning],
    ),
  );
  return [...new Set(words)].sort();
}

/** `=` begins an id or a whole name, `-` a word, `&` two words that many have, `~` a rare word with a letter left out. */
function blockKeys(
  { names, record }: Profile,
  words: readonly string[],
  uses: ReadonlyMap<string, number>,
): Set<string> {
  const keys = new Set(record.externalIds.map(({ scheme, value }) => `=${scheme}:${value}`));
  for (const { tokens } of names) {
    const texts = tokens.map(({ text }) => text);
    keys.add(`=${[...texts].sort().join('')}`);
    // Who writes two words as one has a word that nobody else has.
    for (const [index, text] of texts.slice(0, -1).entries()) keys.add(`-${text}${texts[index + 1] ?? ''}`);
  }
  const isRare = (word: string) => (uses.get(word) ?? 0) <= BLOCK_MAXIMUM;
  for (const word of words.filter(isRare)) {
    keys.add(`-${word}`);
    if (word.length >= TYPO_LETTERS) for (const shorter of withoutOne(word)) keys.add(`~${shorter}`);
  }
  const frequent = words.filter((word) => !isRare(word));
  for (const [index, word] of frequent.entries()) {
    for (const other of frequent.slice(index + 1)) keys.add(`&${word} ${other}`);
  }
  return keys;
}

/** Two words that are one letter apart, or have two neighbours swapped, share one of these. */
function withoutOne(word: string): string[] {
  return [word, ...Array.from(word, (_, index) => word.slice(0, index) + word.slice(index + 1))];
}
