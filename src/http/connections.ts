import type { Server } from 'node:http';
import type { Socket } from 'node:net';
import { clientOf } from './budget.js';

/**
 * A request comes whole within so many milliseconds, or its connection is closed. One on which nothing is asked is kept for
 * longer than the minute that proxies keep theirs: who closes first must be the proxy, or it sends a question just as we hang up.
 */
export const TIMEOUTS = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2_000,
};

/** From this share of all connections on, those go on which nothing is asked. */
const CROWDED = 0.75;

/** Where it is crowded, one client gets no more than this share of all connections. */
const SHARE = 0.1;

/**
 * Holds so many connections at the most. Where it gets crowded, those on which nothing is asked are closed, so that nobody is
 * shut out by clients that only keep theirs; and a client that has many gets no further ones, so that nobody is shut out
 * by one that never comes to the end of its requests. A proxy is not one client.
 */
export function boundConnections(
  server: Server,
  maximum: number,
  isProxy: (address: string) => boolean = () => false,
): void {
  server.maxConnections = maximum;
  const open = new Map<string, Set<Socket>>();
  let all = 0;
  server.on('connection', (socket) => {
    const address = socket.remoteAddress ?? '';
    const client = clientOf(address);
    const own = open.get(client) ?? new Set<Socket>();
    // It comes anew where its client offered another protocol.
    if (own.has(socket)) return;
    if (all >= maximum * CROWDED) {
      server.closeIdleConnections();
      if (
        living(open.values()) >= maximum * CROWDED &&
        living([own]) >= maximum * SHARE &&
        !isProxy(address)
      ) {
        socket.destroy();
        return;
      }
    }
    all++;
    open.set(client, own.add(socket));
    socket.once('close', () => {
      all--;
      own.delete(socket);
      if (own.size === 0) open.delete(client);
    });
  });
}

/** How many are not about to be closed. */
function living(sets: Iterable<ReadonlySet<Socket>>): number {
  let count = 0;
  for (const sockets of sets) for (const { destroyed } of sockets) if (!destroyed) count++;
  return count;
}
