import { COMMON_WORDS } from '../../../ontology/index.js';

/** What a word says in the name of an institution, a programme or a technique. */
export type WordClass = 'TYPE' | 'LEVEL' | 'FIELD' | 'SITE' | 'NUMBER' | 'STOP' | 'OWN';

export interface Sense {
  /** The English word that it stands for; words of one meaning are the same word. */
  readonly meaning: string;
  readonly class: WordClass;
}

/** Of which class the common words are (see `COMMON_WORDS`); those that are not named here say a field. */
const CLASS_OF_COMMON: Readonly<Record<string, WordClass>> = {
  ...{ hospital: 'TYPE', clinic: 'TYPE', university: 'TYPE', institute: 'TYPE', center: 'TYPE' },
  ...{ department: 'TYPE', ministry: 'TYPE', school: 'TYPE' },
  ...{ central: 'LEVEL', national: 'LEVEL', international: 'LEVEL', provincial: 'LEVEL', city: 'LEVEL' },
  saint: 'STOP',
};

/** Further words, folded, by class and by the English one; what a hospital of the nation is called differs in translation. */
const FURTHER: Readonly<Record<Exclude<WordClass, 'NUMBER' | 'OWN'>, Readonly<Record<string, string>>>> = {
  TYPE: {
    hospital:
      'krankenhaus, klinikum, spital, centre hospitalier, center hospitalier, groupe hospitalier, hospitalier, hospitaliers',
    clinic: 'clinica, klinik, poliklinik',
    university:
      'universidad, universidade, universita, universitat, universitas, universitario, universitaria, universitats',
    center: 'centro, zentrum',
    institute: 'instituto, istituto, vien, academy, academie, hoc vien',
    college: 'cao dang, college',
    association: 'association, society, societe, hoi, federation, union, xie hui, xue hui',
    committee: 'committee, comite, uy ban, commission, council, conseil',
    office: 'office, bureau, van phong, representative, delegation',
    agency: 'agency, agence, authority, administration, cuc',
    fund: 'fund, fonds, foundation, fondation, quy',
    department: 'so',
    ministry: 'bo, ministerio, ministerium',
    programme: 'programme, program, programmes, programs, chuong trinh, scheme',
    project: 'project, projet, projects, projets, de an, du an',
    network: 'network, reseau, mang luoi',
    polyclinic: 'dispensary, tram y te, health post',
  },
  LEVEL: {
    national: 'central, trung uong, tw, centrale, national, nationale, nacional, nazionale, quoc gia, guojia',
    district: 'district, huyen, quan huyen, xian, arrondissement',
    regional: 'regional, regionale, region, khu vuc, interregional, subregional',
    commune: 'commune, xa, phuong xa',
    world: 'world, mondiale, mondial, the gioi, global, mondiaux',
  },
  FIELD: {
    children: 'paediatrics, paediatric, pediatrie, pediatrique, er tong',
    cancer: 'cancer, oncology, oncologie, ung buou, ung thu, tumor, tumour, zhong liu',
    friendship: 'friendship, amitie, huu nghi, you yi',
    maternity:
      'maternity, maternite, obstetrics, obstetric, phu san, women, womens, gynecology, gynaecology, fu chan, fu you',
    eye: 'eye, ophthalmology, ophtalmologie, mat, yan ke',
    tropical: 'tropical, tropicale, nhiet doi',
    traditional: 'traditional, co truyen, zhong yi, traditionnelle',
    pharmacy: 'pharmacy, pharmacie, duoc, pharmaceutical, yao ke',
    mental: 'mental, psychiatric, psychiatrique, psychiatry, tam than',
    heart: 'heart, cardiology, cardiologie, tim mach, tim, cardiovascular, xin zang',
    lung: 'lung, pulmonary, phoi, respiratory',
    dental: 'dental, dentistry, stomatology, rang ham mat, odontologie, kou qiang',
    medical: 'y',
  },
  SITE: {
    site: 'site, branch, campus, facility, co so, chi nhanh, annex, annexe, fen yuan, succursale',
    unit: 'unit, unite, ward, division, section, service, to, phong',
  },
  STOP: {
    of: 'of, the, and, at, in, on, for, to, with, de, la, le, les, des, du, d, l, et, en, a, au, aux, pour, sur, und, der, die, das, von',
    number: 'no, number, nr, numero, hao',
    affiliated: 'affiliated, affiliate, fu shu',
    and: 'va, cua, tai, thuoc, cho',
  },
};

const NUMBERS: readonly (readonly string[])[] = [
  ['one', 'first', '一', '1st', 'premier', 'premiere'],
  ['two', 'second', '二', '2nd', 'deuxieme', 'ii'],
  ['three', 'third', '三', '3rd', 'troisieme', 'iii'],
  ['four', 'fourth', '四', '4th', 'quatrieme', 'iv'],
  ['five', 'fifth', '五', '5th', 'cinquieme'],
  ['six', 'sixth', '六', '6th', 'sixieme', 'vi'],
  ['seven', 'seventh', '七', '7th', 'septieme', 'vii'],
  ['eight', 'eighth', '八', '8th', 'huitieme', 'viii'],
  ['nine', 'ninth', '九', '9th', 'neuvieme', 'ix'],
  ['ten', 'tenth', '十', '10th', 'dixieme'],
];

/** Spellings that are the word; with other marks they are another: `tỉnh` is a province, Hà Tĩnh is called so. */
const ONLY_WITH_MARKS: Readonly<Record<string, readonly string[]>> = {
  tinh: ['tinh', 'tỉnh'],
  so: ['sở'],
  bo: ['bộ'],
  mat: ['mắt'],
  tim: ['tim'],
  xa: ['xã'],
  hoi: ['hội'],
  to: ['to', 'tổ'],
  y: ['y'],
  vien: ['vien', 'viện'],
  nhi: ['nhi'],
  quy: ['quỹ'],
  phong: ['phòng'],
  cho: ['cho'],
  tai: ['tại'],
  le: ['le'],
  la: ['la'],
  min: [],
  hao: ['号', '號'],
  phoi: ['phổi'],
  duoc: ['duoc', 'dược'],
  va: ['va', 'và'],
  du: ['du'],
  de: ['de'],
  sheng: ['省'],
};

export const LONGEST_PHRASE = 4;

/** Shortenings of several words that a name of an institution may begin with. */
export const WRITTEN_OUT: ReadonlyMap<string, string> = new Map([
  ['chu', 'centre hospitalier universitaire'],
  ['chru', 'centre hospitalier regional universitaire'],
  ['chr', 'centre hospitalier regional'],
]);

const SENSES: ReadonlyMap<string, Sense> = new Map([
  ...Object.entries(COMMON_WORDS).flatMap(([meaning, spellings]) =>
    [meaning, ...spellings].map(
      (text) => [text, { meaning, class: CLASS_OF_COMMON[meaning] ?? 'FIELD' }] as [string, Sense],
    ),
  ),
  ...Object.entries(FURTHER).flatMap(([name, meanings]) =>
    Object.entries(meanings).flatMap(([meaning, texts]) =>
      texts.split(', ').map((text) => [text, { meaning, class: name as WordClass }] as [string, Sense]),
    ),
  ),
  ...NUMBERS.flatMap((texts, index) =>
    texts.map((text) => [text, { meaning: String(index + 1), class: 'NUMBER' }] as [string, Sense]),
  ),
]);

/** What a word, or several words together, say in the name of an institution; undefined where it is its own. */
export function senseOf(text: string, spelled: string): Sense | undefined {
  const numeral = SENSES.get(spelled);
  if (numeral?.class === 'NUMBER') return numeral;
  if (/^\d+$/.test(text)) return { meaning: text.replace(/^0+(?=\d)/, ''), class: 'NUMBER' };
  if (spelled === '第' || spelled === 'số') return { meaning: 'number', class: 'STOP' };
  const only = Object.hasOwn(ONLY_WITH_MARKS, text) ? ONLY_WITH_MARKS[text] : undefined;
  if (only?.includes(spelled) === false) return undefined;
  // A letter alone tells hospitals apart as a number does: hospital E, hospital K.
  return SENSES.get(text) ?? (/^[a-z]$/.test(text) ? { meaning: text, class: 'NUMBER' } : undefined);
}
