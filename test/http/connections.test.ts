import { once } from 'node:events';
import { Agent, createServer, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { TIMEOUTS, boundConnections } from '../../src/http/connections.js';
import { onSeededStore } from '../helpers/seeded.js';
import { serve } from '../helpers/serving.js';

const MINUTE = 60_000;

onSeededStore('connections on which nothing is asked', (store) => {
  it('are kept for longer than proxies keep theirs', async () => {
    const server = await serve(store());
    const agent = new Agent({ keepAlive: true });
    try {
      const [response] = (await once(get(`${server.url}/health/live`, { agent }), 'response')) as [
        IncomingMessage,
      ];
      response.resume();
      const [, seconds] = /timeout=(\d+)/.exec(String(response.headers['keep-alive'])) ?? [];
      expect(Number(seconds) * 1000).toBeGreaterThan(MINUTE);
    } finally {
      agent.destroy();
      await server.close();
    }
  });

  it('are closed after that, however many requests they had', async () => {
    const server = await serve(store(), {
      timeouts: { keepAliveTimeout: 200, connectionsCheckingInterval: 100 },
    });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    try {
      socket.resume().write('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
      await once(socket, 'close');
    } finally {
      socket.destroy();
      await server.close();
    }
  });
});

describe('a crowd of connections', () => {
  const MAXIMUM = 20;
  const sockets: Socket[] = [];
  const server = createServer(TIMEOUTS, (_request, response) => response.end('answered'));
  boundConnections(server, MAXIMUM);

  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
    server.close();
  });

  it('on which nothing is asked any more makes room for whoever comes', async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const open = () =>
      new Promise<number>((resolve, reject) =>
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
      );
    for (let n = 0; n < 5 * MAXIMUM; n++) {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      sockets.push(socket);
      socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString(), `connection ${n}`).toContain('answered');
      expect(await open()).toBeLessThanOrEqual(MAXIMUM);
    }
  });

  it('that say nothing at all is bounded, and leaves room for others', async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    let [closed, dropped] = [0, 0];
    const crowd = (count: number, localAddress: string) => {
      for (let n = 0; n < count; n++) {
        const socket = connect({ port, host: '127.0.0.1', localAddress }).on('error', () => undefined);
        sockets.push(socket.resume());
        socket.once('close', () => closed++).write('GET / HTTP/1.1\r\n');
      }
    };
    server.on('drop', () => dropped++);
    crowd(2 * MAXIMUM, '127.0.0.2');
    await expect.poll(() => closed).toBe(2 * MAXIMUM - 0.75 * MAXIMUM);
    expect(dropped).toBe(0);
    const other = connect(port, '127.0.0.1').on('error', () => undefined);
    sockets.push(other);
    other.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(String((await once(other, 'data'))[0])).toContain('answered');
    // Many clients together are not one, but no more than all either.
    for (let n = 3; n < 3 + MAXIMUM; n++) crowd(1, `127.0.0.${n}`);
    await expect.poll(() => dropped).toBeGreaterThan(0);
  });
});
