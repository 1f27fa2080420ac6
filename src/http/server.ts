import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import cors from 'cors';
import express from 'express';
import helmet from 'helmet';
import { contextsOver } from '../graphql/context.js';
import { createGraphqlServer } from '../graphql/server.js';
import type { Store } from '../store/port.js';
import { answerErrors, answerNotFound } from './errors.js';
import { endOfRequest } from './deadline.js';
import { explorer } from './explorer.js';
import { health } from './health.js';

/** The longest request body; the longest question that a person writes is a hundredth of it. */
const BODY_LIMIT = '512kb';

/** Where the service tells of itself. */
export interface ServerLog {
  info(message: string): void;
  error(message: string, error: unknown): void;
}

export interface ServerOptions {
  store: Store;
  host: string;
  port: number;
  maximumCost: number;
  /** How long a request may take, in milliseconds. */
  deadline: number;
  /** Web origins whose pages may ask from a browser; `*` for all. */
  origins: readonly string[];
  log: ServerLog;
}

export interface RunningServer {
  url: string;
  /** Stops taking requests, lets the ones under way finish, and resolves when all is closed. The store stays open. */
  close(): Promise<void>;
}

/** Starts the service over HTTP. Fails with Node’s own error when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const app = express();
  const http = createServer(app);
  const report = (message: string, error: unknown) => options.log.error(message, error);
  const graphql = createGraphqlServer({
    maximumCost: options.maximumCost,
    report,
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: 5_000 })],
  });
  await graphql.start();
  const contextOf = contextsOver(options.store);

  app.disable('x-powered-by');
  app.disable('etag');
  app.use(
    helmet({ contentSecurityPolicy: { directives: CONTENT_SECURITY }, strictTransportSecurity: false }),
  );
  app.use('/health', health(options.store));
  app.use(
    '/graphql',
    cors({ origin: options.origins.includes('*') ? '*' : [...options.origins] }),
    express.json({ limit: BODY_LIMIT }),
    expressMiddleware(graphql, {
      context: ({ res }) => Promise.resolve(contextOf(endOfRequest(res, options.deadline))),
    }),
  );
  app.use(await explorer());
  app.use(answerNotFound);
  app.use(answerErrors(report));

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, options.host, resolve);
  });
  return { url: urlOf(options.host, http.address() as AddressInfo), close: () => graphql.stop() };
}

/** Pages load nothing from anywhere else. The explorer’s editor and query plan need inline styles and data images. */
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  upgradeInsecureRequests: null,
};

function urlOf(host: string, { port }: AddressInfo): string {
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  return `http://${shown}:${port}`;
}
