import { once } from 'node:events';
import type { Request, RequestHandler, Response } from 'express';
import { DRY_RUN_HEADER, isDryRun } from '../../graphql/limits/admission.js';
import { GRAPHQL_RESPONSE } from '../../graphql/mediaTypes.js';
import { isSubscription } from '../../graphql/subscriptions/stream.js';
import type { Refused, Subscribing, Told } from '../../graphql/subscriptions/stream.js';
import { answerError, answerWith } from '../errors.js';
import { isHead } from '../methods.js';
import { FOREIGN_PAGE, isOfForeignPage } from '../pages.js';
import { noteStream } from '../requests.js';
import { dropSlow } from './consumers.js';
import type { Following } from './following.js';

const EVENT_STREAM = 'text/event-stream';

/** Proxies and clients that hear nothing for long take the connection for dead; so often it is told that it is not. */
const KEEP_ALIVE = 12_000;

/** What clients pass over; some begin only when they have read something. */
const COMMENT = ':\n\n';

const HEADERS = {
  'content-type': `${EVENT_STREAM}; charset=utf-8`,
  'cache-control': 'no-cache, no-transform',
  // A proxy that waits for the end would wait for ever.
  'x-accel-buffering': 'no',
};

/**
 * Answers whoever takes an event stream: a subscription over HTTP, in the distinct connections of the GraphQL-SSE protocol.
 * Each is a request of its own; what several share one connection for, WebSockets do.
 */
export function answerEvents(following: Pick<Following, 'follow' | 'price' | 'hasEnded'>): RequestHandler {
  return async (request, response, next) => {
    if (!wantsEvents(request)) return next();
    // A page that may not read them must not have its visitors follow either.
    if (isOfForeignPage(request)) return refuse(response, 403, FOREIGN_PAGE);
    if (request.method === 'POST' && request.is('json') === false)
      return refuse(response, 415, 'Expected `Content-Type: application/json`.');
    const asked = readAsked(request);
    if (asked === null) return refuse(response, 400, EXPECTED);
    if (isHead(response)) {
      response.set(HEADERS).end();
      return;
    }
    if (isDryRun(request.get(DRY_RUN_HEADER))) {
      const priced = await following.price(asked, request.ip);
      if ('refused' in priced) answerRefused(response, priced);
      else response.set(HEADERS).end(event('next', priced) + event('complete'));
      return;
    }
    const followed = await following.follow(asked, request.ip);
    if ('refused' in followed) return answerRefused(response, followed);
    noteStream(response);
    await tell(response, followed.tellings);
    // Who is told that it is complete does not come back, and where the service stops it should.
    if (!response.destroyed) response.end(following.hasEnded ? undefined : event('complete'));
  };
}

/** Tells one after the other, none before the client has room for it. */
async function tell(response: Response, tellings: AsyncGenerator<Told, void>): Promise<void> {
  const gone = new AbortController();
  const keepAlive = setInterval(() => response.write(COMMENT), KEEP_ALIVE);
  const watched = dropSlow(
    () => response.writableLength,
    () => response.destroy(),
  );
  const leave = () => {
    clearInterval(keepAlive);
    watched();
    gone.abort();
    void tellings.return();
  };
  // Who has gone away while the subscription began does so no more.
  if (response.destroyed) return leave();
  response.once('close', leave);
  response.set(HEADERS).write(COMMENT);
  for await (const told of tellings) {
    if (response.destroyed) return;
    if (!response.write(event('next', told)))
      await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
}

function event(name: 'next' | 'complete', data?: Told): string {
  return `event: ${name}\ndata:${data === undefined ? '' : ` ${JSON.stringify(data)}`}\n\n`;
}

function answerRefused(response: Response, { refused, status, headers }: Refused): void {
  response.set(Object.fromEntries(headers));
  answerWith(response, status, { errors: refused });
}

function refuse(response: Response, status: number, message: string): void {
  answerError(response, status, { code: 'BAD_REQUEST', message });
}

const EXPECTED = 'Expected {"query": "subscription …", "variables": {…}, "operationName": "…"}.';

/** What is asked, or null where it cannot be read at all. */
function readAsked(request: Request): Subscribing | null {
  const { query, variables, operationName } = askedOf(request);
  const read = request.method === 'GET' && typeof variables === 'string' ? parsed(variables) : variables;
  if (typeof query !== 'string' || !isRecordOrNothing(read)) return null;
  if (operationName != null && typeof operationName !== 'string') return null;
  return { query, variables: read, operationName };
}

function askedOf(request: Request): Partial<Record<string, unknown>> {
  const asked: unknown = request.method === 'GET' ? request.query : request.body;
  return asked ?? {};
}

function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function isRecordOrNothing(value: unknown): value is Record<string, unknown> | null | undefined {
  return value == null || (typeof value === 'object' && !Array.isArray(value));
}

/** Some clients take events for every question, beside JSON; to most of them one answer is all that there is. */
function wantsEvents(request: Request): boolean {
  const isNamed = request.get('accept')?.toLowerCase().includes(EVENT_STREAM) === true;
  if (!isNamed || request.accepts(EVENT_STREAM) === false) return false;
  return (
    request.accepts(['application/json', GRAPHQL_RESPONSE]) === false || isSubscription(askedOf(request))
  );
}
