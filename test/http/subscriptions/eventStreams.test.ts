import { describe, expect, it, vi } from 'vitest';
import { serve, servers, useStore } from './following.js';

vi.setConfig({ testTimeout: 60_000 });
useStore();

describe('an event stream', () => {
  it.each([
    ['no JSON', 'text/plain', '{}', 415],
    ['a list', 'application/json', '[]', 400],
    ['a query that is no text', 'application/json', '{"query": 5}', 400],
    [
      'variables in a list',
      'application/json',
      '{"query": "subscription { changes { keys } }", "variables": [1]}',
      400,
    ],
    ['an operation whose name is no text', 'application/json', '{"query": "{a}", "operationName": {}}', 400],
  ])('is refused to who sends %s', async (_what, type, body, status) => {
    const url = await serve();
    const headers = { accept: 'text/event-stream', 'content-type': type };
    const response = await fetch(url, { method: 'POST', headers, body });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  });

  it.each([
    'text/event-stream',
    'text/event-stream, */*',
    'text/event-stream;q=0.9',
    'Text/Event-Stream',
    'application/graphql-response+json, application/json, text/event-stream, multipart/mixed',
  ])('is given to who accepts %s', async (accept) => {
    const response = await ask(await serve(), { accept });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('content-encoding')).toBe(null);
    await response.body?.cancel();
  });

  it('is not given to who refuses it, nor for a query to who takes JSON too', async () => {
    const url = await serve();
    const refused = await ask(url, { accept: 'application/json, text/event-stream;q=0' });
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const query = await ask(url, { accept: 'text/event-stream, */*' }, '{ sources { totalCount } }');
    expect(await query.json()).toMatchObject({ data: { sources: { totalCount: 1 } } });
  });

  it.each(['query=x&query=y', 'variables={', 'query=x&variables=[1]', 'query=x&variables=1', ''])(
    'is refused with a code to who asks with GET for “%s”',
    async (address) => {
      const headers = { accept: 'text/event-stream' };
      const response = await fetch(`${await serve()}?${address}`, { headers });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    },
  );

  it('is told of with HEAD, and does not begin', async () => {
    const url = await serve({ subscriptions: 1 });
    const address = `${url}?query=${encodeURIComponent('subscription { changes(after: 0) { keys } }')}`;
    for (let count = 0; count < 2; count++) {
      const response = await fetch(address, { method: 'HEAD', headers: { accept: 'text/event-stream' } });
      expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    }
    const begun = await ask(url, { accept: 'text/event-stream' });
    expect(begun.status).toBe(200);
    await begun.body?.cancel();
  });

  it('says in a dry run what it costs, and does not begin', async () => {
    const headers = { accept: 'text/event-stream', 'confrere-dry-run': 'true' };
    const url = await serve({ maximumCost: 40 });
    const query = (fields: string) => `subscription { changes(after: 0) { ${fields} } }`;
    expect(await (await ask(url, headers, query('keys'))).text()).toBe(
      'event: next\ndata: {"data":null,"extensions":{"cost":{"query":2,"maximum":40}}}\n\nevent: complete\ndata:\n\n',
    );
    const dear = await ask(url, headers, query('nodes { id }'));
    expect(await dear.json()).toMatchObject({ errors: [{ extensions: { code: 'COST_LIMIT_EXCEEDED' } }] });
  });

  it('ends without being complete where the service stops, so that its client follows again', async () => {
    const response = await ask(await serve(), { accept: 'text/event-stream' });
    const text = response.text();
    await Promise.all(servers.splice(0).map((server) => server.close()));
    expect(await text).not.toContain('complete');
  });

  it.each<Record<string, string>>([
    { origin: 'https://elsewhere.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ])('is not begun for a page of others: %j', async (headers) => {
    const url = await serve({ origins: ['https://known.example'] });
    const address = `${url}?query=${encodeURIComponent('subscription { changes(after: 0) { keys } }')}`;
    const accept = { accept: 'text/event-stream' };
    for (const asking of [
      (of: object) => fetch(address, { headers: { ...accept, ...of } }),
      (of: object) => ask(url, { ...accept, ...of }),
    ]) {
      const refused = await asking(headers);
      expect(refused.status).toBe(403);
      expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
      for (const ours of [{ origin: 'https://known.example' }, { origin: new URL(url).origin }]) {
        const begun = await asking(ours);
        expect(begun.status).toBe(200);
        await begun.body?.cancel();
      }
    }
  });

  it('is asked with GET too', async () => {
    const query = 'subscription { changes(after: 0, kinds: [SOURCE]) { keys } }';
    const response = await fetch(`${await serve()}?query=${encodeURIComponent(query)}`, {
      headers: { accept: 'text/event-stream' },
    });
    let text = '';
    for await (const part of response.body ?? []) {
      text += Buffer.from(part).toString('utf8');
      if (text.includes('source/paper')) break;
    }
    expect(text).toContain('data: {"data":{"changes":{"keys":["source/paper"]}}}');
  });
});

async function ask(
  url: string,
  headers: Record<string, string>,
  query = 'subscription { changes(after: 0) { keys } }',
): Promise<Response> {
  return await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
}
