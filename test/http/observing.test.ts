import { pino } from 'pino';
import { expect, it } from 'vitest';
import { onSeededStore } from '../helpers/seeded.js';
import { post, serve } from '../helpers/serving.js';

interface Line {
  id: string;
  status: number;
  queryHash?: string;
  cost?: number;
  code?: string;
}

onSeededStore('what operators see', (store) => {
  it('is a line for each request, by its id, and never what was asked', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
    const server = await serve(store(), { log });
    try {
      const query = '{ entity(key: "doctor/nobody-at-all") { key } }';
      const given = await post(server.url, { query }, { 'x-request-id': 'from-a-proxy-1' });
      expect(given.headers.get('x-request-id')).toBe('from-a-proxy-1');
      await given.text();
      const own = await post(
        server.url,
        { query: '{ facts(after: "x") { totalCount } }' },
        { 'x-request-id': 'a b\tc' },
      );
      expect(own.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      await own.text();
      await expect.poll(() => lines.length).toBe(2);
      const [first, second] = lines.map((line) => JSON.parse(line) as Line);
      expect(first).toMatchObject({ id: 'from-a-proxy-1', status: 200, cost: 2 });
      expect(first?.queryHash).toMatch(/^[0-9a-f]{64}$/);
      expect(second).toMatchObject({ id: own.headers.get('x-request-id'), code: 'BAD_CURSOR' });
      expect(lines.join('')).not.toMatch(/nobody|entity\(/);
    } finally {
      await server.close();
    }
  });

  it('are numbers for Prometheus, where they are wanted', async () => {
    const server = await serve(store(), { metrics: true });
    const silent = await serve(store());
    try {
      await (await post(server.url, { query: '{ facts { totalCount } }' })).text();
      await (await post(server.url, { query: '{ facts(after: "x") { totalCount } }' })).text();
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      expect(metrics).toMatch(/confrere_request_seconds_count\{status="200",code=""\} 1/);
      expect(metrics).toMatch(/confrere_request_seconds_count\{status="200",code="BAD_CURSOR"\} 1/);
      expect(metrics).toMatch(/confrere_query_cost_count 2/);
      expect(metrics).toMatch(/confrere_store_seconds_count\{method="countFacts",failed="false"\} 1/);
      expect(metrics).toMatch(/nodejs_eventloop_lag_p99_seconds \d/);
      expect((await fetch(`${silent.url}/metrics`)).status).toBe(404);
    } finally {
      await server.close();
      await silent.close();
    }
  });
});
