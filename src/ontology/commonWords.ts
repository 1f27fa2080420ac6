/**
 * Words that names share in many languages and shortenings, by the English one. Whatever a name or a query spells is
 * found under that too. Each is folded; several words stand for one together.
 */
export const COMMON_WORDS: Readonly<Record<string, readonly string[]>> = {
  hospital: ['hospitals', 'hosp', 'hop', 'hopital', 'hopitaux', 'benh vien', 'bv', 'yi yuan', 'ospedale'],
  clinic: ['clinique', 'phong kham', 'pk', 'polyclinic', 'polyclinique'],
  university: ['univ', 'uni', 'universite', 'dai hoc', 'dh', 'da xue', 'universitaire'],
  institute: ['institut', 'inst', 'yan jiu suo'],
  center: ['centre', 'ctr', 'trung tam', 'zhong xin'],
  department: ['dept', 'departement', 'khoa'],
  ministry: ['ministere', 'min'],
  medical: ['medicine', 'medecine', 'medicale', 'y khoa', 'y hoc'],
  general: ['generale', 'da khoa', 'dk', 'gen'],
  central: ['centrale', 'trung uong', 'tw'],
  national: ['nationale', 'quoc gia', 'natl', 'nat'],
  international: ['internationale', 'quoc te', 'intl'],
  military: ['militaire', 'quan y', 'qy', 'quan doi'],
  provincial: ['province', 'tinh', 'sheng'],
  school: ['truong', 'ecole', 'faculty', 'faculte'],
  city: ['ville', 'thanh pho', 'tp', 'municipal'],
  children: ['childrens', 'enfants', 'nhi', 'nhi dong', 'pediatric', 'pediatrics', 'paediatric'],
  saint: ['st', 'ste', 'sainte'],
  surgery: ['surgical', 'chirurgie', 'phau thuat'],
  health: ['sante', 'y te'],
};

/** Words between those of names, which are nobody's own. */
export const LINKING_WORDS: ReadonlySet<string> = new Set([
  'of',
  'the',
  'and',
  'for',
  'in',
  'at',
  'des',
  'et',
]);

/** Shortenings of several words, and the words; folded. */
export const SHORTENINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    bvdk: 'benh vien da khoa',
    bvtw: 'benh vien trung uong',
    bvdktw: 'benh vien da khoa trung uong',
    ttyt: 'trung tam y te',
    syt: 'so y te',
    bvdh: 'benh vien dai hoc',
    bvqy: 'benh vien quan y',
    byt: 'bo y te',
    moh: 'ministry of health',
    dhqg: 'dai hoc quoc gia',
    dhyd: 'dai hoc y duoc',
    dhy: 'dai hoc y',
    hcm: 'ho chi minh',
    hcmc: 'ho chi minh city',
    tphcm: 'thanh pho ho chi minh',
    yiyuan: 'yi yuan',
    daxue: 'da xue',
    ...{ '1st': 'first', '2nd': 'second', '3rd': 'third', '4th': 'fourth', '5th': 'fifth' },
  }),
);

/** What stands before the names of people and says nothing about who they are; folded. */
export const TITLES: ReadonlySet<string> = new Set([
  ...['dr', 'doctor', 'docteur', 'prof', 'professor', 'professeur', 'assoc', 'associate', 'assistant'],
  ...[
    'bs',
    'bac si',
    'bscki',
    'bsckii',
    'ck 1',
    'ck 2',
    'cki',
    'ckii',
    'gs',
    'giao su',
    'pgs',
    'pho giao su',
  ],
  ...['ts', 'tien si', 'ths', 'thac si', 'thay thuoc nhan dan', 'thay thuoc uu tu', 'ttnd', 'ttut'],
  ...['phd', 'md', 'mr', 'mrs', 'ms', 'mme', 'sir', 'madame', 'monsieur'],
]);

/** The same behind the names, in Chinese. */
export const TITLES_BEHIND: ReadonlySet<string> = new Set([
  ...['jiao shou', 'fu jiao shou', 'yi sheng', 'yi shi', 'zhu ren yi shi', 'fu zhu ren yi shi', 'zhu ren'],
  ...['xian sheng', 'nu shi', 'phd', 'md'],
]);
