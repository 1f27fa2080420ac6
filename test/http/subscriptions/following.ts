import { createClient as createEvents } from 'graphql-sse';
import { createClient as createSockets } from 'graphql-ws';
import { afterEach, beforeEach } from 'vitest';
import { WebSocket } from 'ws';
import type { RunningServer, ServerOptions } from '../../../src/http/index.js';
import type { Store } from '../../../src/store/port.js';
import { draftOf, entity, fact, source } from '../../helpers/graph.js';
import { serve as serveStore } from '../../helpers/serving.js';
import { newFile } from '../../helpers/stores.js';
import type { Place } from '../../helpers/stores.js';

/** The question that is asked where no other is given. */
export const CHANGES = `subscription ($after: Int, $kinds: [RecordKind!], $keys: [String!]) {
  changes(after: $after, kinds: $kinds, keys: $keys) {
    changeset { number author } keys nodes { __typename id } judgements { key verdict }
  }
}`;

export interface Told {
  data?: { changes: { changeset: { number: number }; keys: string[] } } | null;
  errors?: readonly { message: string; extensions?: Record<string, unknown> }[];
}

/** Something that was begun and is told, one after the other, until it is left. */
export type Subscription = AsyncGenerator<Told, void>;

/** Where its data is. */
export let place: Place;
/** Of the test that is under way. */
export let store: Store;
export const servers: RunningServer[] = [];
/** What is left open, to be closed after the test. */
export const left: (() => unknown)[] = [];

/** Gives each test of a file a store with a little in it. */
export function useStore(): void {
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
}

/** Serves the store; answers with the address for questions. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<string> {
  const server = await serveStore(store, options);
  servers.push(server);
  return `${server.url}/graphql`;
}

/** The two protocols, each with its own client, as it is unless it must be told of Node. */
export const PROTOCOLS: [
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

/** What is told next. */
export async function next(subscription: Subscription): Promise<Told> {
  const { value } = await subscription.next();
  if (value === undefined) throw new Error('The subscription is over.');
  return value;
}

export async function nextKeys(
  subscription: Subscription,
): Promise<[number | undefined, string[] | undefined]> {
  const { data } = await next(subscription);
  return [data?.changes.changeset.number, data?.changes.keys];
}

/** What a refusal says, however the client of a protocol puts it. */
export async function refusal(subscription: Subscription): Promise<string> {
  try {
    return JSON.stringify(await next(subscription));
  } catch (error) {
    const { response, message } = error as { response?: Response; message?: string };
    if (response !== undefined) return await response.clone().text();
    return `${JSON.stringify(error)} ${message}`;
  }
}

/** So many fields, each as dear as the first. */
export function aliases(count: number): string {
  return Array.from({ length: count }, (_, index) => `a${index}: keys`).join(' ');
}
