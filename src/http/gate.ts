import type { RequestHandler, Response } from 'express';
import { FairQueue } from '../store/fairQueue.js';
import { clientOf } from './budget.js';
import { endOfRequest } from './deadline.js';
import { answerError } from './errors.js';
import { Tally } from './tally.js';

/** How many requests are worked on at once, and how many wait at the most. */
export interface GateOptions {
  atOnce: number;
  waiting: number;
  /** How long a request may take, in milliseconds, the time that it waits among it. */
  deadline: number;
}

/** A request that finds no room comes back after so many seconds. */
const RETRY_SECONDS = 1;

/** What one client may have of what is worked on, and of what waits: somebody else always finds room at once. */
const SHARE = 0.75;

/**
 * Lets so many requests through at once, the others in turn, client by client; beyond those that may wait, refuses at once with
 * 503 and OVERLOADED, and whoever has waited for as long as a request may take.
 */
export class Gate {
  private readonly workedOn = new Tally();
  private readonly held = new Tally();
  private readonly queue = new FairQueue<string, () => void>();

  constructor(private readonly options: GateOptions) {}

  /** How many requests are worked on. */
  get active(): number {
    return this.workedOn.all;
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return this.held.all;
  }

  readonly letThrough: RequestHandler = (request, response, next) => {
    const client = clientOf(request.ip);
    const enter = () => {
      const leave = this.workedOn.add(client);
      response.once('close', () => {
        leave();
        this.letNext();
      });
      next();
    };
    if (this.mayEnter(client)) return enter();
    if (!hasRoom(this.held, client, this.options.waiting)) return refuse(response);
    this.hold(client, response, enter);
  };

  /** Lets a request wait until it may enter, its client goes away, or its time is over. */
  private hold(client: string, response: Response, enter: () => void): void {
    const leave = this.held.add(client);
    const turn = () => {
      leave();
      response.off('close', giveUp);
      ended.removeEventListener('abort', refuseLate);
      enter();
    };
    const giveUp = () => {
      leave();
      this.queue.remove(client, turn);
    };
    const refuseLate = () => {
      giveUp();
      if (!response.closed) refuse(response);
    };
    const ended = endOfRequest(response, this.options.deadline);
    ended.addEventListener('abort', refuseLate);
    response.once('close', giveUp);
    this.queue.push(client, turn);
  }

  private letNext(): void {
    this.queue.shift((client) => this.mayEnter(client))?.();
  }

  private mayEnter(client: string): boolean {
    return hasRoom(this.workedOn, client, this.options.atOnce);
  }
}

function hasRoom(tally: Tally, client: string, maximum: number): boolean {
  return tally.all < maximum && tally.of(client) < Math.ceil(maximum * SHARE);
}

function refuse(response: Response): void {
  response.set('retry-after', String(RETRY_SECONDS));
  answerError(response, 503, {
    code: 'OVERLOADED',
    message: `The service has as much to do as it can. Nothing was done; ask again in ${RETRY_SECONDS} s.`,
    extensions: { retryAfter: RETRY_SECONDS },
  });
}
