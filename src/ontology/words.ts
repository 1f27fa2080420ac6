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
  school: ['truong', 'ecole', 'faculty', 'faculte'],
  city: ['ville', 'thanh pho', 'tp', 'municipal'],
  children: ['childrens', 'enfants', 'nhi', 'nhi dong', 'pediatric', 'pediatrics', 'paediatric'],
  saint: ['st', 'ste', 'sainte'],
  surgery: ['surgical', 'chirurgie', 'phau thuat'],
  health: ['sante', 'y te'],
};

/** Shortenings of several words, and the words; folded. */
const SHORTENINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bvdk: 'benh vien da khoa',
    bvtw: 'benh vien trung uong',
    bvdktw: 'benh vien da khoa trung uong',
    ttyt: 'trung tam y te',
    syt: 'so y te',
    dhyd: 'dai hoc y duoc',
    dhy: 'dai hoc y',
    hcm: 'ho chi minh',
    hcmc: 'ho chi minh city',
    tphcm: 'thanh pho ho chi minh',
    hop: 'hopital',
    yiyuan: 'yi yuan',
    daxue: 'da xue',
  }),
);

/** What stands before the names of people and says nothing about who they are; folded. */
const TITLES: ReadonlySet<string> = new Set([
  ...['dr', 'doctor', 'docteur', 'prof', 'professor', 'professeur', 'assoc', 'associate', 'assistant'],
  ...['bs', 'bac si', 'bscki', 'bsckii', 'ck1', 'ck2', 'cki', 'ckii', 'gs', 'giao su', 'pgs', 'pho giao su'],
  ...['ts', 'tien si', 'ths', 'thac si', 'thay thuoc nhan dan', 'thay thuoc uu tu', 'ttnd', 'ttut'],
  ...['phd', 'md', 'mr', 'mrs', 'ms', 'mme', 'sir', 'madame', 'monsieur'],
]);

/** The same behind the names, in Chinese. */
const TITLES_BEHIND: ReadonlySet<string> = new Set([
  ...['jiao shou', 'fu jiao shou', 'yi sheng', 'yi shi', 'zhu ren yi shi', 'fu zhu ren yi shi', 'zhu ren'],
  ...['xian sheng', 'nu shi', 'phd', 'md'],
]);

/** The longest of the above. */
const PHRASE_WORDS = 5;

const COMMON_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(COMMON_WORDS).flatMap(([common, spellings]) =>
    [common, ...spellings].map((spelling) => [spelling, common] as const),
  ),
);

/** The first words of those of several, for most words begin none. */
const COMMON_BEGINS: ReadonlySet<string> = new Set(
  [...COMMON_OF.keys()].flatMap((spelling) => (spelling.includes(' ') ? (spelling.split(' ')[0] ?? '') : [])),
);

/** A word, or several that stand for one, as it is looked for. */
export interface Word {
  /** Folded, as it was spelled; several words have spaces between them. */
  text: string;
  /** The common word that it stands for, `hospital` for `benh vien`. */
  common?: string;
}

/** The words of a name in their order. Signs of Chinese are a word each, and shortenings are written out. */
export function wordsIn(name: string): Word[] {
  const known = {
    has: (phrase: string) => COMMON_OF.has(phrase),
    begins: (word: string) => COMMON_BEGINS.has(word),
  };
  return phrasesIn(foldedWords(name), known).map((text) => {
    const common = COMMON_OF.get(text);
    return { text, ...(common === undefined ? {} : { common }) };
  });
}

/** The words of what somebody typed, without titles before and behind them, unless there is nothing else. */
export function wordsTyped(text: string): Word[] {
  const phrases = phrasesIn(foldedWords(text), {
    has: (phrase) => TITLES.has(phrase) || TITLES_BEHIND.has(phrase),
    begins: () => true,
  });
  const first = phrases.findIndex((phrase) => !TITLES.has(phrase));
  const last = phrases.findLastIndex((phrase) => !TITLES_BEHIND.has(phrase));
  return first < 0 || last < first ? wordsIn(text) : wordsIn(phrases.slice(first, last + 1).join(' '));
}

function foldedWords(name: string): string[] {
  const folded = foldName(name.normalize('NFKC').replace(/\p{Script=Han}/gu, ' $& '));
  return folded.split(' ').flatMap((word) => (SHORTENINGS.get(word) ?? word).split(' '));
}

interface Phrases {
  has: (phrase: string) => boolean;
  /** False where none of several words begins with this one. */
  begins: (word: string) => boolean;
}

/** Words that stand for something together as one, the others alone. */
function phrasesIn(words: readonly string[], known: Phrases): string[] {
  const phrases: string[] = [];
  for (let start = 0; start < words.length;) {
    const length = lengthOfPhrase(words, start, known);
    const phrase = words.slice(start, start + length).join(' ');
    if (phrase !== '') phrases.push(phrase);
    start += length;
  }
  return phrases;
}

function lengthOfPhrase(words: readonly string[], start: number, known: Phrases): number {
  if (!known.begins(words[start] ?? '')) return 1;
  for (let length = Math.min(PHRASE_WORDS, words.length - start); length > 1; length--) {
    if (known.has(words.slice(start, start + length).join(' '))) return length;
  }
  return 1;
}

/** The words of a name as they are spelled, in small letters, with their marks; signs of Chinese are a word each. */
export function spelledWords(name: string): string[] {
  const spaced = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, ' $& ');
  return spaced.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '');
}

/** Under what a name is found: each of its words, and the common words that they stand for. Sorted, each once. */
export function searchWords(names: readonly string[]): string[] {
  const words = names
    .flatMap(wordsIn)
    .flatMap(({ text, common }) => [...text.split(' '), ...(common === undefined ? [] : [common])]);
  return [...new Set(words)].sort();
}
