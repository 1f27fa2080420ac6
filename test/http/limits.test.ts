import { describe, expect, it } from 'vitest';
import { QUERY_LIMITS } from '../../src/graphql/limits/limits.js';
import { clientOf } from '../../src/http/budget.js';
import { onSeededStore } from '../helpers/seeded.js';
import { post, serve } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';

const many = (count: number, each: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => each(index)).join(' ');

const LEVELS: readonly ((inner: string) => string)[] = [
  (inner) => `facts(first: 0) { ${inner} }`,
  (inner) => `nodes { ${inner} }`,
  (inner) => `participants { ${inner} }`,
  (inner) => `participant { ... on Country { ${inner} } }`,
];

function deep(count: number): string {
  let query = '__typename';
  for (let level = count - 2; level >= 0; level--) query = LEVELS[level % 4]?.(query) ?? '';
  return query;
}

const inType = (fields: string) => `{ __type(name: "Doctor") { ${fields} } }`;

/** For each limit a query that has just so many. */
const OF_SIZE: Readonly<Record<keyof typeof QUERY_LIMITS, (count: number) => string>> = {
  depth: (count) => `{ ${deep(count)} }`,
  aliases: (count) => inType(many(count, (index) => `a${index}: name`)),
  rootFields: (count) => `{ ${many(count, () => '__typename')} }`,
  directives: (count) => inType(many(count, () => 'name @include(if: true)')),
  fragments: (count) => `${inType(many(count, () => '...a'))} fragment a on __Type { name }`,
  // A field, a hundred spreads, and in each of them as many fields as it takes.
  selections: (count) =>
    `${inType(`${many(100, () => '...a')} ${many(count - 9_901, () => 'name')}`)} fragment a on __Type { ${many(98, () => 'name')} }`,
  introspections: (count) => `{ ${many(count, () => '__type(name: "Doctor") { name }')} }`,
};

onSeededStore('the limits of a query', (store) => {
  it.each(Object.keys(QUERY_LIMITS) as (keyof typeof QUERY_LIMITS)[])(
    'let pass what has just as much as it may, and no more: %s',
    async (name) => {
      const server = await serve(store());
      try {
        const { maximum } = QUERY_LIMITS[name];
        const ask = async (count: number) => {
          const response = await post(server.url, { query: OF_SIZE[name](count) });
          return { status: response.status, ...((await response.json()) as Answer) };
        };
        expect(await ask(maximum)).not.toHaveProperty('errors');
        expect(await ask(maximum + 1)).toMatchObject({
          status: 400,
          errors: [
            { extensions: { code: 'QUERY_LIMIT_EXCEEDED', limit: name, count: maximum + 1, maximum } },
          ],
        });
      } finally {
        await server.close();
      }
    },
  );

  it('count what a fragment has wherever it is spread, and are cheap themselves', async () => {
    const levels = many(12, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`);
    const query = `{ ...f0 } ${levels} fragment f12 on Query { a: __typename }`;
    const server = await serve(store());
    try {
      const { errors } = (await (await post(server.url, { query })).json()) as Answer;
      expect(errors?.[0]?.extensions).toMatchObject({
        code: 'QUERY_LIMIT_EXCEEDED',
        limit: 'aliases',
        count: 4096,
      });
    } finally {
      await server.close();
    }
  });
});

onSeededStore('the cost of a query', (store) => {
  it('is in the answer, and is all of it in a dry run', async () => {
    const server = await serve(store());
    try {
      const query = 'query Some($first: Int) { trainings(first: $first) { nodes { key } } }';
      const ask = async (first: number, headers = {}) =>
        (await (await post(server.url, { query, variables: { first } }, headers)).json()) as Answer;
      const [few, more] = [await ask(1), await ask(10)];
      expect(few.extensions?.['cost']).toEqual({ query: 3, maximum: 50_000 });
      expect(more.extensions?.['cost']).toEqual({ query: 21, maximum: 50_000 });
      expect(await ask(10, { 'confrere-dry-run': 'true' })).toEqual({
        data: null,
        extensions: { cost: { query: 21, maximum: 50_000 } },
      });
    } finally {
      await server.close();
    }
  });

  it('is not to be had for nothing by null where null may not be', async () => {
    const server = await serve(store());
    try {
      const list =
        'facts(first: 100) { nodes { participants { participant { ... on Country { inner } } } } }';
      const dear = [1, 2, 3].reduce((text) => text.replace('inner', list), list).replace('inner', 'key');
      const ask = async (query: string, headers = {}) => {
        const response = await post(server.url, { query, variables: { null: null } }, headers);
        return { status: response.status, ...((await response.json()) as Answer) };
      };
      const free = [
        'query q($null: Int = 1) { changeset(number: $null) { number } rest }',
        'query q($null: Boolean = true) { sources { totalCount @include(if: $null) } rest }',
      ];
      for (const query of free) {
        for (const [rest, headers] of [
          [dear, {}],
          ['facts { totalCount }', {}],
          ['facts { totalCount }', { 'confrere-dry-run': 'true' }],
        ] as const) {
          const answer = await ask(query.replace('rest', rest), headers);
          expect(answer).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
          expect(answer.errors?.[0]?.message).toContain('must not be null');
          expect(answer).not.toHaveProperty('data');
        }
      }
    } finally {
      await server.close();
    }
  });

  it('is taken from what the client may spend, and refused where that is used up', async () => {
    const server = await serve(store(), { budget: 1_000 });
    try {
      const ask = (query: string, headers = {}) => post(server.url, { query }, headers);
      const answers = [];
      for (let count = 0; count < 20; count++)
        answers.push(await ask('{ facts(first: 90) { nodes { key } } }'));
      expect(answers[0]?.status).toBe(200);
      const refused = answers.at(-1);
      expect(refused?.status).toBe(429);
      expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await refused?.json()).toMatchObject({ errors: [{ extensions: { code: 'BUDGET_EXCEEDED' } }] });
      // Without a proxy that is known, nobody can ask in the name of another.
      expect((await ask('{ __typename }', { 'x-forwarded-for': '10.1.2.3' })).status).toBe(429);
      expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
    } finally {
      await server.close();
    }
  });

  it('grows with the length of what must be read, also where that asks nothing sensible', async () => {
    const server = await serve(store(), { budget: 1_000 });
    try {
      const ask = async (characters: number) =>
        (await post(server.url, { query: '{ ?'.padEnd(characters, '?') })).status;
      // 20 and 480, twice.
      expect([await ask(25_000), await ask(25_000), await ask(10)]).toEqual([200, 200, 429]);
      const long = new URLSearchParams({ query: '{ ?'.padEnd(2_000, '?') }).toString();
      expect((await fetch(`${server.url}/graphql?${long}`)).status).toBe(429);
    } finally {
      await server.close();
    }
  });

  it('is refused for good, and not spent, where it is more than a client may ever spend', async () => {
    const server = await serve(store(), { budget: 1_000 });
    try {
      // Four lists cost 804 together.
      const lists = many(4, (index) => `a${index}: facts(first: 100) { nodes { key } }`);
      const ask = (first: number) =>
        post(server.url, { query: `{ ${lists} facts(first: ${first}) { nodes { key } } }` });
      const refused = await ask(88);
      expect(refused.status).toBe(400);
      expect(refused.headers.has('retry-after')).toBe(false);
      const { errors } = (await refused.json()) as Answer;
      expect(errors?.[0]?.message).toContain('The query costs 981, more than the 980');
      expect(errors?.[0]?.extensions).toEqual({ code: 'COST_LIMIT_EXCEEDED', cost: 981, maximum: 980 });
      // The request itself did cost 20, and no more: what is left is enough for a question of 959.
      expect((await ask(77)).status).toBe(200);
      expect((await post(server.url, { query: '{ __typename }' })).status).toBe(429);
    } finally {
      await server.close();
    }
  });

  it('is each client’s own behind a proxy that is known', async () => {
    const server = await serve(store(), { budget: 1_000, proxies: ['127.0.0.1'] });
    try {
      const statusFor = async (client: string) => {
        const query = '{ facts(first: 90) { nodes { key } } }';
        return (await post(server.url, { query }, { 'x-forwarded-for': client })).status;
      };
      for (let count = 0; count < 20; count++) await statusFor('10.1.2.3');
      expect(await statusFor('10.1.2.3')).toBe(429);
      expect(await statusFor('10.1.2.4')).toBe(200);
      // What a client says of itself before the proxy’s own word counts for nothing.
      expect(await statusFor('10.9.9.9, 10.1.2.3')).toBe(429);
    } finally {
      await server.close();
    }
  });
});

describe('a client', () => {
  it.each([
    ['10.0.0.1', '10.0.0.1'],
    ['::ffff:10.0.0.1', '10.0.0.1'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['2001:0db8:0:0:1:2:3:4', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['10.0.0.1:4711', '10.0.0.1'],
    ['[2001:db8::1]:4711', '2001:db8:0:0::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['[::ffff:10.0.0.1]:4711', '10.0.0.1'],
    [undefined, 'unknown'],
  ])('of the address %s is %s', (address, client) => {
    expect(clientOf(address)).toBe(client);
  });
});
