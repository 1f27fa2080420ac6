import { setImmediate } from 'node:timers/promises';

/**
 * One after the other, and between two of them whatever else waits for the event loop. For short work that holds it: many that
 * ask for such at once would together hold it for long.
 */
export class Turns {
  private last: Promise<unknown> = Promise.resolve();

  /** Resolves when it is one’s turn. */
  next(): Promise<unknown> {
    this.last = this.last.then(() => setImmediate());
    return this.last;
  }
}
