import { setMaxListeners } from 'node:events';
import type { ServerResponse } from 'node:http';
import { ConfrereError } from '../errors.js';

const begun = new WeakMap<ServerResponse, AbortSignal>();

/**
 * A signal that is aborted when the time for a request is over, or when its caller has gone away. Whoever asks again for the
 * same request gets the same: its time begins once.
 */
export function endOfRequest(response: ServerResponse, milliseconds: number): AbortSignal {
  const signal = begun.get(response) ?? begin(response, milliseconds);
  begun.set(response, signal);
  return signal;
}

function begin(response: ServerResponse, milliseconds: number): AbortSignal {
  const controller = awaitedByMany();
  const timer = setTimeout(() => controller.abort(tooLate(milliseconds)), milliseconds);
  response.once('close', () => {
    clearTimeout(timer);
    if (!response.writableFinished) controller.abort(goneAway());
  });
  return controller.signal;
}

/** A signal that is aborted after so many milliseconds, for what nobody calls by a request of its own. */
export function timeLimit(milliseconds: number): AbortSignal {
  const controller = awaitedByMany();
  setTimeout(() => controller.abort(tooLate(milliseconds)), milliseconds).unref();
  return controller.signal;
}

/** Each field of a question may wait for its end; Node would take more than ten of them for a leak, and say so in the log. */
function awaitedByMany(): AbortController {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  return controller;
}

function tooLate(milliseconds: number): ConfrereError {
  return new ConfrereError(
    'DEADLINE_EXCEEDED',
    `The answer was not ready within ${milliseconds / 1000} s, so the question was stopped. Narrow it: name fewer ` +
      'entities, a shorter time, fewer hops or a smaller page. Where small questions take as long, the store is slow to answer: ask again later.',
  );
}

function goneAway(): ConfrereError {
  return new ConfrereError('DEADLINE_EXCEEDED', 'The caller went away, so the question was stopped.');
}
