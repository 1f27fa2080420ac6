import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import type { Outcome } from '../graphql/context.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';

const ID_HEADER = 'x-request-id';
/** An id that a proxy has given is kept, so that its log and ours can be read together. */
const GIVEN_ID = /^[\w.:-]{1,64}$/;

/** Gives each request an id, which is in the headers of its answer, and tells what came of it: in the log and in the metrics. */
export function observeRequests(log: Log, metrics: Metrics | null): RequestHandler {
  return (request, response, next) => {
    const start = performance.now();
    const given = request.get(ID_HEADER);
    const id = given !== undefined && GIVEN_ID.test(given) ? given : randomUUID();
    response.set(ID_HEADER, id);
    const { method, path } = request;
    response.once('close', () => {
      const seconds = (performance.now() - start) / 1000;
      const outcome = outcomeOf(response);
      const status = response.writableFinished ? response.statusCode : 499;
      metrics?.observeRequest(status, seconds, outcome);
      const told = {
        id,
        method,
        path: path.slice(0, 100),
        status,
        ms: Math.round(seconds * 1000),
        ...outcome,
      };
      if (status >= 500) log.warn(told, 'request failed');
      else log.info(told, 'request');
    });
    next();
  };
}

/** Notes what came of a question, for the log. */
export function noteOutcome(response: Response, outcome: Outcome): void {
  response.locals['outcome'] = outcome;
}

function outcomeOf({ locals }: Response): Outcome | undefined {
  return locals['outcome'] as Outcome | undefined;
}
