import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { CHANGES, left, serve, useStore } from './following.js';

vi.setConfig({ testTimeout: 60_000 });
useStore();

describe('a WebSocket', () => {
  it('is refused to pages that may not ask, at other paths, and beyond ten of one address', async () => {
    const url = (await serve({ origins: ['https://friend.example'] })).replace('http', 'ws');
    const open = (address: string, origin?: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address, 'graphql-transport-ws', origin === undefined ? {} : { origin });
        left.push(() => socket.terminate());
        socket.on('open', () => resolve('open'));
        socket.on('error', (error) => resolve(error.message));
      });
    expect(await open(url, 'https://stranger.example')).toContain('403');
    expect(await open(url, 'https://friend.example')).toBe('open');
    expect(await open(url, new URL(url.replace('ws', 'http')).origin)).toBe('open');
    expect(await open(url.replace('/graphql', '/other'))).toContain('404');
    for (let count = 2; count < 10; count++) expect(await open(url)).toBe('open');
    expect(await open(url)).toContain('503');
  });

  it.each<[string, (socket: WebSocket) => void, number]>([
    ['says nothing', () => undefined, 4408],
    [
      'subscribes before it has begun',
      (socket) => socket.send('{"type":"subscribe","id":"1","payload":{"query":"x"}}'),
      4401,
    ],
    ['sends what only a server does', (socket) => socket.send('{"type":"connection_ack"}'), 4400],
    ['sends what is no message', (socket) => socket.send('what?'), 4400],
    ['sends too long a message', (socket) => socket.send('x'.repeat(70_000)), 1009],
    ['begins twice', (socket) => [1, 2].forEach(() => socket.send('{"type":"connection_init"}')), 4429],
    [
      'uses one name twice',
      (socket) => {
        socket.send('{"type":"connection_init"}');
        const subscribing = JSON.stringify({ type: 'subscribe', id: '1', payload: { query: CHANGES } });
        socket.once('message', () => [1, 2].forEach(() => socket.send(subscribing)));
      },
      4409,
    ],
  ])('is closed when its client %s', async (_what, act, code) => {
    const url = (await serve()).replace('http', 'ws');
    const socket = new WebSocket(url, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    socket.on('error', () => undefined);
    socket.on('open', () => act(socket));
    expect(await closed).toBe(code);
  });

  it.each([
    ['a key that is none', 'GET', 'Sec-WebSocket-Key: x'],
    ['no key', 'GET', 'Sec-WebSocket-Version: 13'],
    ['POST', 'POST', 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13'],
  ])('is refused in JSON, with a code, to who asks with %s', async (_what, method, headers) => {
    const said = await sayRaw(await serve(), [
      `${method} /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n${headers}\r\n\r\n`,
    ]);
    expect(said).toMatch(/^HTTP\/1\.1 400 [^]*Content-Type: application\/json[^]*"code":"BAD_REQUEST"/);
  });

  it('has nothing kept for it that it does not read, whatever it asks', async () => {
    const url = await serve();
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
    left.push(() => socket.terminate());
    socket.on('error', () => undefined);
    await new Promise((resolve) => socket.on('open', resolve));
    socket.pause();
    const before = process.memoryUsage().rss;
    // The pong brings all of it back: 300 MB.
    const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(60_000) } });
    for (let count = 0; count < 5_000 && socket.readyState === WebSocket.OPEN; count++) {
      socket.send(ping);
      // What has not been sent is kept by this process too, which must not be measured.
      const givesUpAt = Date.now() + 500;
      while (socket.bufferedAmount > 2 ** 20 && Date.now() < givesUpAt)
        await new Promise((resolve) => setTimeout(resolve, 1));
      if (socket.bufferedAmount > 2 ** 20) break;
    }
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20);
  });

  it('is not meant by who offers another protocol: the request is answered as if it had not', async () => {
    const body = '{"query":"{ sources { totalCount } }"}';
    const beginning =
      'POST /graphql HTTP/1.1\r\nHost: x\r\nConnection: Upgrade, HTTP2-Settings, close\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n' +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    const url = await serve();
    for (const parts of [[beginning + body], [beginning, body.slice(0, 9), body.slice(9)]])
      expect(await sayRaw(url, parts)).toMatch(/^HTTP\/1\.1 200 [^]*"totalCount":1/);
  });

  it('long subscriptions spend more of it, also where they are refused', async () => {
    const url = await serve({ budget: 10_000 });
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
    left.push(() => socket.terminate());
    let refused = 0;
    const closed = new Promise<number>((resolve) => socket.on('close', resolve));
    const ask = () => {
      const query = `subscription { ${'nonsense '.repeat(5_000)} }`;
      socket.send(JSON.stringify({ type: 'subscribe', id: String(refused), payload: { query } }));
    };
    socket.on('open', () => socket.send('{"type":"connection_init"}'));
    socket.on('message', (data: Buffer) => {
      if (data.includes('"error"')) refused++;
      ask();
    });
    expect(await closed).toBe(4429);
    // Each costs 20 and about 880, and the first message 20.
    expect(refused).toBe(11);
  });

  it('floods of messages spend the budget of their client, and the service answers others', async () => {
    const url = await serve({ budget: 10_000 });
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
    const closed = new Promise<[number, string]>((resolve) =>
      socket.on('close', (code, reason) => resolve([code, reason.toString()])),
    );
    socket.on('error', () => undefined);
    socket.on('open', () => {
      socket.send('{"type":"connection_init"}');
      for (let count = 0; count < 5_000; count++) socket.send('{"type":"ping"}');
    });
    expect(await closed).toEqual([4429, 'BUDGET_EXCEEDED']);
    expect((await fetch(url.replace('/graphql', '/health/live'))).status).toBe(200);
  });
});

/** What comes back until the connection is closed. */
async function sayRaw(url: string, parts: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port) });
  left.push(() => socket.destroy());
  let said = '';
  socket.setEncoding('utf8').on('data', (text: string) => (said += text));
  const closed = new Promise((resolve) => socket.on('close', resolve));
  for (const part of parts) {
    socket.write(part);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await closed;
  return said;
}
