import type { RequestHandler, Response } from 'express';
import PQueue from 'p-queue';
import { endOfRequest } from './deadline.js';
import { answerError } from './errors.js';

/** How many requests are worked on at once, and how many wait at the most. */
export interface GateOptions {
  atOnce: number;
  waiting: number;
  /** How long a request may take, in milliseconds, the time that it waits among it. */
  deadline: number;
}

/** A request that finds no room comes back after so many seconds. */
const RETRY_SECONDS = 1;

/**
 * Lets so many requests through at once, the others in their turn; beyond those that may wait, refuses at once with 503
 * and OVERLOADED, and whoever has waited for as long as a request may take.
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
    if (this.waiting >= this.options.waiting && this.active >= this.options.atOnce) return refuse(response);
    let waits = true;
    endOfRequest(response, this.options.deadline).addEventListener('abort', () => {
      if (waits && !response.closed) refuse(response);
    });
    void this.queue.add(
      () =>
        new Promise<void>((resolve) => {
          waits = false;
          // Who has gone away while it waited needs no answer, and who waited too long has one.
          if (response.closed || response.writableEnded) return resolve();
          response.once('close', resolve);
          next();
        }),
    );
  };
}

function refuse(response: Response): void {
  response.set('retry-after', String(RETRY_SECONDS));
  answerError(response, 503, {
    code: 'OVERLOADED',
    message: `The service has as much to do as it can. Nothing was done; ask again in ${RETRY_SECONDS} s.`,
    extensions: { retryAfter: RETRY_SECONDS },
  });
}
