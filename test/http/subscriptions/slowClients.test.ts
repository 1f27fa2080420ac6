import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { draftOf, entity } from '../../helpers/graph.js';
import { PROTOCOLS, aliases, left, next, serve, store, useStore } from './following.js';

vi.setConfig({ testTimeout: 60_000 });
useStore();

describe('clients that do not read', () => {
  it('have nothing worked out for them that waits', async () => {
    const url = new URL(await serve({ subscriptions: 10 }));
    for (let batch = 0; batch < 4; batch++)
      await store.apply(
        draftOf(Array.from({ length: 2_500 }, (_, index) => entity(`doctor/n-${batch}-${index}`))),
      );
    // Each would be told some 30 MB.
    const body = JSON.stringify({ query: `subscription { changes(after: 0) { ${aliases(150)} } }` });
    const before = process.memoryUsage().rss;
    for (let count = 0; count < 10; count++) {
      const socket = connect({ host: url.hostname, port: Number(url.port) });
      left.push(() => socket.destroy());
      socket.on('error', () => undefined);
      socket.pause();
      socket.write(
        `POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
  });
});

describe('a client that does not read', () => {
  it('is let go, and what it was to be told is not kept for it', async () => {
    const url = new URL(await serve());
    for (let batch = 0; batch < 40; batch++) {
      const long = 'x'.repeat(180);
      await store.apply(
        draftOf(
          Array.from({ length: 500 }, (_, index) =>
            entity(`doctor/n-${batch}-${index}`, [`${long} ${batch} ${index}`]),
          ),
        ),
      );
    }
    const socket = connect({ host: url.hostname, port: Number(url.port) });
    left.push(() => socket.destroy());
    const query =
      'subscription { changes(after: 0) { keys nodes { id ... on Doctor { name names { text } } } } }';
    const body = JSON.stringify({ query });
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    const before = process.memoryUsage().rss;
    await new Promise((resolve) => setTimeout(resolve, 15_000));
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 2 ** 20);
    // Its place is free again.
    const places = Array.from({ length: 10 }, () => PROTOCOLS[1]?.[1](url.href, { after: 0 }));
    for (const each of places)
      if (each !== undefined) expect(JSON.stringify(await next(each))).toContain('doctor/');
  });
});
