import { once } from 'node:events';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { documentId } from '../../src/http/documents.js';
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
      expect(metrics).toMatch(/confrere_requests_active 0/);
      expect(metrics).toMatch(/confrere_requests_waiting 0/);
      expect((await fetch(`${silent.url}/metrics`)).status).toBe(404);
    } finally {
      await server.close();
      await silent.close();
    }
  });

  it('count what limits refuse, by code, and nothing else', async () => {
    const server = await serve(store(), { metrics: true, maximumCost: 10, budget: 100 });
    try {
      for (const query of ['{ facts { totalCount nodes { key } } }', '{ nothing }'])
        await (await post(server.url, { query })).text();
      for (let n = 0; n < 4; n++) await (await post(server.url, { query: '{ __typename }' })).text();
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      expect(metrics).toMatch(/confrere_refused_total\{code="COST_LIMIT_EXCEEDED"\} 1/);
      expect(metrics).toMatch(/confrere_refused_total\{code="BUDGET_EXCEEDED"\} \d/);
      expect(metrics).toMatch(/confrere_request_seconds_count\{status="429",code="BUDGET_EXCEEDED"\} \d/);
      expect(metrics.match(/^confrere_refused_total\{/gm)).toHaveLength(2);
    } finally {
      await server.close();
    }
  });

  it('show what is open, and do not take streams for requests', async () => {
    const server = await serve(store(), { metrics: true });
    const seen = async () => (await fetch(`${server.url}/metrics`)).text();
    try {
      const query = 'subscription { changes { changeset { number } } }';
      const stop = new AbortController();
      await post(server.url, { query }, { accept: 'text/event-stream' }, stop.signal);
      const socket = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
      await once(socket, 'open');
      const during = await seen();
      expect(during).toMatch(/confrere_subscriptions 1/);
      expect(during).toMatch(/confrere_websockets 1/);
      expect(during).toMatch(/confrere_subscription_seconds_count 0/);
      stop.abort();
      socket.close();
      await expect.poll(seen).toMatch(/confrere_subscriptions 0[^]*confrere_websockets 0/);
      const after = await seen();
      expect(after).toMatch(/confrere_subscription_seconds_count 1/);
      expect(after).toMatch(/confrere_request_seconds_count\{status="200",code=""\} \d/);
      const [, sum = ''] = /confrere_request_seconds_count\{status="499"[^}]*\} (\d+)/.exec(after) ?? [];
      expect(sum).toBe('');
    } finally {
      await server.close();
    }
  });

  it('tell how the caches fare', async () => {
    const server = await serve(store(), { metrics: true });
    try {
      const query = 'query ($first: Int) { facts(first: $first) { totalCount } }';
      for (let first = 0; first < 4; first++) {
        await (await post(server.url, { query, variables: { first } })).text();
      }
      const sha256Hash = documentId(query).slice('sha256:'.length);
      const extensions = { persistedQuery: { version: 1, sha256Hash } };
      await (await post(server.url, { extensions })).text();
      await (await post(server.url, { query, extensions })).text();
      await (await post(server.url, { extensions })).text();
      const metrics = await (await fetch(`${server.url}/metrics`)).text();
      expect(metrics).toMatch(/confrere_compiled_queries_entries 1/);
      expect(metrics).toMatch(/confrere_compiled_queries_hits_total 3/);
      expect(metrics).toMatch(/confrere_compiled_queries_misses_total 2/);
      expect(metrics).toMatch(/confrere_whole_answers_entries 5/);
      expect(metrics).toMatch(/confrere_whole_answers_hits_total 1/);
      expect(metrics).toMatch(/confrere_sent_queries_entries 1/);
      expect(metrics).toMatch(/confrere_sent_queries_hits_total 1/);
    } finally {
      await server.close();
    }
  });
});
