import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { endOfRequest } from '../../src/http/deadline.js';
import { startServer } from '../../src/http/server.js';
import { onSeededStore } from '../helpers/seeded.js';

onSeededStore('the time for a request', (store) => {
  it('is over when it is over: what is not answered by then fails with a code', async () => {
    const server = await startServer({
      store: store(),
      host: '127.0.0.1',
      port: 0,
      maximumCost: 50_000,
      deadline: 0,
      origins: [],
      log: { info: () => undefined, error: () => undefined },
    });
    try {
      const response = await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query: '{ facts { totalCount } }' }),
      });
      const { errors } = (await response.json()) as {
        errors: { message: string; extensions: { code: string } }[];
      };
      expect(errors[0]?.extensions.code).toBe('DEADLINE_EXCEEDED');
      expect(errors[0]?.message).toMatch(/Narrow it/);
    } finally {
      await server.close();
    }
  });
});

it('a request that is answered in time is never stopped; one whose caller goes away is', async () => {
  const signals: AbortSignal[] = [];
  const server = createServer((request, response) => {
    signals.push(endOfRequest(response, 60_000));
    if (request.url === '/answer') response.end('answered');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    await (await fetch(`http://127.0.0.1:${port}/answer`)).text();
    const caller = new AbortController();
    const asked = fetch(`http://127.0.0.1:${port}/wait`, { signal: caller.signal }).catch(() => undefined);
    await expect.poll(() => signals.length).toBe(2);
    caller.abort();
    await asked;
    await expect.poll(() => signals[1]?.aborted).toBe(true);
    expect(signals[1]?.reason).toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    expect(signals[0]?.aborted).toBe(false);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
