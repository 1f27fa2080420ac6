import { STATUS_CODES } from 'node:http';
import { createHandler } from 'graphql-sse/lib/use/express';
import type { Request, RequestHandler } from 'express';
import { isSubscription } from '../../graphql/subscriptions/stream.js';
import { answerError } from '../errors.js';
import { noteStream } from '../requests.js';
import { dropSlow } from './consumers.js';
import type { Following } from './following.js';

const EVENT_STREAM = 'text/event-stream';

/** Answers whoever takes an event stream: a subscription over HTTP, in the distinct connections of the GraphQL-SSE protocol. */
export function answerEvents({ follow }: Pick<Following, 'follow'>): RequestHandler {
  const handle = createHandler({
    // Each subscription is a request of its own; what several share one connection for, WebSockets do.
    authenticate: () => null,
    onSubscribe: async ({ raw }, params) => {
      const followed = await follow(params, raw.ip);
      if ('tellings' in followed) {
        if (raw.res !== undefined) noteStream(raw.res);
        return followed.tellings as AsyncGenerator<object>;
      }
      const { refused, status, headers } = followed;
      const type = { 'content-type': 'application/json; charset=utf-8' };
      return [
        JSON.stringify({ errors: refused }),
        {
          status,
          statusText: STATUS_CODES[status] ?? '',
          headers: { ...Object.fromEntries(headers), ...type },
        },
      ];
    },
  });
  return (request, response, next) => {
    if (!wantsEvents(request)) return next();
    const wrong = whatIsWrong(request);
    if (wrong !== null)
      return answerError(response, wrong.status, { code: 'BAD_REQUEST', message: wrong.message });
    // A proxy that waits for the end would wait for ever.
    response.set({ 'x-accel-buffering': 'no', 'cache-control': 'no-cache, no-transform' });
    const watched = dropSlow(
      () => response.writableLength,
      () => response.destroy(),
    );
    response.once('close', watched);
    handle(request, response).catch(next);
  };
}

/** What cannot be read at all, in the words that other requests are answered in. */
function whatIsWrong(request: Request): { status: number; message: string } | null {
  if (request.method === 'GET') return null;
  if (request.is('json') === false)
    return { status: 415, message: 'Expected `Content-Type: application/json`.' };
  const { query, variables, operationName } = (request.body ?? {}) as Partial<Record<string, unknown>>;
  const areRead = variables == null || (typeof variables === 'object' && !Array.isArray(variables));
  if (typeof query === 'string' && areRead && (operationName == null || typeof operationName === 'string'))
    return null;
  return {
    status: 400,
    message: 'Expected {"query": "subscription …", "variables": {…}, "operationName": "…"}.',
  };
}

/** Some clients take events for every question, beside JSON; to most of them one answer is all that there is. */
function wantsEvents(request: Request): boolean {
  const accepts = request.get('accept') ?? '';
  if (!accepts.includes(EVENT_STREAM)) return false;
  const asked: unknown = request.method === 'GET' ? request.query : request.body;
  return !accepts.includes('json') || isSubscription(asked ?? {});
}
