import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { endOfRequest } from '../../src/http/deadline.js';
import { onSeededStore } from '../helpers/seeded.js';
import { post, serve } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';

onSeededStore('the time for a request', (store) => {
  it('is over when it is over: what is not answered by then fails with a code', async () => {
    const server = await serve(store(), { deadline: 0 });
    try {
      const response = await post(server.url, { query: '{ facts { totalCount } }' });
      const { errors } = (await response.json()) as Answer;
      expect(errors?.[0]?.extensions.code).toBe('DEADLINE_EXCEEDED');
      expect(errors?.[0]?.message).toMatch(/Narrow it/);
    } finally {
      await server.close();
    }
  });

  it('is awaited by as many fields as a question has, and the log says nothing of it', async () => {
    const warnings: Error[] = [];
    const hear = (warning: Error) => warnings.push(warning);
    const server = await serve(store());
    process.on('warning', hear);
    try {
      const lists = Array.from(
        { length: 40 },
        (_, n) => `a${n}: facts(first: 0, withoutSources: ["source/none-${n}"]) { totalCount }`,
      );
      const response = await post(server.url, { query: `{ ${lists.join(' ')} }` });
      const { errors } = (await response.json()) as Answer;
      expect(errors?.[0]?.extensions.code).toBe('BAD_KEY');
      expect(warnings).toEqual([]);
    } finally {
      process.off('warning', hear);
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
