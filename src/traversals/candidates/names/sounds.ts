import { foldName } from '../../../ontology/index.js';

/*
 * How a word sounds, as far as ways of writing it in Latin letters go: two words with one sound key may be one word that
 * was carried over from another script twice.
 */

const RULES: readonly (readonly [RegExp, string])[] = [
  [/i[sz]ation/g, 'ization'],
  [/i[sz](e|ed|ing)$/g, 'iz$1'],
  [/([ln])(v|yu)(?=[^aeiou]|$)/g, '$1u'],
  [/ae|oe/g, 'e'],
  [/ou|oo|ue/g, 'u'],
  [/ee/g, 'i'],
  [/ph|bh/g, 'p'],
  [/th|dh/g, 't'],
  [/kh|gh/g, 'k'],
  [/sh|ch/g, 'c'],
  [/y/g, 'i'],
  [/w/g, 'v'],
  [/j/g, 'c'],
  [/[zx]/g, 's'],
  [/r$/g, ''],
  [/(?<=[aeioun])h$/g, ''],
  [/b$/g, 'p'],
  [/d$/g, 't'],
  [/(?<!n)g$/g, 'k'],
  [/tre$/g, 'ter'],
  [/our$/g, 'or'],
  [/me$/g, 'm'],
  [/(.)\1+/g, '$1'],
];

/** The sound key of a folded word. `spelled` tells what folding has lost: ü is written ue where it cannot be typed. */
export function soundKey(text: string, spelled: string): string {
  const written = /[äöü]/.test(spelled)
    ? foldName(spelled.replace(/[äöü]/g, (letter) => `${letter}e`))
    : text;
  return RULES.reduce((key, [pattern, by]) => key.replace(pattern, by), written);
}

/** Vietnamese family names and syllables of which the north and the south have different forms; folded. */
const FORMS: readonly (readonly string[])[] = [
  ['hoang', 'huynh'],
  ['vu', 'vo'],
  ['phuc', 'phuoc'],
  ['chau', 'chu'],
  ['canh', 'kieng'],
  ['nhan', 'nhon'],
  ['thinh', 'thanh'],
];

const FORM_OF: ReadonlyMap<string, number> = new Map(
  FORMS.flatMap((forms, index) => forms.map((form) => [form, index] as const)),
);

/** Whether both are forms of one family name. */
export function areForms(one: string, other: string): boolean {
  const form = FORM_OF.get(one);
  return form !== undefined && form === FORM_OF.get(other);
}

/** How many syllables a word has, by its groups of vowels. */
export function syllablesOf(text: string): number {
  return (text.match(/[aeiouy]+/g) ?? []).length;
}

const VIETNAMESE =
  /^(?:ngh|ng|gh|gi|kh|nh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?(?:[ou]?[aeiouy]{1,2}|uye|uya|oai|oay|uoi|uou|ieu|yeu)(?:ng|nh|ch|[cmnpt])?$/;
const PINYIN_SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|iao|ian|ing|uai|uan|ang|eng|ong|ai|ei|ao|ou|an|en|er|ia|ie|iu|in|ua|uo|ui|un|ue|ve|a|o|e|i|u|v)';
const PINYIN = new RegExp(`^${PINYIN_SYLLABLE}(?:${PINYIN_SYLLABLE})?$`);

/**
 * Whether it may be a Vietnamese syllable, or one or two Chinese ones; folded. Nearly all of them are names of somebody, so
 * that one letter more or less makes another name.
 */
export function isWellFormed(text: string): boolean {
  return VIETNAMESE.test(text) || PINYIN.test(text);
}

/** How the one word, misspelt, comes from the other: of words that are one letter apart. */
export type Misspelling = 'SLIP' | 'INSIDE' | 'OTHER';

/**
 * SLIP: two letters are swapped, or one is doubled; that hardly makes another word. INSIDE: one is missing, but not at an
 * end. OTHER: one stands for another, or is missing at an end, as in Ivanov and Ivanova.
 */
export function misspellingOf(one: string, other: string): Misspelling {
  const letters = (word: string) => [...word].sort().join('');
  if (letters(one) === letters(other)) return 'SLIP';
  const single = (word: string) => word.replace(/(.)\1+/g, '$1');
  if (single(one) === single(other)) return 'SLIP';
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one];
  return shorter.length < longer.length && !longer.startsWith(shorter) && !longer.endsWith(shorter)
    ? 'INSIDE'
    : 'OTHER';
}

/** Whether two words are one but for i and y, which stand for one sound. */
export function isOneSpelling(one: string, other: string): boolean {
  return one.replaceAll('y', 'i') === other.replaceAll('y', 'i');
}

/**
 * The marks of a word, the mark of its tone wherever it was set: `hoà` is `hòa`. So are i and y at the end: `sĩ` is `sỹ`.
 */
export function markedForm(spelled: string): string {
  const parts = spelled.normalize('NFD');
  const tones = parts.match(/[\u0300\u0301\u0303\u0304\u0309\u030c\u0323]/g) ?? [];
  return (
    parts.replace(/[\u0300\u0301\u0303\u0304\u0309\u030c\u0323]/g, '').replace(/y$/, 'i') + tones.join('')
  );
}

/** Whether a word has marks or letters beside plain ones. */
export function isMarked(spelled: string): boolean {
  return /[^a-z0-9]/.test(spelled);
}
