import { connect } from 'node:net';
import { createClient as createEvents } from 'graphql-sse';
import { createClient as createSockets } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { ConfrereError } from '../../src/errors.js';
import type { RunningServer } from '../../src/http/index.js';
import type { ServerOptions } from '../../src/http/index.js';
import { Arrivals } from '../../src/store/arrivals.js';
import type { Store } from '../../src/store/port.js';
import { changes } from '../../src/traversals/index.js';
import { draftOf, entity, fact, judge, source } from '../helpers/graph.js';
import { serve as serveStore } from '../helpers/serving.js';
import { newFile } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';

vi.setConfig({ testTimeout: 60_000 });

const CHANGES = `subscription ($after: Int, $kinds: [RecordKind!], $keys: [String!]) {
  changes(after: $after, kinds: $kinds, keys: $keys) {
    changeset { number author } keys nodes { __typename id } judgements { key verdict }
  }
}`;

interface Told {
  data?: { changes: { changeset: { number: number }; keys: string[] } } | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Something that was begun and is told, one after the other, until it is left. */
type Subscription = AsyncGenerator<Told, void>;

let place: Place;
let store: Store;
const servers: RunningServer[] = [];
const left: (() => unknown)[] = [];

beforeEach(async () => {
  place = await newFile();
  store = await place.open();
  await store.apply(
    draftOf([
      source(),
      entity('doctor/a', ['Anne Morvannec']),
      entity('doctor/b'),
      fact('training/a', ['TRAINER=doctor/a', 'TRAINEE=doctor/b']),
    ]),
  );
});
afterEach(async () => {
  for (const leave of left.splice(0)) await leave();
  await Promise.all(servers.splice(0).map((server) => server.close()));
  await place.remove();
});

async function serve(options: Partial<ServerOptions> = {}): Promise<string> {
  const server = await serveStore(store, options);
  servers.push(server);
  return `${server.url}/graphql`;
}

/** The two protocols, each with its own client, as it is unless it must be told of Node. */
const PROTOCOLS: [
  string,
  (url: string, variables?: Record<string, unknown>, query?: string) => Subscription,
][] = [
  [
    'a WebSocket',
    (url, variables = {}, query = CHANGES) => {
      const client = createSockets({
        url: url.replace('http', 'ws'),
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      });
      left.push(() => client.dispose());
      return client.iterate({ query, variables }) as unknown as Subscription;
    },
  ],
  [
    'server-sent events',
    (url, variables = {}, query = CHANGES) => {
      const client = createEvents({ url, retryAttempts: 0 });
      left.push(() => client.dispose());
      return client.iterate({ query, variables }) as unknown as Subscription;
    },
  ],
];

async function next(subscription: Subscription): Promise<Told> {
  const { value } = await subscription.next();
  if (value === undefined) throw new Error('The subscription is over.');
  return value;
}

async function nextKeys(subscription: Subscription): Promise<[number | undefined, string[] | undefined]> {
  const { data } = await next(subscription);
  return [data?.changes.changeset.number, data?.changes.keys];
}

/** What a refusal says, however the client of a protocol puts it. */
async function refusal(subscription: Subscription): Promise<string> {
  try {
    return JSON.stringify(await next(subscription));
  } catch (error) {
    const { response, message } = error as { response?: Response; message?: string };
    if (response !== undefined) return await response.clone().text();
    return `${JSON.stringify(error)} ${message}`;
  }
}

describe.each(PROTOCOLS)('changes over %s', (_name, subscribe) => {
  it('are told as they land, whoever writes, and from any changeset on', async () => {
    const url = await serve();
    const after = subscribe(url, { after: 0 });
    expect(await next(after)).toEqual({
      data: {
        changes: {
          changeset: { number: 1, author: 'A. Tester' },
          keys: ['doctor/a', 'doctor/b', 'source/paper', 'training/a'],
          nodes: [
            expect.objectContaining({ __typename: 'Doctor' }),
            expect.objectContaining({ __typename: 'Doctor' }),
            expect.objectContaining({ __typename: 'Source' }),
            expect.objectContaining({ __typename: 'Training' }),
          ],
          judgements: [],
        },
      },
    });
    // Another opening of the file stands for another instance.
    const elsewhere = await place.open();
    await elsewhere.apply(draftOf([judge('judgement/ab', ['doctor/a', 'doctor/b'])]));
    expect(await next(after)).toMatchObject({
      data: {
        changes: {
          changeset: { number: 2 },
          judgements: [{ key: 'judgement/ab', verdict: 'SAME' }],
          nodes: [],
        },
      },
    });
    await elsewhere.apply(draftOf([{ op: 'setStatus', fact: 'training/a', status: 'RETRACTED' }]));
    expect(await nextKeys(after)).toEqual([3, ['training/a']]);
    await after.return();
  });

  it('are those that are followed alone', async () => {
    const url = await serve();
    const facts = subscribe(url, { after: 0, kinds: ['TRAINING', 'JUDGEMENT'] });
    const doctor = subscribe(url, { after: 1, keys: ['doctor/c'] });
    const cited = subscribe(url, { after: 0, keys: ['source/paper'], kinds: ['TRAINING'] });
    expect(await nextKeys(facts)).toEqual([1, ['training/a']]);
    expect(await nextKeys(cited)).toEqual([1, ['training/a']]);
    await store.apply(draftOf([entity('doctor/d')]));
    await store.apply(
      draftOf([
        entity('doctor/c'),
        fact('training/c', ['TRAINER=doctor/a', 'TRAINEE=doctor/c']),
        fact('training/d', ['TRAINER=doctor/a', 'TRAINEE=doctor/d']),
        judge('judgement/cd', ['doctor/c', 'doctor/d'], 'DIFFERENT'),
      ]),
    );
    expect(await nextKeys(doctor)).toEqual([3, ['doctor/c', 'judgement/cd', 'training/c']]);
    expect(await nextKeys(facts)).toEqual([3, ['judgement/cd', 'training/c', 'training/d']]);
  });

  it('are all told of a changeset that is large, and of one after the other', async () => {
    const url = await serve();
    const after = subscribe(url, { after: 1 });
    const keys = Array.from({ length: 120 }, (_, index) => `doctor/x${String(index).padStart(3, '0')}`);
    await store.apply(draftOf(keys.map((key) => entity(key))));
    const told: string[] = [];
    while (told.length < keys.length) told.push(...((await nextKeys(after))[1] ?? []));
    expect(told).toEqual(keys);
  });

  it.each([
    ['a changeset that is not there yet', { after: 99 }, CHANGES, 'BAD_USER_INPUT'],
    ['a key that can be none', { keys: ['no key'] }, CHANGES, 'BAD_KEY'],
    ['a query', {}, '{ entities { totalCount } }', 'BAD_USER_INPUT'],
    ['what cannot be parsed', {}, 'subscription {', 'GRAPHQL_PARSE_FAILED'],
    ['what is not valid', {}, 'subscription { changes { nothing } }', 'GRAPHQL_VALIDATION_FAILED'],
    [
      'two things at once',
      {},
      'subscription { changes { keys } other: changes { keys } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments in a circle',
      {},
      'subscription { changes { ...A } } fragment A on Change { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'it on a condition',
      {},
      'subscription { changes @skip(if: true) { keys } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'it on a condition, in a fragment',
      { if: true },
      'subscription ($if: Boolean!) { ... { ...F } } fragment F on Subscription { changes @include(if: $if) { keys } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['too many aliases', {}, `subscription { changes { ${aliases(201)} } }`, 'QUERY_LIMIT_EXCEEDED'],
    ['a wrong variable', { after: 'now' }, CHANGES, 'BAD_USER_INPUT'],
  ])('are refused to who asks for %s', async (_what, variables, query, code) => {
    const url = await serve();
    expect(await refusal(subscribe(url, variables, query))).toContain(`"code":"${code}"`);
  });

  it.each([
    ['a field', {}, 'subscription { changes { keyz } }'],
    ['a value', { kinds: ['TRAINNG'] }, CHANGES],
  ])('are refused without a hint at the schema where it is hidden: %s', async (_what, variables, query) => {
    expect(await refusal(subscribe(await serve(), variables, query))).toContain('Did you mean');
    const hidden = await refusal(subscribe(await serve({ introspection: false }), variables, query));
    expect(hidden).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/);
    expect(hidden).not.toContain('Did you mean');
  });

  it('are refused where one telling would cost too much', async () => {
    const url = await serve({ maximumCost: 40 });
    const nodes = subscribe(url, {}, 'subscription { changes { nodes { id } } }');
    expect(await refusal(nodes)).toContain('"code":"COST_LIMIT_EXCEEDED"');
  });

  it('have no more than so many places, which are free again once they are left', async () => {
    const url = await serve({ subscriptions: 2 });
    const [one, two] = [subscribe(url, { after: 0 }), subscribe(url, { after: 0 })];
    await Promise.all([next(one), next(two)]);
    expect(await refusal(subscribe(url, { after: 0 }))).toMatch(/OVERLOADED|503/);
    await one.return();
    await vi.waitFor(
      async () => expect(await refusal(subscribe(url, { after: 0 }))).toContain('doctor/a'),
      5_000,
    );
  });

  it('end where the budget of the client does', async () => {
    const url = await serve({ budget: 1_500 });
    const after = subscribe(url, { after: 0 });
    const said: string[] = [];
    for (let count = 0; count < 20 && !said.at(-1)?.includes('BUDGET_EXCEEDED'); count++) {
      await store.apply(draftOf([entity(`doctor/y${count}`)]));
      said.push(await refusal(after));
    }
    expect(said.at(-1)).toContain('BUDGET_EXCEEDED');
  });

  it('end as complete when the service stops', async () => {
    const url = await serve();
    const after = subscribe(url, { after: 0 });
    await next(after);
    const end = after.next().then(
      ({ done }) => done,
      () => true,
    );
    await Promise.all(servers.splice(0).map((server) => server.close()));
    expect(await end).toBe(true);
  });

  it('go on when the store was away for a while', async () => {
    let isAway = false;
    const flaky = new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'during') return () => flaky;
        return (...args: unknown[]) =>
          isAway
            ? Promise.reject(new ConfrereError('STORE_UNAVAILABLE', 'away'))
            : (Reflect.apply(value, target, args) as unknown);
      },
    });
    const server = await serveStore(flaky);
    servers.push(server);
    const after = subscribe(`${server.url}/graphql`, { after: 0 });
    await next(after);
    isAway = true;
    const told = nextKeys(after);
    await store.apply(draftOf([entity('doctor/z')]));
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    isAway = false;
    expect(await told).toEqual([2, ['doctor/z']]);
  });

  it('say so where one telling takes too long, and stay for the next', async () => {
    let isSlow = true;
    const slow = new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        if (name === 'during')
          return (signal: AbortSignal) => {
            const during = target.during(signal);
            return new Proxy(during, {
              get: (inner, method) => {
                const found: unknown = Reflect.get(inner, method);
                if (typeof found !== 'function') return found;
                return async (...args: unknown[]) => {
                  if (isSlow) await new Promise((resolve) => setTimeout(resolve, 400));
                  return (await Reflect.apply(found, inner, args)) as unknown;
                };
              },
            });
          };
        return value.bind(target) as unknown;
      },
    });
    const server = await serveStore(slow, { deadline: 200 });
    servers.push(server);
    const after = subscribe(`${server.url}/graphql`, { after: 0 });
    expect(await next(after)).toMatchObject({
      errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }],
    });
    isSlow = false;
    await store.apply(draftOf([entity('doctor/z')]));
    expect(await nextKeys(after)).toEqual([2, ['doctor/z']]);
  });

  it('by known documents alone, where nothing else may be asked', async () => {
    const url = await serve({ onlyDocuments: true });
    expect(await refusal(subscribe(url))).toContain('DOCUMENT_REQUIRED');
  });
});

describe('changes', () => {
  it('are not told twice where the store goes away between two of them', async () => {
    await store.apply(draftOf([entity('doctor/z')]));
    let hasFailed = false;
    const flaky = new Proxy(store, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return async (...args: unknown[]) => {
          const isSecond = name === 'changesets' && String(args[0]) === '2';
          if (isSecond && !hasFailed) {
            hasFailed = true;
            throw new ConfrereError('STORE_UNAVAILABLE', 'away');
          }
          return (await Reflect.apply(value, target, args)) as unknown;
        };
      },
    });
    const stop = new AbortController();
    const told = await changes(flaky, new Arrivals(flaky), { after: 0 }, stop.signal);
    const numbers = [await told.next(), await told.next()].map(({ value }) => value?.changeset.number);
    stop.abort();
    expect(hasFailed).toBe(true);
    expect(numbers).toEqual([1, 2]);
  });
});

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
    const refused = await fetch(address, { headers: { ...accept, ...headers } });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
    for (const ours of [{ origin: 'https://known.example' }, { origin: new URL(url).origin }]) {
      const begun = await fetch(address, { headers: { ...accept, ...ours } });
      expect(begun.status).toBe(200);
      await begun.body?.cancel();
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

function aliases(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}: keys`).join(' ');
}
