import { once } from 'node:events';
import { request } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, brotliDecompressSync, deflateSync, gunzipSync, gzipSync } from 'node:zlib';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressAnswers } from '../../src/http/compression.js';
import type { RunningServer } from '../../src/http/index.js';
import { onSeededStore } from '../helpers/seeded.js';
import { serve } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';

const LONG = JSON.stringify({ query: '{ facts(first: 20) { nodes { key statement } } }' });
const SHORT = JSON.stringify({ query: '{ __typename }' });

/** An answer as it came, not decoded. */
interface Raw {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function ask(
  address: string,
  options: { method?: string; headers?: object; body?: string } = {},
): Promise<Raw> {
  const { method = options.body === undefined ? 'GET' : 'POST', headers = {}, body } = options;
  const sent = request(address, { method, headers: { 'content-type': 'application/json', ...headers } });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) };
}

const DECODE: Readonly<Record<string, (body: Buffer) => Buffer>> = {
  br: brotliDecompressSync,
  gzip: gunzipSync,
};

onSeededStore('compression', (store) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serve(store(), { metrics: true });
  });
  afterAll(() => server.close());

  describe.each([
    ['an answer', '/graphql', LONG],
    ['the examples of the explorer', '/explorer/examples.json', undefined],
    ['a library of the explorer', '/explorer/graphiql.js', undefined],
  ])('of %s', (_what, path, body) => {
    const get = (encoding?: string) =>
      ask(server.url + path, {
        headers: encoding === undefined ? {} : { 'accept-encoding': encoding },
        ...(body === undefined ? {} : { body }),
      });

    it.each([
      ['br', 'br'],
      ['gzip', 'gzip'],
      ['gzip, deflate, br, zstd', 'br'],
      ['br;q=0, gzip', 'gzip'],
      ['*', 'br'],
    ])('is by what the client takes: %s', async (accepted, encoding) => {
      const plain = await get();
      const compressed = await get(accepted);
      expect([compressed.status, compressed.headers['content-encoding']]).toEqual([200, encoding]);
      expect(compressed.headers.vary?.toLowerCase()).toContain('accept-encoding');
      expect(compressed.headers['content-type']).toBe(plain.headers['content-type']);
      expect(DECODE[encoding]?.(compressed.body).equals(plain.body)).toBe(true);
      expect(compressed.body.length).toBeLessThan(plain.body.length / 2);
    });

    it.each([undefined, 'identity', '', 'zstd', 'br;q=0', 'gzip;q=0, br;q=0', 'x'.repeat(5_000)])(
      'is none where the client takes none: %s',
      async (accepted) => {
        const plain = await get(accepted);
        expect([plain.status, plain.headers['content-encoding']]).toEqual([200, undefined]);
        // Who keeps it must not give it to somebody who asks otherwise.
        expect(plain.headers.vary?.toLowerCase()).toContain('accept-encoding');
        expect(plain.headers['content-length']).toBe(String(plain.body.length));
      },
    );
  });

  it.each([
    ['/graphql', SHORT],
    ['/health/live', undefined],
    ['/health/ready', undefined],
    ['/nothing', undefined],
  ])('is left out where it does not pay: %s', async (path, body) => {
    const headers = { 'accept-encoding': 'br, gzip' };
    const answer = await ask(server.url + path, { headers, ...(body === undefined ? {} : { body }) });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(() => JSON.parse(String(answer.body)) as unknown).not.toThrow();
  });

  it('is there for metrics, and does not change what they count', async () => {
    const metrics = await ask(`${server.url}/metrics`, { headers: { 'accept-encoding': 'gzip' } });
    expect(metrics.headers['content-encoding']).toBe('gzip');
    expect(String(gunzipSync(metrics.body))).toMatch(
      /confrere_request_seconds_count\{status="200",code=""\} \d/,
    );
    expect(String(gunzipSync(metrics.body))).not.toContain('status="499"');
  });

  it('gives a library of the explorer a tag for each form of it, and 304 to who has it', async () => {
    const address = `${server.url}/explorer/graphiql.js`;
    const tags = new Set<string>();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': encoding };
      const got = await ask(address, { headers });
      const head = await ask(address, { headers, method: 'HEAD' });
      const { date: _of, ...described } = got.headers;
      expect(head.headers).toMatchObject({ ...described, 'x-request-id': expect.any(String) as string });
      expect(head.body).toHaveLength(0);
      const etag = got.headers.etag ?? '';
      const again = await ask(address, { headers: { ...headers, 'if-none-match': etag } });
      expect([again.status, again.headers.etag, again.body.length]).toEqual([304, etag, 0]);
      expect(again.headers.vary).toBe(got.headers.vary);
      tags.add(etag);
    }
    expect(tags.size).toBe(3);
  });
});

describe('events', () => {
  it('are not held back until there are enough of them', async () => {
    const app = express().use(compressAnswers, (_request, response) => {
      response.type('text/event-stream').write(`data: ${'x'.repeat(2_000)}\n\n`);
    });
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const headers = { 'accept-encoding': 'br, gzip' };
      const gone = new AbortController();
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const response = await fetch(address, { headers, signal: gone.signal });
      expect(response.headers.get('content-encoding')).toBeNull();
      const first = await response.body?.getReader().read();
      expect(String(Buffer.from(first?.value ?? []))).toMatch(/^data: x/);
      gone.abort();
    } finally {
      server.close();
    }
  });
});

onSeededStore('a compressed body', (store) => {
  let server: RunningServer;
  beforeAll(async () => {
    server = await serve(store());
  });
  afterAll(() => server.close());

  const send = async (encoding: string, body: Buffer) => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': encoding },
      body,
    });
    return { status: response.status, ...((await response.json()) as Answer) };
  };

  it.each([
    ['gzip', gzipSync(LONG)],
    ['deflate', deflateSync(LONG)],
    ['br', brotliCompressSync(LONG)],
  ])('is read: %s', async (encoding, body) => {
    expect(await send(encoding, body)).not.toHaveProperty('errors');
  });

  const spaces = Buffer.alloc(40_000_000, ' ');
  it.each([
    ['gzip', gzipSync(spaces)],
    // A stream of gzip may have many members, each of which is a bomb.
    ['gzip', Buffer.concat(Array.from({ length: 10 }, () => gzipSync(spaces)))],
    ['deflate', deflateSync(spaces)],
    ['br', brotliCompressSync(spaces)],
    ['gzip', gzipSync(Buffer.from(`{"query":"{ __typename }${' '.repeat(600_000)}"}`))],
  ])('is read no further than any other may be long: %s', async (encoding, body) => {
    const before = process.memoryUsage().rss;
    const { status, errors } = await send(encoding, body);
    expect([status, errors?.[0]?.extensions.code]).toEqual([413, 'BAD_REQUEST']);
    expect((process.memoryUsage().rss - before) / 1_000_000).toBeLessThan(100);
  });

  it.each([
    ['cut off', 'gzip', gzipSync(LONG).subarray(0, 20), 400],
    ['not what it says', 'br', gzipSync(LONG), 400],
    ['in an encoding that is not known', 'zstd', Buffer.from(LONG), 415],
    ['compressed twice', 'gzip, gzip', gzipSync(gzipSync(LONG)), 415],
  ])('is refused where it is %s', async (_what, encoding, body, expected) => {
    const { status, errors } = await send(encoding, body);
    expect([status, errors?.[0]?.extensions.code]).toEqual([expected, 'BAD_REQUEST']);
  });
});
