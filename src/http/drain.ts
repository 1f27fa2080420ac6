import { setTimeout as sleep } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { answerError } from './errors.js';

/** By then whoever stands before the service asks another one, or this one has started anew. */
const RETRY_SECONDS = 2;

const STOPPING = `The service is about to stop. Nothing was done; ask again in ${RETRY_SECONDS} s.`;

/**
 * How the service comes to rest: the questions that are under way are finished, further ones are refused with 503 and
 * OVERLOADED. The door stays open meanwhile, so that whoever looks sees that it is draining, rather than nothing.
 */
export class Drain {
  private underWay = 0;
  private isDraining = false;
  private tellDone: () => void = () => undefined;
  private readonly done = new Promise<void>((resolve) => (this.tellDone = resolve));

  /** Whether a stop was asked. */
  get hasBegun(): boolean {
    return this.isDraining;
  }

  /** Lets a question pass and counts it until it is answered, or refuses it. */
  readonly letIn: RequestHandler = (_request, response, next) => {
    if (this.isDraining) {
      response.set({ 'retry-after': String(RETRY_SECONDS), connection: 'close' });
      answerError(response, 503, {
        code: 'OVERLOADED',
        message: STOPPING,
        extensions: { retryAfter: RETRY_SECONDS },
      });
      return;
    }
    this.underWay++;
    response.once('close', () => {
      this.underWay--;
      this.look();
    });
    next();
  };

  /**
   * From here on nothing is let in. Resolves when what was under way is done, and after so many milliseconds at the soonest: what had
   * arrived but was not read yet is refused by then, rather than cut off.
   */
  async begin(linger: number): Promise<void> {
    this.isDraining = true;
    this.look();
    await Promise.all([this.done, sleep(linger)]);
  }

  private look(): void {
    if (this.isDraining && this.underWay === 0) this.tellDone();
  }
}
