import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import { documentId } from '../../src/http/documents.js';
import type { RunningServer } from '../../src/http/server.js';
import type { Store } from '../../src/store/port.js';
import { operations } from '../helpers/operations.js';
import { onSeededStore } from '../helpers/seeded.js';
import { post, serve } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';

/** Starts the service on a free port around a suite. */
function serving(store: () => Store, origins: readonly string[] = []): () => string {
  let server: RunningServer | undefined;
  beforeAll(async () => {
    server = await serve(store(), { origins });
  });
  afterAll(() => server?.close());
  return () => server?.url ?? '';
}

onSeededStore('the service over HTTP', (store) => {
  const url = serving(store, ['https://example.org']);

  it('answers a question', async () => {
    const response = await post(url(), JSON.stringify({ query: '{ trainings { totalCount } }' }));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({
      data: { trainings: { totalCount: expect.any(Number) as number } },
      extensions: { cost: { query: 201, maximum: 50_000 } },
    });
  });

  it.each([
    ['a body that is no JSON', '{ facts', 400, 'BAD_REQUEST', /expected \{"query"/],
    [
      'a body that is too large',
      JSON.stringify({ query: `{ ${'a'.repeat(600_000)} }` }),
      413,
      'BAD_REQUEST',
      /512 KB/,
    ],
    [
      'a query of too many tokens',
      JSON.stringify({ query: `{ ${'a '.repeat(5_000)} }` }),
      200,
      'GRAPHQL_PARSE_FAILED',
      /token/,
    ],
    [
      'a query that costs too much',
      JSON.stringify({
        query:
          '{ facts(first: 100) { nodes { participants { participant { ... on Country { facts(first: 100) { nodes { key kind status statement modality note } } } } } } } }',
      }),
      400,
      'COST_LIMIT_EXCEEDED',
      /expected at most 50000/,
    ],
    ['several questions in one body', '[{"query":"{ __typename }"}]', 400, 'BAD_REQUEST', /expected one/],
    [
      'a hash that is not that of its query',
      JSON.stringify({
        query: '{ __typename }',
        extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
      }),
      400,
      'BAD_USER_INPUT',
      /expected the SHA-256/,
    ],
    ['an empty body', '', 400, 'BAD_REQUEST', /expected \{"query"/],
    [
      'a query that repeats its fields',
      JSON.stringify({
        query: `{ ${'...f '.repeat(12)} } fragment f on Query { ${'__typename '.repeat(1_000)} }`,
      }),
      200,
      'GRAPHQL_VALIDATION_FAILED',
      /leave out repetitions/,
    ],
  ])('answers %s with a coded error in JSON', async (_what, body, status, code, says) => {
    const response = await post(url(), body);
    const { errors } = (await response.json()) as Answer;
    expect([response.status, errors?.[0]?.extensions.code]).toEqual([status, code]);
    expect(errors?.[0]?.message).toMatch(says);
  });

  it.each(['__proto__', 'constructor', 'B'])(
    'refuses an operation name that the query has not: %s',
    async (operationName) => {
      const response = await post(url(), JSON.stringify({ query: 'query A { __typename }', operationName }));
      const { errors } = (await response.json()) as Answer;
      expect([response.status, errors?.[0]?.extensions.code]).toEqual([400, 'OPERATION_RESOLUTION_FAILURE']);
    },
  );

  it('refuses a fragment bomb quickly, as an error of the query', async () => {
    const levels = Array.from(
      { length: 30 },
      (_each, n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`,
    );
    const query = `{ ...f0 } ${levels.join(' ')} fragment f30 on Query { sources { totalCount } }`;
    const { errors } = (await (await post(url(), JSON.stringify({ query }))).json()) as Answer;
    expect(errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED');
  });

  it.each([
    ['application/graphql-response+json', 400],
    ['Application/GraphQL-Response+JSON', 400],
    ['application/json, application/graphql-response+json', 200],
    ['application/graphql-response+json, application/json', 400],
    ['application/json;q=0.5, application/graphql-response+json', 400],
    ['application/graphql-response+json;q=0.5, application/json', 200],
    ['application/graphql-response+json;q=0, application/json', 200],
    ['*/*, application/graphql-response+json', 400],
    ['*/*', 200],
  ])('answers with one type and its status who takes %s', async (accept, status) => {
    const type = status === 400 ? 'application/graphql-response+json' : 'application/json';
    const invalid = await post(url(), { query: '{ nothing }' }, { accept });
    expect([invalid.headers.get('content-type'), invalid.status]).toEqual([`${type}; charset=utf-8`, status]);
    const unread = await post(url(), '{', { accept });
    expect(unread.headers.get('content-type')).toBe(`${type}; charset=utf-8`);
  });

  it('answers JSON where there is nothing', async () => {
    const response = await fetch(`${url()}/nothing`);
    expect(response.status).toBe(404);
    expect(((await response.json()) as Answer).errors?.[0]?.message).toContain('POST /graphql');
  });

  it('lets only pages of the named origins ask', async () => {
    const query = JSON.stringify({ query: '{ sources { totalCount } }' });
    const known = await post(url(), query, { origin: 'https://example.org' });
    expect(known.headers.get('access-control-allow-origin')).toBe('https://example.org');
    const unknown = await post(url(), query, { origin: 'https://example.com' });
    expect(unknown.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('is live and ready, and shows no more than that', async () => {
    const live = await fetch(`${url()}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    const ready = await fetch(`${url()}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([
      200,
      { status: 'ready', store: 'embedded', version: 1 },
    ]);
  });

  it('serves the explorer with the examples, from nowhere else', async () => {
    const page = await fetch(url());
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    const linked = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path = '']) => path);
    expect(linked.length).toBeGreaterThan(4);
    for (const path of linked) expect((await fetch(new URL(path, url()))).status, path).toBe(200);
    const examples = (await (await fetch(`${url()}/explorer/examples.json`)).json()) as { query: string }[];
    expect(examples.map(({ query }) => query)).toEqual(operations.map(({ query }) => query));
  });
});

describe('a store that does not answer', () => {
  const fail = () =>
    Promise.reject(new ConfrereError('STORE_UNAVAILABLE', 'Nothing at bolt://10.0.0.7:7687.'));
  const gone: object = new Proxy(
    { kind: 'neo4j', during: () => gone },
    { get: (target, name) => (name in target ? (Reflect.get(target, name) as unknown) : fail) },
  );
  const url = serving(() => gone as never);

  it('makes the service not ready, but leaves it live', async () => {
    const ready = await fetch(`${url()}/health/ready`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      status: 'not ready',
      reasons: [{ what: 'store', code: 'STORE_UNAVAILABLE' }],
    });
    expect((await fetch(`${url()}/health/live`)).status).toBe(200);
  });

  it('gives questions a coded error that names no address', async () => {
    const { errors } = (await (
      await post(url(), JSON.stringify({ query: '{ facts { totalCount } }' }))
    ).json()) as Answer;
    expect(errors?.[0]?.extensions.code).toBe('STORE_UNAVAILABLE');
    expect(errors?.[0]?.message).not.toContain('10.0.0.7');
  });

  it('gives documents that are asked with GET the same', async () => {
    const { query = '' } = operations[0] ?? {};
    const asked = await fetch(`${url()}/graphql?documentId=${encodeURIComponent(documentId(query))}`);
    const { errors } = (await asked.json()) as Answer;
    expect([asked.status, errors?.[0]?.extensions.code]).toEqual([200, 'STORE_UNAVAILABLE']);
    expect([asked.headers.get('etag'), asked.headers.get('cache-control')]).toEqual([null, null]);
  });
});
