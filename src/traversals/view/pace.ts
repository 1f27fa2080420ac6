import { setImmediate } from 'node:timers/promises';
import type { View } from './view.js';

/** Working for so long without a pause holds nobody else up noticeably, in milliseconds. */
const AT_A_STRETCH = 8;

/** Lets a long calculation make room for others now and then, and ends it when nobody waits for it any more. */
export class Pace {
  private since = performance.now();

  constructor(private readonly view: View) {}

  /** True when it is time to pause: `if (pace.due) await pace.pause();` costs next to nothing where it is not. */
  get due(): boolean {
    return performance.now() - this.since > AT_A_STRETCH;
  }

  /** Fails as the calls to the store do, once the question’s time is over. */
  async pause(): Promise<void> {
    await setImmediate();
    this.view.signal?.throwIfAborted();
    this.since = performance.now();
  }
}
