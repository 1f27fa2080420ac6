import { readWords, searchWords, withoutElision } from './words.js';
import type { ReadWords, Word } from './words.js';

/*
 * The words of running text: of what facts state, and of the titles of sources.
 */

/**
 * Words of grammar, which say nothing of what a text is about. Only as they are spelled here, in small letters and with
 * no other marks: "an" is one, the name An and the Vietnamese "ân" are none. The first letter of a text may be a capital.
 */
const GRAMMAR: ReadonlySet<string> = new Set([
  ...[
    'a',
    'an',
    'and',
    'as',
    'at',
    'be',
    'been',
    'but',
    'by',
    'for',
    'from',
    'had',
    'has',
    'have',
    'he',
    'her',
  ],
  ...[
    'his',
    'in',
    'into',
    'is',
    'it',
    'its',
    'of',
    'on',
    'or',
    'she',
    'that',
    'the',
    'their',
    'them',
    'there',
  ],
  ...[
    'these',
    'they',
    'this',
    'those',
    'to',
    'under',
    'was',
    'were',
    'which',
    'who',
    'whom',
    'whose',
    'will',
  ],
  ...[
    'with',
    'au',
    'aux',
    'à',
    'avec',
    'dans',
    'de',
    'des',
    'du',
    'en',
    'est',
    'et',
    'la',
    'le',
    'les',
    'ont',
    'ou',
  ],
  ...['par', 'pour', 'que', 'qui', 'sa', 'ses', 'son', 'sur', 'un', 'une'],
]);

/** No word is longer; what is, an address or the like, is nothing to look for. */
const LETTERS_MAXIMUM = 40;

/** Under what a text is found: as `searchWords`, without words of grammar. Sorted, each once. */
export function textWords(texts: readonly string[]): string[] {
  return searchWords(texts.map(withoutGrammar)).filter(({ length }) => length <= LETTERS_MAXIMUM);
}

/** The words of what somebody typed to find a text, without those of grammar, unless there is nothing else. */
export function readTypedForText(text: string): ReadWords {
  const read = readWords(withoutGrammar(text));
  const { together, singly } = read.singly.length === 0 ? readWords(text) : read;
  // A letter alone begins too many words to tell one.
  const isWord = ({ text: { length } }: Word) => length > 1 && length <= LETTERS_MAXIMUM;
  return { together: together.filter(isWord), singly: singly.filter(isWord) };
}

function withoutGrammar(text: string): string {
  return withoutElision(text)
    .split(/[^\p{L}\p{M}\p{N}'’]+/u)
    .filter((word, place) => !GRAMMAR.has(place === 0 ? word.toLowerCase() : word))
    .join(' ');
}
