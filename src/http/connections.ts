import type { Server } from 'node:http';

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

/**
 * Holds so many connections at the most. Where it gets crowded, those on which nothing is asked are closed, so that nobody is
 * shut out by clients that only keep theirs.
 */
export function boundConnections(server: Server, maximum: number): void {
  server.maxConnections = maximum;
  let open = 0;
  server.on('connection', (socket) => {
    open++;
    socket.once('close', () => open--);
    if (open > maximum * CROWDED) server.closeIdleConnections();
  });
}
