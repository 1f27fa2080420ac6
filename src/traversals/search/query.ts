import { ConfrereError } from '../../errors.js';
import { EXTERNAL_ID_SCHEMES, readTyped, readTypedForText } from '../../ontology/index.js';
import type { ReadWords, Word } from '../../ontology/index.js';
import type { Meaning } from './lexicon.js';

/** The most characters of what is searched for. */
export const TEXT_MAXIMUM = 200;

/** More words than any name needs; further ones are not looked for. */
export const QUERY_WORDS_MAXIMUM = 12;

/** A text that somebody typed to find something. */
export interface Query {
  readonly text: string;
  /** Without the titles that it begins with, unless there is nothing else. */
  readonly words: ReadWords;
  /** External ids, `scheme:value`, that the text may be. */
  readonly externalIds: readonly string[];
}

/** Reads what somebody typed to find a name. Refuses, with BAD_USER_INPUT, a text that is empty or too long. */
export function queryOf(text: string): Query {
  const typed = demandText(text, 'a name, or its beginning, or an external id');
  return { text: typed, words: bounded(readTyped(typed)), externalIds: externalIdsIn(typed) };
}

/** The query with capitals that stand together written apart, NTN Anh as N. T. N. Anh, where no name has such a word; else null. */
export function withInitialsApart(typed: string, meanings: readonly Meaning[]): ReadWords | null {
  const unknown = meanings.filter(({ matches }) =>
    [...matches.values()].every((match) => match === 'INITIAL'),
  );
  const initials = unknown.flatMap(({ word }) => {
    const capitals = word.text.toUpperCase();
    return /^[A-Z]{2,4}$/.test(capitals) && new RegExp(`\\b${capitals}\\b`).test(typed) ? [capitals] : [];
  });
  if (initials.length === 0 || meanings.length === unknown.length) return null;
  const apart = initials.reduce(
    (text, capitals) => text.replace(new RegExp(`\\b${capitals}\\b`), [...capitals].join(' ')),
    typed,
  );
  return bounded(readTyped(apart));
}

/** The words of what somebody typed to find a text by. Refuses as `queryOf` does. */
export function textQueryOf(text: string): Pick<Query, 'text' | 'words'> {
  const typed = demandText(text, 'words of what is looked for');
  return { text: typed, words: bounded(readTypedForText(typed)) };
}

function bounded({ together, singly }: ReadWords): ReadWords {
  const some = (words: readonly Word[]) => words.slice(0, QUERY_WORDS_MAXIMUM);
  const first = some(together);
  return { together: first, singly: singly === together ? first : some(singly) };
}

function demandText(text: string, expected: string): string {
  const { length } = text.trim();
  // Signs that stand for several letters are as many as were typed, and no more of them are read than fit.
  const typed = text.normalize('NFKC').trim().slice(0, TEXT_MAXIMUM);
  if (typed === '' || length > TEXT_MAXIMUM) {
    throw new ConfrereError(
      'BAD_USER_INPUT',
      `\`text\` has ${length} characters; expected 1 to ${TEXT_MAXIMUM}: ${expected}.`,
    );
  }
  return typed;
}

/** The ids that a text may be: as an address, with its scheme before it, or alone, where its form tells the scheme. */
function externalIdsIn(typed: string): string[] {
  const plain = typed
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\/+$/, '')
    .replace(/^(https?:\/\/)?[\w-]+(\.[\w-]+)+\/(\S*\/)?(?=[^/\s]+$)/i, '');
  const [, named, value = plain] = /^([a-zA-Z0-9]+)(?::\s*|\s+)(\S+)$/.exec(plain) ?? [];
  return Object.entries(EXTERNAL_ID_SCHEMES).flatMap(([scheme, { pattern }]) => {
    if (named !== undefined && named.toLowerCase() !== scheme) return [];
    const grouped = /^\d{15}[\dXx]$/.test(value) ? (value.match(/.{4}/g) ?? []).join('-') : value;
    const spellings = [...new Set([value, value.toUpperCase(), value.toLowerCase(), grouped.toUpperCase()])];
    return spellings.filter((spelling) => pattern.test(spelling)).map((spelling) => `${scheme}:${spelling}`);
  });
}
