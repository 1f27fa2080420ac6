import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../../src/http/server.js';
import { onSeededStore } from '../helpers/seeded.js';
import { post, serve } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';
import { ATTACKS } from './attackQueries.js';

/*
 * What strangers may do to a public GraphQL service, one case for each class of attack. Each must be answered with a code,
 * soon, and without the memory of the process growing with it; what is within the limits is answered as any question.
 */

/** A default server takes up to a minute for some of these; ours is far below, so that this holds on any machine. */
const MILLISECONDS_MOST = 5_000;
const MEGABYTES_MOST = 150;

onSeededStore('attacks', (store) => {
  let server: RunningServer;
  const logged: string[] = [];
  beforeAll(async () => {
    const log = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
    server = await serve(store(), { log });
  });
  afterAll(() => server.close());

  it.each(Object.entries(ATTACKS))('%s', async (_name, { body, headers = {}, expected }) => {
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const send = async () => {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
      });
      return { status: response.status, text: await response.text() };
    };
    // What comes a second time may be answered in another way.
    await send();
    const { status, text } = await send();
    const took = performance.now() - start;
    const { data, errors } = JSON.parse(text) as Answer;
    const code = errors?.[0]?.extensions.code ?? (data === undefined ? 'nothing' : 'answered');
    expect(expected).toContain(code);
    expect(status).toBeLessThan(500);
    expect(text).not.toMatch(/node_modules|at .*\.[jt]s:\d+|stacktrace/);
    expect(text.length).toBeLessThan(1_000_000);
    expect(took).toBeLessThan(MILLISECONDS_MOST);
    expect((process.memoryUsage().rss - before) / 1_000_000).toBeLessThan(MEGABYTES_MOST);
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect(logged).toEqual([]);
  });

  it('injection into every text that a question takes', async () => {
    for (const text of [
      "' OR 1=1 --",
      '"}) MATCH (n) DETACH DELETE n //',
      '`; DROP TABLE fact; --',
      '$where',
      '%_*?[]',
      '\u0000',
    ]) {
      const value = JSON.stringify(text);
      for (const ask of [
        `entity(key: ${value}) { key }`,
        `entities(name: ${value}) { totalCount }`,
        `entities(externalId: ${value}) { totalCount }`,
        `entities(sources: [${value}]) { totalCount }`,
        `search(text: ${value}) { totalCount }`,
        `searchFacts(text: ${value}) { totalCount }`,
        `facts(participants: [{ entities: [${value}] }]) { totalCount }`,
        `trainings(trainers: [${value}]) { totalCount }`,
        `node(id: ${value}) { id }`,
      ]) {
        const { errors } = (await (await post(server.url, { query: `{ ${ask} }` })).json()) as Answer;
        expect(errors?.[0]?.extensions.code ?? 'answered', ask).toMatch(/^(answered|BAD_[A-Z_]+)$/);
      }
    }
    const { data } = (await (await post(server.url, { query: '{ facts { totalCount } }' })).json()) as Answer;
    expect((data as { facts: { totalCount: number } }).facts.totalCount).toBeGreaterThan(100);
    expect(logged).toEqual([]);
  });

  it.each([
    '/explorer/..%2f..%2fpackage.json',
    '/explorer/%2e%2e/%2e%2e/package.json',
    '/explorer/%00',
    '/explorer/.env',
    '/explorer/%E0%A4%A',
    '/graphql/x?query=%7B__typename%7D',
  ])('the path %s', async (path) => {
    const response = await fetch(server.url + path);
    expect(response.status).toBe(404);
    expect(((await response.json()) as Answer).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('mutations, and methods that GraphQL has no use for', async () => {
    const ask = (method: string) => `${server.url}/graphql?query=${encodeURIComponent(method)}`;
    const headers = { 'apollo-require-preflight': 'true' };
    expect((await fetch(ask('mutation { x }'), { headers })).status).toBe(405);
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(`${server.url}/graphql`, { method, headers });
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    }
    const head = await fetch(ask('{ __typename }'), { method: 'HEAD', headers });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      ...[200, 'application/json; charset=utf-8', ''],
    ]);
    const options = await fetch(`${server.url}/graphql`, { method: 'OPTIONS' });
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'GET, HEAD, POST, OPTIONS']);
  });
});

onSeededStore('a service whose schema is not public', (store) => {
  it('tells nobody of it, nor what they may have meant', async () => {
    const server = await serve(store(), { introspection: false });
    try {
      const ask = async (text: string) => (await (await post(server.url, { query: text })).json()) as Answer;
      expect((await ask('{ __schema { types { name } } }')).errors?.[0]?.extensions.code).toBe(
        'GRAPHQL_VALIDATION_FAILED',
      );
      const { errors } = await ask('{ fatcs { totalCount } }');
      expect(errors?.[0]?.message).not.toMatch(/did you mean/i);
      expect((await ask('{ facts { totalCount } }')).data).toBeDefined();
    } finally {
      await server.close();
    }
  });
});

describe('connections', () => {
  const raw = (port: number, text: string, wait: number) =>
    new Promise<string>((resolve) => {
      let answer = '';
      const socket = net.connect(port, '127.0.0.1', () => socket.write(text));
      socket.on('data', (data) => (answer += String(data)));
      socket.on('error', () => undefined);
      const timer = setTimeout(() => socket.destroy(), wait);
      socket.on('close', () => {
        clearTimeout(timer);
        resolve(answer);
      });
    });

  onSeededStore('that are slow, half open or no HTTP', (store) => {
    it.each([
      ['no request', 'HELLO\r\n\r\n', /^HTTP\/1.1 400 [^]*"code":"BAD_REQUEST"/],
      [
        'large headers',
        `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
        /^HTTP\/1.1 431 [^]*16 KB/,
      ],
      [
        'two lengths',
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        /^HTTP\/1.1 400 /,
      ],
      ['headers that do not end', 'GET / HTTP/1.1\r\nHost: x\r\n', /^HTTP\/1.1 408 [^]*in time/],
      [
        'a body that does not come',
        'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
        /^HTTP\/1.1 408 [^]*in time/,
      ],
    ])('are answered and closed: %s', async (_name, text, answer) => {
      const timeouts = { headersTimeout: 300, requestTimeout: 500, connectionsCheckingInterval: 100 };
      const server = await serve(store(), { timeouts });
      try {
        expect(await raw(Number(new URL(server.url).port), text, 5_000)).toMatch(answer);
      } finally {
        await server.close();
      }
    });

    it('and many of them at once leave room for others', async () => {
      const server = await serve(store());
      const sockets = Array.from({ length: 300 }, () =>
        net.connect(Number(new URL(server.url).port), '127.0.0.1'),
      );
      try {
        for (const socket of sockets)
          socket.on('error', () => undefined).write('GET / HTTP/1.1\r\nHost: x\r\n');
        await sleep(100);
        expect((await post(server.url, { query: '{ facts { totalCount } }' })).status).toBe(200);
      } finally {
        for (const socket of sockets) socket.destroy();
        await server.close();
      }
    });
  });
});
