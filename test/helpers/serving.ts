import { createLog, startServer } from '../../src/http/index.js';
import type { RunningServer, ServerOptions } from '../../src/http/index.js';
import type { Store } from '../../src/store/port.js';

/** Starts the service on a free port, as it is unless a test says otherwise. */
export function serve(store: Store, options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  return startServer({
    store,
    host: '127.0.0.1',
    port: 0,
    maximumCost: 50_000,
    budget: 1_000_000_000,
    redis: null,
    atOnce: 32,
    cacheBytes: 64_000_000,
    subscriptions: 200,
    proxies: [],
    introspection: true,
    onlyDocuments: false,
    deadline: 10_000,
    origins: [],
    metrics: false,
    tracing: null,
    log: createLog('silent'),
    ...options,
  });
}

export function post(
  url: string,
  body: string | Record<string, unknown>,
  headers: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<Response> {
  return fetch(`${url}/graphql`, {
    method: 'POST',
    ...(signal === undefined ? {} : { signal }),
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** Sends a question anew where its connection was closed just then for being idle, as every client of HTTP does. */
export async function despiteIdleConnections(send: () => Promise<Response>): Promise<Response> {
  return send().catch((error: unknown) => {
    const { code } = (error as { cause?: { code?: string } }).cause ?? {};
    if (code !== 'ECONNRESET' && code !== 'UND_ERR_SOCKET' && code !== 'EPIPE') throw error;
    return send();
  });
}

/** What an answer over HTTP may hold. */
export interface Answer {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } & Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}
