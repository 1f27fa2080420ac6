import { describe, expect, it } from 'vitest';
import { toGlobalId } from '../../src/graphql/globalId.js';
import { graphqlOver } from '../helpers/graphql.js';
import { onBothStoresSeeded } from '../helpers/seeded.js';

const wrongType = toGlobalId('Hospital', 'doctor/nguyen-phu-huu');
const unknownType = toGlobalId('Ship', 'doctor/nguyen-phu-huu');
const cursorOfOtherOrder = Buffer.from(JSON.stringify(['KEY', 'training/a', ''])).toString('base64url');

/** A cursor in the form of this service, with a place that no list has. */
const madeUp = (orderKey: string) =>
  Buffer.from(JSON.stringify(['TIME', orderKey, ''])).toString('base64url');

/** What a client may get wrong, the code that it gets, and what the message must say. */
const BAD: [query: string, code: string, says: RegExp][] = [
  ['{ facts(first: -1) { totalCount } }', 'BAD_PAGE_SIZE', /`first` is -1; expected 0 to 100/],
  ['{ facts(first: 1000000) { totalCount } }', 'BAD_PAGE_SIZE', /`first` is 1000000; expected 0 to 100/],
  ['{ facts(first: 101) { totalCount } }', 'BAD_PAGE_SIZE', /`first` is 101; expected 0 to 100.*endCursor/],
  ['{ facts(last: 101) { totalCount } }', 'BAD_PAGE_SIZE', /`last` is 101.*startCursor/],
  ['{ facts(first: 1, last: 1) { totalCount } }', 'BAD_PAGE_SIZE', /expected one of them/],
  ['{ facts(first: 1e3) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', /Int cannot represent/],
  ['{ facts(after: "") { nodes { key } } }', 'BAD_CURSOR', /never gave it out/],
  ['{ facts(after: "x") { nodes { key } } }', 'BAD_CURSOR', /never gave it out/],
  [
    `{ facts(after: "${cursorOfOtherOrder}") { nodes { key } } }`,
    'BAD_CURSOR',
    /ordered by KEY.*ordered by TIME/,
  ],
  [`{ trainings(before: "${cursorOfOtherOrder}") { totalCount } }`, 'BAD_CURSOR', /ordered by KEY/],
  [`{ facts(after: "${madeUp('a')}") { nodes { key } } }`, 'BAD_CURSOR', /never gave it out/],
  [`{ facts(after: "${madeUp('4|training/a')}") { nodes { key } } }`, 'BAD_CURSOR', /never gave it out/],
  ['{ node(id: "") { id } }', 'BAD_ID', /no id of this service/],
  ['{ node(id: "doctor/nguyen-phu-huu") { id } }', 'BAD_ID', /entity\(key:\)/],
  [`{ node(id: "${wrongType}") { id } }`, 'BAD_ID', /Hospital/],
  [`{ node(id: "${unknownType}") { id } }`, 'BAD_ID', /Ship/],
  ['{ entity(key: "Nguyen Phu Huu") { key } }', 'BAD_KEY', /expected the key of an entity: .*"doctor\/…"/],
  [
    '{ entity(key: "training/huu-philippines-2023") { key } }',
    'BAD_KEY',
    /which is a key of the kind Training/,
  ],
  ['{ fact(key: "hospital/cho-ray") { key } }', 'BAD_KEY', /which is a key of the kind Hospital/],
  ['{ source(key: "hospital/cho-ray") { key } }', 'BAD_KEY', /expected the key of a source/],
  [
    '{ trainings(trainers: ["doctor/nobody"]) { totalCount } }',
    'BAD_KEY',
    /`trainers` names "doctor\/nobody".*entities\(name:\)/,
  ],
  [
    '{ trainings(techniques: ["doctor/nguyen-phu-huu"]) { totalCount } }',
    'BAD_KEY',
    /key of the kind Doctor; expected a key "technique\/…"/,
  ],
  [
    '{ trainings(trainerCountries: ["Vietnam"]) { totalCount } }',
    'BAD_KEY',
    /`trainerCountries` names "Vietnam"/,
  ],
  ['{ identityCandidates { totalCount } }', 'BAD_USER_INPUT', /neither `key` nor `kind`; expected one/],
  [
    '{ identityCandidates(key: "hospital/cho-ray", kind: HOSPITAL) { totalCount } }',
    'BAD_USER_INPUT',
    /both `key` and `kind`; expected one/,
  ],
  ['{ identityCandidates(key: "hospital/none") { totalCount } }', 'BAD_KEY', /`key` names "hospital\/none"/],
  ['{ facts(participants: [{ entities: ["hospital/none"] }]) { totalCount } }', 'BAD_KEY', /hospital\/none/],
  ['{ search(text: " ") { totalCount } }', 'BAD_USER_INPUT', /`text` has 0 characters; expected 1 to 200/],
  [
    '{ search(text: "huu", countries: ["country/none"]) { totalCount } }',
    'BAD_KEY',
    /`countries` names "country\/none", but there is nothing with that key/,
  ],
  [
    '{ search(text: "huu", techniques: ["country/vietnam"]) { totalCount } }',
    'BAD_KEY',
    /`techniques` names "country\/vietnam", which is a key of the kind Country; expected a key "technique/,
  ],
  ['{ facts(filter: { sources: ["source/none"] }) { totalCount } }', 'BAD_KEY', /source\/none/],
  ['{ facts(time: { trueDuring: "27/11/2020" }) { totalCount } }', 'BAD_TIME', /27\/11\/2020/],
  ['{ facts(time: { trueDuring: "2020-02-30" }) { totalCount } }', 'BAD_TIME', /2020-02-30/],
  ['{ facts(time: { trueDuring: "2020~" }) { totalCount } }', 'BAD_TIME', /2020~/],
  ['{ facts(time: { trueDuring: "" }) { totalCount } }', 'BAD_TIME', /expected/i],
  ['{ facts(time: { trueDuring: "2020/2018" }) { totalCount } }', 'BAD_TIME', /2020\/2018/],
  ['{ facts(kinds: [TEACHING]) { totalCount } }', 'GRAPHQL_VALIDATION_FAILED', /TEACHING/],
  ['{ facts { nodes { trainers } } }', 'GRAPHQL_VALIDATION_FAILED', /Training/],
  ['{ facts { ', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
];

/** Mistakes that only show while a query is executed: null where it may not stand, operations that there are none of. */
const BAD_WHEN_EXECUTED: [query: string, variables: Record<string, unknown>, code: string][] = [
  ['query ($key: String = "a") { entity(key: $key) { key } }', { key: null }, 'BAD_USER_INPUT'],
  ['mutation { __typename }', {}, 'BAD_USER_INPUT'],
  ['subscription { changes { keys } }', {}, 'BAD_USER_INPUT'],
];

onBothStoresSeeded('bad input', (store) => {
  it.each(BAD_WHEN_EXECUTED)('%s with %o gets %s, compiled or not', async (query, variables, code) => {
    const { ask } = graphqlOver(store());
    for (let time = 1; time <= 3; time++) {
      const { errors } = await ask(query, variables);
      expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
    }
  });

  it('takes null for an argument with a default as the default', async () => {
    const { ask } = graphqlOver(store());
    const query = (declared: string, args: string) =>
      `query (${declared}) { trainings(${args}) { totalCount nodes { key } } }`;
    const usual = await ask(query('$x: Int', 'first: $x'), {});
    for (const [declared, args] of [
      ['$x: FactOrder', 'order: $x'],
      ['$x: Boolean', 'narrower: $x'],
      ['$x: [FactStatus!]', 'filter: { statuses: $x }'],
      ['$x: [Modality!]', 'filter: { modalities: $x }'],
      ['$x: FactFilter', 'filter: $x'],
      ['$x: [String!]', 'techniques: $x'],
    ] as const) {
      for (let time = 1; time <= 3; time++)
        expect(await ask(query(declared, args), { x: null })).toEqual(usual);
    }
    const timed = 'trainings(time: { trueDuring: "2019", certainty: $x }) { totalCount }';
    expect(await ask(`query ($x: Certainty) { ${timed} }`, { x: null })).toEqual(
      await ask(`query ($x: Certainty = CERTAIN) { ${timed} }`, {}),
    );
  });

  it.each(BAD)('%s gets %s', async (query, code, says) => {
    const { errors } = await graphqlOver(store()).ask(query);
    expect(errors?.map(({ extensions }) => extensions?.['code'])).toEqual([code]);
    expect(errors?.[0]?.message).toMatch(says);
    expect(JSON.stringify(errors)).not.toMatch(/stacktrace|node_modules|SELECT|MATCH/);
  });

  it('answers null for what is not there', async () => {
    const id = toGlobalId('Doctor', 'doctor/nobody');
    const { data, errors } = await graphqlOver(store()).ask(
      `{ node(id: "${id}") { id } entity(key: "doctor/nobody") { key } fact(key: "training/none") { key }
         source(key: "source/none") { key } changeset(number: 999) { number } }`,
    );
    expect(errors).toBeUndefined();
    expect(data).toEqual({ node: null, entity: null, fact: null, source: null, changeset: null });
  });
});

describe('a fault of ours', () => {
  it('is reported with a reference, and tells the client nothing else', async () => {
    const reports: string[] = [];
    const broken = { facts: () => Promise.reject(new Error('secret: MATCH (n) RETURN n')) };
    const { ask } = graphqlOver(broken as never, { report: (message) => reports.push(message) });
    const { errors } = await ask('{ fact(key: "training/a") { key } }');
    const reference = errors?.[0]?.extensions?.['reference'];
    expect(errors?.[0]?.extensions?.['code']).toBe('INTERNAL_SERVER_ERROR');
    expect(errors?.[0]?.message).not.toContain('secret');
    expect(reports).toEqual([`internal error ${String(reference)}`]);
  });
});
