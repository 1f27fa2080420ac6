import type { RequestHandler } from 'express';
import PQueue from 'p-queue';
import { answerError } from './errors.js';

/** How many requests are worked on at once, and how many wait at the most. */
export interface GateOptions {
  atOnce: number;
  waiting: number;
}

/** A request that finds no room comes back after so many seconds. */
const RETRY_SECONDS = 1;

/**
 * Lets so many requests through at once, the others in their turn; beyond those that may wait, refuses at once with 503
 * and OVERLOADED, so that who waits is answered in time.
 */
export class Gate {
  private readonly queue: PQueue;

  constructor(private readonly options: GateOptions) {
    this.queue = new PQueue({ concurrency: options.atOnce });
  }

  /** How many requests are worked on. */
  get active(): number {
    return this.queue.pending;
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.queue.size;
  }

  readonly letThrough: RequestHandler = (_request, response, next) => {
    if (this.waiting >= this.options.waiting && this.active >= this.options.atOnce) {
      response.set('retry-after', String(RETRY_SECONDS));
      answerError(response, 503, {
        code: 'OVERLOADED',
        message: `The service has as much to do as it can. Nothing was done; ask again in ${RETRY_SECONDS} s.`,
        extensions: { retryAfter: RETRY_SECONDS },
      });
      return;
    }
    void this.queue.add(
      () =>
        new Promise<void>((resolve) => {
          // Who has gone away while it waited needs no answer.
          if (response.closed) return resolve();
          response.once('close', resolve);
          next();
        }),
    );
  };
}
