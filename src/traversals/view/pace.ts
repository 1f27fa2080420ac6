import { setImmediate } from 'node:timers/promises';

/** Working for so long without a pause holds nobody else up noticeably, in milliseconds. */
const AT_A_STRETCH = 8;

/** Lets a long calculation make room for others now and then. */
export class Pace {
  private since = performance.now();

  /** True when it is time to pause: `if (pace.due) await pace.pause();` costs next to nothing where it is not. */
  get due(): boolean {
    return performance.now() - this.since > AT_A_STRETCH;
  }

  async pause(): Promise<void> {
    await setImmediate();
    this.since = performance.now();
  }
}
