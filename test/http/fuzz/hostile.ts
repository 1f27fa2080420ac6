/** Texts by which something may break. */
export const HOSTILE_TEXTS: readonly string[] = [
  ...['', ' ', '\t\n', '\u0000', 'a\u0000b', '\u0007\u001b[31m', '\u2028\u2029', '\ufeff', '\u202eabc'],
  ...['\ud800', 'a\udc00', '\ud83d', '\ud83d\ude00', 'a\u0301\u0301\u0301', '\u0301', '\uffff', '\ufffd'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'null',
    'undefined',
    'NaN',
    'true',
  ],
  ...[
    "' OR 1=1 --",
    '"}) MATCH (n) DETACH DELETE n //',
    '`; DROP TABLE fact; --',
    '$where',
    '%_*?[]',
    '${7*7}',
  ],
  ...[
    'doctor/',
    '/',
    '//',
    'doctor/__proto__',
    '__proto__/x',
    'constructor/x',
    'doctor/a b',
    'DOCTOR/HUB',
    'doctor/é',
  ],
  ...[
    'source/x',
    'training/none~7',
    'judgement/one',
    'doctor/hub~2',
    'doctor/-',
    'doctor/' + 'a'.repeat(300),
  ],
  ...[
    'a'.repeat(201),
    'a'.repeat(10_000),
    'á'.repeat(5_000),
    'a '.repeat(2_000),
    '٠١٢',
    '１２３',
    'ﬀ',
    'İ',
    'ß',
  ],
  ...['(a+)+$', '\\', '\\u0000', '"', '"""', '{', '[1]', '-1', '0', '1e400', '9'.repeat(400), '-0', '0x10'],
  ...[
    '2019-02-30',
    '2019-13',
    '0000',
    '-9999',
    'Y170000002',
    'Y-99999999999',
    '2019/2018',
    '../..',
    '2019-W01',
    '24:00',
  ],
  ...[
    '2019-01-01T00:00:00+99:99',
    '2019-01-01T00:00:00Z',
    '99999-01-01',
    '-271821-04-19',
    '275761-01-01',
    '/',
    'open',
  ],
  ...[
    'MTIz',
    'bnVsbA',
    'W10',
    'WyJUSU1FIiwiIiwiIiwwXQ',
    'WyJUSU1FIiwiIiwiIiwxZTMwOF0',
    '====',
    'e30',
    'InRleHQi',
  ],
  ...['RG9jdG9yOg', 'OmRvY3Rvci9odWI', 'X19wcm90b19fOmRvY3Rvci9odWI', 'Y29uc3RydWN0b3I6ZG9jdG9yL2h1Yg'],
  ...['iso3166:', ':VN', '__proto__:x', 'orcid:0000', 'constructor:1'],
];

export const HOSTILE_NUMBERS: readonly number[] = [
  ...[0, -0, -1, 101, 100, 1_000, 0.5, 1e308, -1e308, 5e-324],
  ...[2_147_483_647, 2_147_483_648, -2_147_483_648, -2_147_483_649, 2 ** 53, -(2 ** 53)],
];

/** Names that objects have of themselves, and others that nothing here has. */
export const HOSTILE_NAMES: readonly string[] = [
  ...[
    '__proto__',
    'constructor',
    'toString',
    'valueOf',
    'hasOwnProperty',
    'then',
    'toJSON',
    'length',
    'prototype',
  ],
  ...['NOPE', 'doctor', 'Doctor', 'DOCTOR ', ''],
];

/** Those of them that GraphQL takes for a name. */
export const HOSTILE_GRAPHQL_NAMES: readonly string[] = HOSTILE_NAMES.filter((name) =>
  /^[_A-Za-z]\w*$/.test(name),
);

/** What a parser of JSON makes of a field of this name. */
export function fieldWithProto(): unknown {
  return JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
}
