import { foldName } from '../../src/ontology/index.js';

/** Peoples are named after their countries in ways that no rule gives. */
const ONE_STEM: Readonly<Record<string, string>> = {
  asian: 'asia',
  cambodian: 'cambodia',
  chinese: 'china',
  filipino: 'philippine',
  french: 'france',
  vietnamese: 'vietnam',
};

const NUMBER_WORDS: Readonly<Record<string, string>> = {
  ...{ two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10' },
  ...{ eleven: '11', twelve: '12', twenty: '20', thirty: '30', forty: '40', fifty: '50', sixty: '60' },
  ...{ half: 'half', dozen: 'dozen', hundred: 'hundred', thousand: 'thousand' },
  ...{ million: 'million', billion: 'billion', twice: 'twice', double: 'double' },
};

/** The folded words of a text, each without the endings of plural and possession, so that "Vietnam's" is Vietnam. */
export function words(text: string): string[] {
  return foldName(text).split(' ').filter(Boolean).map(stem);
}

function stem(word: string): string {
  const singular = word.replace(/ies$/, 'y').replace(/s$/, '');
  return ONE_STEM[singular] ?? singular;
}

/** True when the words of `phrase` stand in `text` one after another. */
export function stands(phrase: string, text: string): boolean {
  const wanted = words(phrase);
  const found = words(text);
  return (
    wanted.length > 0 &&
    found.some((_, start) => wanted.every((word, index) => found[start + index] === word))
  );
}

/** The figures of a text: digits without their commas, and number words, "five" as 5 and "hundreds" as hundred. */
export function figures(text: string): string[] {
  const digits = (text.match(/\d+(,\d{3})*/g) ?? []).map((figure) => figure.replaceAll(',', ''));
  const spoken = words(text).flatMap((word) => NUMBER_WORDS[word] ?? []);
  return [...digits, ...spoken];
}

/** The whole numbers that the words of a quantity give: "98 million" is 98000000. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/(\d+(?:,\d{3})*)(?: (thousand|million|billion))?/g)].map(
    ([, digits = '', scale]) => {
      const factor = { thousand: 1e3, million: 1e6, billion: 1e9 }[scale ?? ''] ?? 1;
      return Number(digits.replaceAll(',', '')) * factor;
    },
  );
}

/** The capitalised words of a phrase. */
export function capitalised(phrase: string): string[] {
  return spelledWords(phrase).filter((word) => /^\p{Lu}/u.test(word));
}

/** The capitalised words of a sentence, whose first word is left out. */
export function properNames(sentence: string): string[] {
  const [first = ''] = spelledWords(sentence);
  return capitalised(sentence.slice(sentence.indexOf(first) + first.length));
}

function spelledWords(text: string): string[] {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’]*/gu) ?? [];
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** What a text must say, each part in one of these ways, for a time in EDTF to be taken from it. */
export function spokenParts(edtf: string): string[][] {
  return edtf.split('/').flatMap((end) => {
    const [year, month, day] = end.replace(/[~?%]$/, '').split('-');
    const parts: string[][] = [];
    if (year !== undefined && /^\d{4}$/.test(year)) parts.push([year]);
    if (month !== undefined) parts.push([MONTHS[Number(month) - 1] ?? month, month]);
    if (day !== undefined) parts.push([String(Number(day)), day]);
    return parts;
  });
}

/** The first run of so many words that both texts share, or null. */
export function sharedRun(text: string, document: string, length: number): string | null {
  const runs = new Set(runsOf(document, length));
  return runsOf(text, length).find((run) => runs.has(run)) ?? null;
}

function runsOf(text: string, length: number): string[] {
  const all = text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];
  return all
    .map((_, start) => all.slice(start, start + length).join(' '))
    .slice(0, Math.max(0, all.length - length + 1));
}
