import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Outcome } from '../graphql/context.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { KnownDocument, OperationSpan, RequestSpan, Tracing } from './tracing/tracing.js';

const ID_HEADER = 'x-request-id';
/** An id that a proxy has given is kept, so that its log and ours can be read together. */
const GIVEN_ID = /^[\w.:-]{1,64}$/;

/** Who hears what came of requests. */
export interface Observers {
  log: Log;
  metrics: Metrics | null;
  tracing: Tracing | null;
}

/** Gives each request an id, which is in the headers of its answer, and tells what came of it: in log, metrics and traces. */
export function observeRequests({ log, metrics, tracing }: Observers): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const given = request.get(ID_HEADER);
    const id = given !== undefined && GIVEN_ID.test(given) ? given : randomUUID();
    response.set(ID_HEADER, id);
    const { method, path, protocol: scheme, headers } = request;
    const span = tracing?.request({ id, method, scheme, path, headers });
    const locals = localsOf(response);
    if (span !== undefined) locals.span = span;
    response.once('close', () => {
      const seconds = (performance.now() - start) / 1000;
      const { outcome, isStream = false } = locals;
      const status = response.writableFinished || isStream ? response.statusCode : 499;
      locals.operation?.end(outcome, undefined);
      span?.end(status === 499 ? null : status);
      if (!isStream) metrics?.observeRequest(status, seconds, outcome);
      const told = {
        id,
        ...span?.ids,
        method,
        path: path.slice(0, 100),
        status,
        ms: Math.round(seconds * 1000),
        ...outcome,
      };
      if (status >= 500) log.warn(told, 'request failed');
      else log.info(told, 'request');
    });
    if (span === undefined) next();
    else span.run(next);
  };
}

/** Begins the span of the operation that a request asks for. It is the request that says to which trace it belongs: who waited for a turn was woken by another. */
export const traceOperation: RequestHandler = (_request, response, next) => {
  const locals = localsOf(response);
  locals.operation = locals.span?.operation();
  if (locals.operation === undefined) next();
  else locals.operation.run(next);
};

/** Notes that the answer is a stream, which lasts as long as its client likes: it is not measured as other requests are. */
export function noteStream(response: Response): void {
  const locals = localsOf(response);
  locals.isStream = true;
  locals.span?.end(response.statusCode);
}

/** Notes what came of a question, and which of our documents it was if it was one. */
export function noteOutcome(response: Response, outcome: Outcome, document?: KnownDocument): void {
  const locals = localsOf(response);
  locals.outcome = outcome;
  locals.operation?.end(outcome, document);
}

/** Notes why a request was refused before its question was looked at. */
export function noteCode(response: Response, code: string): void {
  localsOf(response).outcome ??= { code };
}

/** What is known of a request while it is answered. */
interface Locals {
  span?: RequestSpan | undefined;
  operation?: OperationSpan | undefined;
  outcome?: Outcome;
  isStream?: boolean;
}

function localsOf({ locals }: Response): Locals {
  return locals;
}
