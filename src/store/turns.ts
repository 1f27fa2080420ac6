import { setImmediate } from 'node:timers/promises';
import { FairQueue } from './fairQueue.js';

/**
 * Turns at the event loop, for work that holds it for some milliseconds: one turn after the other, and between two of them
 * whatever else waits for the loop. However many want turns, the loop is held for one of them at a time; owners take theirs by
 * turns as well, so that nobody gets on faster by wanting many.
 */
export class Turns<Owner> {
  private readonly queue = new FairQueue<Owner, () => void>();
  private isRunning = false;

  /** Resolves when it is one’s turn, which lasts until one waits for anything. */
  async next(owner: Owner): Promise<void> {
    await new Promise<void>((resolve) => {
      this.queue.push(owner, resolve);
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (!this.queue.isEmpty) {
      await setImmediate();
      this.queue.shift()?.();
    }
    this.isRunning = false;
  }
}
