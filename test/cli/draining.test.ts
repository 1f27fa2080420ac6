import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { post } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';
import { startConfrere } from './confrere.js';
import type { Running } from './confrere.js';

let server: Running;
let url: string;

beforeEach(async () => {
  server = startConfrere(temporaryDirectory(), [], { PORT: '0' });
  [, url = ''] = await server.said(/Ready: .* GraphQL at (http:\/\/\S+)\/graphql/);
});
afterEach(async () => {
  server.process.kill('SIGKILL');
  await server.ended;
  removeTemporaryDirectories();
});

/** Begins a question, whose last byte is sent when a test says so. */
async function beginQuestion() {
  const body = JSON.stringify({ query: '{ facts { totalCount } }' });
  const socket = connect(Number(new URL(url).port), '127.0.0.1').on('error', () => undefined);
  let answer = '';
  socket.on('data', (data) => (answer += String(data)));
  const closed = once(socket, 'close');
  await once(socket, 'connect');
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, -1)}`,
  );
  // Answered after it, so that what was begun has arrived.
  expect((await post(url, { query: '{ facts { totalCount } }' })).status).toBe(200);
  return {
    finish: async () => {
      socket.write(body.slice(-1));
      await closed;
      return answer;
    },
  };
}

test('a service that stops says so, finishes what is under way and takes nothing further', async () => {
  const question = await beginQuestion();
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  server.process.kill('SIGTERM');
  await server.said(/Stopping\./);

  const ready = await fetch(`${url}/health/ready`);
  expect([ready.status, await ready.json()]).toEqual([
    503,
    {
      status: 'not ready',
      store: 'embedded',
      reasons: [{ what: 'service', code: 'DRAINING', message: expect.any(String) as string }],
    },
  ]);
  expect((await fetch(`${url}/health/live`)).status).toBe(200);
  const further = await post(url, { query: '{ facts { totalCount } }' });
  expect([further.status, further.headers.get('retry-after')]).toEqual([503, '2']);
  expect(((await further.json()) as Answer).errors?.[0]?.extensions.code).toBe('OVERLOADED');
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  const [, refusal] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  expect(refusal.statusCode).toBe(503);

  expect(await question.finish()).toMatch(/^HTTP\/1.1 200 [^]*"totalCount":\d+/);
  expect(await server.ended).toMatchObject({ code: 0, signal: null });
});

test('a question that never ends keeps it for five seconds, not longer', async () => {
  const question = await beginQuestion();
  const asked = performance.now();
  server.process.kill('SIGTERM');
  expect(await server.ended).toMatchObject({ code: 0 });
  expect(performance.now() - asked).toBeGreaterThan(4_000);
  expect(performance.now() - asked).toBeLessThan(9_000);
  expect(await question.finish()).toBe('');
});

test('what arrives as the stop is asked is answered or refused, and nothing is cut off', async () => {
  const query = '{ facts { totalCount } }';
  expect((await post(url, { query })).status).toBe(200);
  const statuses = Array.from({ length: 24 }, async (_each, n) => {
    await setTimeout(n * 5);
    if (n === 4) server.process.kill('SIGTERM');
    // Each over a connection of its own.
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ query }),
    });
    return response.status;
  });
  const found = await Promise.all(statuses);
  expect(found.filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(found).toContain(503);
  expect(await server.ended).toMatchObject({ code: 0 });
});
