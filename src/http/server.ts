import { isUtf8 } from 'node:buffer';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expressMiddleware } from '@as-integrations/express5';
import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
import express from 'express';
import type { RequestHandler } from 'express';
import helmet from 'helmet';
import proxyAddress from 'proxy-addr';
import { contextsOver } from '../graphql/context.js';
import { createGraphqlServer } from '../graphql/server.js';
import { OPERATIONS_DIRECTORY } from '../paths.js';
import { cachedStore } from '../store/cache/index.js';
import { observed } from '../store/observed.js';
import type { Store } from '../store/port.js';
import { Budget } from './budget.js';
import { answerBrokenRequests } from './brokenRequests.js';
import { answerErrors, answerNotFound } from './errors.js';
import { compressAnswers } from './compression.js';
import { TIMEOUTS, boundConnections } from './connections.js';
import { endOfRequest } from './deadline.js';
import { documentsOf, knownDocument, tagAnswer, takeDocuments } from './documents.js';
import { Drain } from './drain.js';
import { explorer } from './explorer.js';
import { Gate } from './gate.js';
import { health } from './health.js';
import type { Log } from './log.js';
import { allowMethods } from './methods.js';
import { Metrics } from './metrics.js';
import { readOperations } from './operations.js';
import { letPagesAsk, mayAsk } from './pages.js';
import { noteOutcome, observeRequests, traceOperation } from './requests.js';
import { watchRoom } from './room.js';
import { answerEvents } from './subscriptions/events.js';
import { Following } from './subscriptions/following.js';
import { takeWebSockets } from './subscriptions/webSockets.js';
import type { Tracing } from './tracing/tracing.js';

/** The longest request body; the longest question that a person writes is a hundredth of it. */
const BODY_LIMIT = '512kb';

/** So many connections there may be beside those of subscriptions and WebSockets. */
const CONNECTIONS = 2_000;

/** So long a service that stops waits for what is under way, in milliseconds. */
const GRACE = 5_000;

/** For each request that is worked on, so many may wait. */
const WAITING_FOR_EACH = 4;

/** The share of the memory that is for whole answers; the rest is for what they are made of. */
const WHOLE_ANSWERS = 1 / 4;

export interface ServerOptions {
  store: Store;
  host: string;
  port: number;
  maximumCost: number;
  /** What the queries of one client may cost in a minute. */
  budget: number;
  /** The address of the Redis in which instances share budgets; null where this one counts by itself. */
  redis: string | null;
  /** How many requests are worked on at once; four times as many may wait. */
  atOnce: number;
  /** How much of what the store has answered is kept in memory. */
  cacheBytes: number;
  /** Addresses or subnets of proxies before the service, which say for whom they ask. */
  proxies: readonly string[];
  /** How many subscriptions there may be at a time. */
  subscriptions: number;
  introspection: boolean;
  /** Whether only documents of schema/operations may be asked. */
  onlyDocuments: boolean;
  /** How long a request may take, in milliseconds. */
  deadline: number;
  /** Web origins whose pages may ask from a browser; `*` for all. */
  origins: readonly string[];
  log: Log;
  /** Whether `/metrics` is served. */
  metrics: boolean;
  /** Null where nobody asked for traces. */
  tracing: Tracing | null;
  /** How long the door stays open at least after a stop was asked, in milliseconds; not at all when left out. */
  linger?: number;
  /** How long a client may take to send a request; see TIMEOUTS. */
  timeouts?: Partial<typeof TIMEOUTS>;
}

export interface RunningServer {
  url: string;
  /** Stops taking requests, lets the ones under way finish, and resolves when all is closed. The store stays open. */
  close(): Promise<void>;
}

/** Starts the service over HTTP. Fails with Node’s own error when the port is taken. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const app = express();
  const http = createServer({ ...TIMEOUTS, ...options.timeouts }, app);
  answerBrokenRequests(http);
  boundConnections(http, CONNECTIONS + 2 * options.subscriptions, (address) =>
    (app.get('trust proxy fn') as (address: string, hop: number) => boolean)(address, 0),
  );
  const { log } = options;
  const report = (message: string, error: unknown) => log.error({ err: error }, message);
  const metrics = options.metrics ? new Metrics() : null;
  const { tracing } = options;
  const watchedStore = [metrics, tracing].reduce(
    (watched, observer) => (observer === null ? watched : observed(watched, observer.observeCall)),
    options.store,
  );
  const answerBytes = Math.ceil(options.cacheBytes * WHOLE_ANSWERS);
  const store = cachedStore(watchedStore, options.cacheBytes - answerBytes, metrics?.watchCache);
  const graphql = createGraphqlServer({
    maximumCost: options.maximumCost,
    introspection: options.introspection,
    answerBytes,
    report,
    ...(metrics === null ? {} : { watchCache: metrics.watchCache }),
    plugins: [ApolloServerPluginDrainHttpServer({ httpServer: http, stopGracePeriodMillis: GRACE })],
  });
  await graphql.start();
  const operations = await readOperations(OPERATIONS_DIRECTORY);
  const documents = documentsOf(operations.map(({ text }) => text));
  const contextOf = contextsOver(store);
  const budget = await Budget.open(options);
  const following = new Following({
    ...options,
    store,
    contextOf,
    report,
    budget,
    metrics,
    maximum: options.subscriptions,
    ...(tracing === null ? {} : { watch: tracing.telling.bind(tracing) }),
    ...(options.onlyDocuments ? { only: new Set(documents.values()) } : {}),
  });
  const webSockets = takeWebSockets({
    http,
    path: '/graphql',
    following,
    budget,
    metrics,
    maximum: options.subscriptions,
    addressOf: (request) => proxyAddress(request, app.get('trust proxy fn') as Trust),
    mayAsk: (origin) => mayAsk(options.origins, origin),
  });

  const drain = new Drain();
  const { atOnce, deadline } = options;
  const gate = new Gate({ atOnce, waiting: atOnce * WAITING_FOR_EACH, deadline });
  if (metrics !== null) watchRoom(metrics, { gate, places: following.places, webSockets });

  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', options.proxies);
  app.use(observeRequests({ log, metrics, tracing }));
  app.use(
    helmet({ contentSecurityPolicy: { directives: CONTENT_SECURITY }, strictTransportSecurity: false }),
  );
  app.use(compressAnswers);
  if (metrics !== null) app.get('/metrics', metrics.answer);
  app.use('/health', health({ store, drain, log }));
  app.use(
    '/graphql',
    demandNoFurtherPath,
    drain.letIn,
    allowMethods,
    letPagesAsk(options.origins),
    budget.perRequest,
    express.json({ limit: BODY_LIMIT, verify: demandUtf8 }),
    budget.perText,
    takeDocuments({ documents, only: options.onlyDocuments, store, deadline: options.deadline }),
    answerEvents(following),
    gate.letThrough,
    traceOperation,
    expressMiddleware(graphql, {
      context: ({ req, res }) => {
        const context = contextOf({
          signal: endOfRequest(res, options.deadline),
          charge: (cost) => budget.charge(req.ip, cost),
          tell: (outcome) => {
            noteOutcome(res, outcome, knownDocument(documents, outcome.queryHash));
            if (outcome.code === undefined) tagAnswer(res);
          },
        });
        // The store is on its way while the query is read and priced, also where it turns out to be refused: all who come while one reading is
        // under way share the next. Whoever needs it hears of it if it fails.
        context.newest().catch(() => undefined);
        return Promise.resolve(context);
      },
    }),
  );
  app.use(explorer(operations));
  app.use(answerNotFound);
  app.use(answerErrors(report));

  await new Promise<void>((resolve, reject) => {
    http.once('error', reject);
    http.listen(options.port, options.host, resolve);
  }).catch((error: unknown) => {
    budget.close();
    throw error;
  });
  const close = async () => {
    webSockets.end();
    following.end();
    const late = setTimeout(() => http.closeAllConnections(), GRACE);
    await drain.begin(options.linger ?? 0);
    await graphql.stop();
    budget.close();
    clearTimeout(late);
  };
  return { url: urlOf(options.host, http.address() as AddressInfo), close };
}

type Trust = Parameters<typeof proxyAddress>[1];

/** What lies below an address is another one. */
const demandNoFurtherPath: RequestHandler = (request, response, next) => {
  if (request.path === '/') next();
  else answerNotFound(request, response, next);
};

/** A name that was garbled on its way must not be looked for as another. */
function demandUtf8(_request: unknown, _response: unknown, body: Buffer, encoding: string): void {
  if (encoding === 'utf-8' && !isUtf8(body)) throw new TypeError('The body is not UTF-8.');
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
