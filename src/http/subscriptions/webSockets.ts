import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { GraphQLError } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { WebSocketServer } from 'ws';
import type { Budget } from '../budget.js';
import { errorBody } from '../errors.js';
import type { Metrics } from '../metrics.js';
import { FOREIGN_PAGE, isOf } from '../pages.js';
import type { AnsweredError } from '../errors.js';
import { SLOW_CONSUMER, dropSlow } from './consumers.js';
import type { Following } from './following.js';
import { Places, RETRY_SECONDS } from './places.js';

/** The longest message of a client; a subscription is shorter by far. */
const MESSAGE_LIMIT = 65_536;
/** A client that says nothing after it has connected is let go after so many milliseconds. */
const SILENCE = 3_000;
/** How often a connection is looked after, in milliseconds: one that has not answered since is taken for dead. */
const HEARTBEAT = 12_000;

/** Codes with which a connection is closed, beside those of graphql-transport-ws. */
const CLOSE = { goingAway: 1001, badRequest: 4400, slow: 4408, budget: 4429, internal: 4500 };

export interface WebSocketOptions {
  http: Server;
  path: string;
  following: Following;
  budget: Budget;
  /** How many connections there may be at a time. */
  maximum: number;
  /** The address of the client, who may be behind a proxy. */
  addressOf: (request: IncomingMessage) => string;
  metrics: Pick<Metrics, 'observeRefusal'> | null;
  /** Whether a page of this origin may connect. */
  mayAsk: (origin: string) => boolean;
}

export interface WebSockets {
  /** How many there are. */
  readonly open: number;
  /** Lets all of them go, and takes no more. */
  end(): void;
}

/** Takes subscriptions over WebSockets, by the protocol graphql-transport-ws. */
export function takeWebSockets(options: WebSocketOptions): WebSockets {
  const { http, budget, following, addressOf } = options;
  const places = new Places(options.maximum, 'WebSockets');
  let hasEnded = false;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT,
    perMessageDeflate: false,
    handleProtocols: (protocols) => handleProtocols(protocols),
  });
  const protocol = makeServer<Record<string, unknown>, { address: string }>({
    connectionInitWaitTimeout: SILENCE,
    onSubscribe: async ({ extra }, _id, payload) => {
      const followed = await following.follow(payload, extra.address);
      if ('refused' in followed) {
        return followed.refused.map(({ message, ...rest }) => new GraphQLError(message, rest));
      }
      return { ...followed.asked, contextValue: followed.tellings };
    },
    subscribe: ({ contextValue }) => contextValue as AsyncGenerator<never>,
    // Errors are in the form for clients already.
    onNext: (_context, _id, _payload, _asked, result) => result,
  });

  sockets.on('wsClientError', ({ message }, socket) =>
    refuse(socket, 400, { code: 'BAD_REQUEST', message: `This is no handshake of a WebSocket: ${message}.` }),
  );
  http.on('upgrade', (request, socket, head) => {
    if (request.headers.upgrade?.toLowerCase() !== 'websocket')
      return answerWithoutUpgrade(http, request, socket, head);
    socket.on('error', () => socket.destroy());
    const refused = hasEnded ? STOPPING : refusalOf(request, options);
    if (refused !== null) return refuse(socket, refused.status, refused);
    const address = addressOf(request);
    let leave: () => void;
    try {
      leave = places.take(address);
    } catch (error) {
      options.metrics?.observeRefusal('OVERLOADED');
      return refuse(socket, 503, { code: 'OVERLOADED', message: (error as Error).message });
    }
    socket.once('close', leave);
    sockets.handleUpgrade(request, socket, head, (opened) => {
      watch(opened);
      const closed = protocol.opened(
        {
          protocol: opened.protocol,
          send: (text) => send(opened, text),
          close: (code, reason) => opened.close(code, reason),
          onMessage: (take) => {
            opened.on('message', (data: Buffer) => {
              hearWhatIsHeard(opened, socket);
              budget
                .chargeMessage(address, data.length)
                .then(() => take(data.toString('utf8')))
                .catch((error: unknown) => opened.close(...closingFor(error)));
            });
          },
        },
        { address },
      );
      opened.once('close', (code, reason) => void closed(code, reason.toString('utf8')));
    });
  });
  return {
    get open() {
      return places.taken;
    },
    end: () => {
      hasEnded = true;
      for (const socket of sockets.clients) socket.close(CLOSE.goingAway, 'The service stops.');
    },
  };
}

const STOPPING = { status: 503, code: 'OVERLOADED', message: 'The service is about to stop; connect anew.' };

/** Some clients offer HTTP/2 with their first request. Who does not take the offer answers as if it had not been made. */
function answerWithoutUpgrade(
  http: Server,
  { method = 'GET', url = '/', httpVersion, rawHeaders, headers }: IncomingMessage,
  socket: Duplex,
  rest: Buffer,
): void {
  const kept = rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !OF_UPGRADE.has(name.toLowerCase()) ? [`${name}: ${rawHeaders[index + 1] ?? ''}`] : [],
  );
  const closes = /\bclose\b/i.test(headers.connection ?? '') ? ['Connection: close'] : [];
  const beginning = [`${method} ${url} HTTP/${httpVersion}`, ...kept, ...closes, '', ''].join('\r\n');
  socket.unshift(Buffer.concat([Buffer.from(beginning, 'latin1'), rest]));
  http.emit('connection', socket);
}

const OF_UPGRADE: ReadonlySet<string> = new Set(['upgrade', 'connection', 'http2-settings']);

function refusalOf(
  { url = '/', headers }: IncomingMessage,
  { path, mayAsk }: WebSocketOptions,
): (AnsweredError & { status: number }) | null {
  if (url.split('?')[0] !== path) {
    return { status: 404, code: 'NOT_FOUND', message: `WebSockets are taken at ${path} alone.` };
  }
  const { origin, host } = headers;
  if (origin === undefined || mayAsk(origin) || isOf(origin, host)) return null;
  return { status: 403, code: 'BAD_REQUEST', message: FOREIGN_PAGE };
}

function refuse(socket: Duplex, status: number, error: AnsweredError): void {
  const body = JSON.stringify(errorBody(error));
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\n${status === 503 ? `Retry-After: ${RETRY_SECONDS}\r\n` : ''}` +
      `Connection: close\r\n\r\n${body}`,
  );
}

/** Resolves when it is on its way; until then nothing further is worked out for this client. */
function send(socket: WebSocket, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (socket.readyState === socket.OPEN) socket.send(text, () => resolve());
    else resolve();
  });
}

/** Most messages are answered: who does not read the answers is not heard either until those before are on their way. */
function hearWhatIsHeard(client: WebSocket, connection: Duplex): void {
  if (!connection.writableNeedDrain || client.isPaused) return;
  client.pause();
  connection.once('drain', () => client.resume());
}

/** Lets go who is dead, who breaks the protocol, or who does not read. */
function watch(socket: WebSocket): void {
  socket.on('error', () => socket.terminate());
  let isAlive = true;
  socket.on('pong', () => (isAlive = true));
  const heartbeat = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, HEARTBEAT);
  const watched = dropSlow(
    () => socket.bufferedAmount,
    () => {
      socket.close(CLOSE.slow, SLOW_CONSUMER);
      setTimeout(() => socket.terminate(), 1_000).unref();
    },
  );
  socket.once('close', () => {
    clearInterval(heartbeat);
    watched();
  });
}

function closingFor(error: unknown): [code: number, reason: string] {
  const isSpent = error instanceof GraphQLError && error.extensions['code'] === 'BUDGET_EXCEEDED';
  if (isSpent) return [CLOSE.budget, 'BUDGET_EXCEEDED'];
  const isOfServer = error instanceof Error && error.message.startsWith('Unexpected message of type');
  return isOfServer
    ? [CLOSE.badRequest, 'Invalid message received']
    : [CLOSE.internal, 'Something went wrong on our side.'];
}
