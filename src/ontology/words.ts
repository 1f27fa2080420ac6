import { foldName } from './names.js';

/**
 * Words that names share in many languages and shortenings, by the English one. Whatever a name or a query spells is
 * found under that too. Each is folded; several words stand for one together.
 */
export const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  hospital: ['hospitals', 'hosp', 'hopital', 'hopitaux', 'benh vien', 'bv', 'yi yuan', 'ospedale'],
  clinic: ['clinique', 'phong kham', 'pk', 'polyclinic', 'polyclinique'],
  university: ['univ', 'universite', 'dai hoc', 'dh', 'da xue', 'universitaire'],
  institute: ['institut', 'inst', 'yan jiu suo'],
  center: ['centre', 'ctr', 'trung tam', 'zhong xin'],
  department: ['dept', 'departement', 'khoa'],
  ministry: ['ministere', 'min'],
  medical: ['medicine', 'medecine', 'medicale', 'y khoa', 'y hoc'],
  general: ['generale', 'da khoa', 'gen'],
  central: ['centrale', 'trung uong', 'tw'],
  national: ['nationale', 'quoc gia', 'natl', 'nat'],
  international: ['internationale', 'quoc te', 'intl'],
  military: ['militaire', 'quan y', 'quan doi'],
  provincial: ['province', 'tinh', 'sheng'],
  city: ['ville', 'thanh pho', 'tp', 'municipal'],
  children: ['childrens', 'enfants', 'nhi', 'nhi dong', 'pediatric', 'pediatrics', 'paediatric'],
  saint: ['st', 'ste', 'sainte'],
  surgery: ['surgical', 'chirurgie', 'phau thuat'],
  health: ['sante', 'y te'],
};

/** What stands before the names of people and says nothing about who they are; folded. */
export const TITLES: ReadonlySet<string> = new Set([
  ...['dr', 'doctor', 'docteur', 'prof', 'professor', 'professeur', 'assoc', 'associate', 'assistant'],
  ...['bs', 'bac', 'si', 'bscki', 'bsckii', 'ck1', 'ck2', 'gs', 'giao', 'su', 'pgs', 'pho', 'ts', 'tien'],
  ...['ths', 'thac', 'phd', 'md', 'mr', 'mrs', 'ms', 'mme', 'm', 'sir', 'madame', 'monsieur'],
]);

/** The longest of the above that stand together. */
const PHRASE_WORDS = 3;

const COMMON_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(COMMON_WORDS).flatMap(([common, spellings]) =>
    [common, ...spellings].map((spelling) => [spelling, common] as const),
  ),
);

/** A word, or several that stand for one, as it is looked for. */
export interface Word {
  /** Folded, as it was spelled; several words have spaces between them. */
  text: string;
  /** The common word that it stands for, `hospital` for `benh vien`. */
  common?: string;
}

/** The words of a name in their order. Signs of Chinese are a word each. */
export function wordsIn(name: string): Word[] {
  const folded = foldName(name.normalize('NFKC').replace(/\p{Script=Han}/gu, ' $& ')).split(' ');
  const words: Word[] = [];
  for (let start = 0; start < folded.length;) {
    const phrase = phraseAt(folded, start);
    const text = folded.slice(start, start + phrase).join(' ');
    const common = COMMON_OF.get(text);
    if (text !== '') words.push({ text, ...(common === undefined ? {} : { common }) });
    start += phrase;
  }
  return words;
}

/** How many of the words from `start` on stand for a common word together; 1 where none do. */
function phraseAt(folded: readonly string[], start: number): number {
  for (let length = PHRASE_WORDS; length > 1; length--) {
    const words = folded.slice(start, start + length);
    if (words.length === length && COMMON_OF.has(words.join(' '))) return length;
  }
  return 1;
}

/** Under what a name is found: each of its words, and the common words that they stand for. Sorted, each once. */
export function searchWords(names: readonly string[]): string[] {
  const words = names
    .flatMap(wordsIn)
    .flatMap(({ text, common }) => [...text.split(' '), ...(common === undefined ? [] : [common])]);
  return [...new Set(words)].sort();
}
