import { gzipSync } from 'node:zlib';

const many = (count: number, each: (index: number) => string, between = ' ') =>
  Array.from({ length: count }, (_, index) => each(index)).join(between);

/** The body of a request that means harm. */
export interface Attack {
  body: string | Uint8Array | Record<string, unknown>;
  headers?: Record<string, string>;
  /** The codes of which one must come; `answered` where it is a question like any other. */
  expected: readonly string[];
}

const query = (text: string, ...expected: string[]): Attack => ({ body: { query: text }, expected });

const TOO_MUCH = ['QUERY_LIMIT_EXCEEDED', 'COST_LIMIT_EXCEEDED', 'GRAPHQL_PARSE_FAILED'];

/** One for each class of attack that is a body. */
export const ATTACKS: Readonly<Record<string, Attack>> = {
  'alias bomb': query(`{ ${many(1_000, (n) => `a${n}: sources { totalCount }`)} }`, ...TOO_MUCH),
  'aliases of the schema': query(
    `{ ${many(150, (n) => `a${n}: __schema { types { name fields { name description } } }`)} }`,
    'QUERY_LIMIT_EXCEEDED',
  ),
  'fragment bomb': query(
    `{ ...f0 } ${many(30, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f30 on Query { __typename }`,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  'fragment cycle': query(
    '{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }',
    'GRAPHQL_VALIDATION_FAILED',
  ),
  'fragments that overlap': query(
    `{ ${many(200, (n) => `...f${n}`)} } ${many(200, (n) => `fragment f${n} on Query { entity(key: "doctor/x") { key } }`)}`,
    'answered',
    ...TOO_MUCH,
  ),
  'directive overload': query(`{ __typename ${many(1_900, () => '@x')} }`, 'GRAPHQL_VALIDATION_FAILED'),
  'repeated known directive': query(
    `{ __typename ${many(400, () => '@skip(if: false)')} }`,
    'GRAPHQL_VALIDATION_FAILED',
    ...TOO_MUCH,
  ),
  'deep query': query(`{ ${many(3_000, () => 'a {')} a ${'}'.repeat(3_000)} }`, 'GRAPHQL_PARSE_FAILED'),
  'circular query': query(
    `{ facts(first: 100) { nodes { ${'participants { participant { ... on Country { facts(first: 100) { nodes { '.repeat(6)} key ${'} } } } }'.repeat(6)} } } }`,
    ...TOO_MUCH,
  ),
  'field duplication': query(
    `{ sources { ${many(3_000, () => 'totalCount')} } }`,
    'GRAPHQL_VALIDATION_FAILED',
    'answered',
    ...TOO_MUCH,
  ),
  'levels of interfaces, whose code would fill all memory': query(
    `{ facts(first: 1) { nodes { ${many(12, (n) => (n % 2 === 0 ? 'supersedes {' : 'supersededBy {'))} key ${'}'.repeat(12)} } } }`,
    'answered',
  ),
  'large pages within large pages': query(
    '{ facts(first: 100) { nodes { participants { participant { ... on Country { facts(first: 100) { nodes { key kind status statement modality note } } } } } } } }',
    'COST_LIMIT_EXCEEDED',
  ),
  'page beyond all bounds': query('{ facts(first: 2147483647) { totalCount } }', 'BAD_PAGE_SIZE'),
  'number overflow': query(
    `{ facts(first: ${'9'.repeat(10_000)}) { totalCount } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  'deep introspection': query(
    `{ __schema { types { ${'fields { type { '.repeat(6)} name ${'} }'.repeat(6)} } } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  'many operations': query(
    many(500, (n) => `query q${n} { __typename }`),
    'OPERATION_RESOLUTION_FAILURE',
  ),
  'unknown fields for suggestions': query(
    `{ ${many(1_500, (n) => `facst${n}`)} }`,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  'name without an end': query(`{ ${'a'.repeat(400_000)} }`, 'GRAPHQL_VALIDATION_FAILED'),
  'list in lists in lists': query(
    `{ entities(kinds: ${'['.repeat(1_900)}DOCTOR${']'.repeat(1_900)}) { totalCount } }`,
    'GRAPHQL_VALIDATION_FAILED',
  ),
  'brackets without an end': query(`{ ${'{'.repeat(3_900)}`, 'GRAPHQL_PARSE_FAILED'),
  'comments without an end': query(`{ __typename } ${'#\n'.repeat(100_000)}`, 'answered'),
  'huge variables': {
    body: {
      query: 'query q($keys: [String!]!) { paths: entities(kinds: $keys) { totalCount } }',
      variables: { keys: Array.from({ length: 50_000 }, (_, n) => `K${n}`) },
    },
    expected: ['GRAPHQL_VALIDATION_FAILED', 'BAD_REQUEST', 'BAD_USER_INPUT'],
  },
  'list coercion': {
    body: {
      query: 'query q($kinds: [EntityKind!]) { entities(kinds: $kinds, first: 1) { totalCount } }',
      variables: { kinds: 'DOCTOR' },
    },
    expected: ['answered'],
  },
  'deep variables': {
    body: `{"query":"query($k: [EntityKind!]) { entities(kinds: $k) { totalCount } }","variables":{"k":${'['.repeat(50_000)}1${']'.repeat(50_000)}}}`,
    expected: ['BAD_USER_INPUT', 'BAD_REQUEST'],
  },
  'prototype pollution': {
    body: '{"query":"query($f: FactFilter) { facts(filter: $f) { totalCount } }","variables":{"f":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}}',
    expected: ['BAD_USER_INPUT'],
  },
  batching: {
    body: JSON.stringify(Array.from({ length: 100 }, () => ({ query: '{ __typename }' }))),
    expected: ['BAD_REQUEST'],
  },
  'a form of another page': {
    body: JSON.stringify({ query: '{ __typename }' }),
    headers: { 'content-type': 'text/plain' },
    expected: ['BAD_REQUEST'],
  },
  'a form with a file': {
    body: '--x\r\nContent-Disposition: form-data; name="query"\r\n\r\n{ __typename }\r\n--x--',
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    expected: ['BAD_REQUEST'],
  },
  'bytes that are no UTF-8': {
    body: Buffer.concat([
      Buffer.from('{"query":"{ __typename }","operationName":"'),
      Buffer.from([0xff, 0xc3]),
      Buffer.from('"}'),
    ]),
    expected: ['BAD_REQUEST'],
  },
  'compressed bomb': {
    body: gzipSync(Buffer.alloc(50_000_000, ' ')),
    headers: { 'content-encoding': 'gzip' },
    expected: ['BAD_REQUEST'],
  },
  'body beyond the limit': { body: ' '.repeat(600_000), expected: ['BAD_REQUEST'] },
  'cursor made up': query(
    `{ facts(after: "${Buffer.from(JSON.stringify(['TIME', "' OR 1=1 --", ''])).toString('base64url')}") { nodes { key } } }`,
    'BAD_CURSOR',
  ),
  'cursor without an end': query(
    `{ facts(after: "${'A'.repeat(300_000)}") { nodes { key } } }`,
    'BAD_CURSOR',
  ),
  'text for slow patterns': query(
    `{ search(text: "${'a-'.repeat(99)}") { totalCount } entities(name: "${'(a+)+$'.repeat(30)}") { totalCount } }`,
    'answered',
  ),
  'time for slow patterns': query(
    `{ facts(time: { trueOn: "${'2019-'.repeat(5_000)}" }) { totalCount } }`,
    'BAD_TIME',
  ),
};
