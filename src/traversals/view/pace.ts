import { Turns } from '../../store/turns.js';
import type { View } from './view.js';

/** Working for so long without a pause holds nobody else up noticeably, in milliseconds. */
const AT_A_STRETCH = 8;

/** Sorting so many takes a millisecond or two. */
const SORTED_AT_ONCE = 2_000;

/** Of all calculations of the process, so that however many there are the event loop waits for one of them at a time. */
const turns = new Turns<AbortSignal | undefined>();

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
    // Those of one question share its turns.
    await turns.next(this.view.signal);
    this.view.signal?.throwIfAborted();
    this.since = performance.now();
  }

  /** The items in order, as `sort` has them, however many there are. */
  async sorted<Item>(items: readonly Item[], compare: (a: Item, b: Item) => number): Promise<Item[]> {
    let runs: Item[][] = [];
    for (let start = 0; start < items.length; start += SORTED_AT_ONCE) {
      runs.push(items.slice(start, start + SORTED_AT_ONCE).sort(compare));
      if (this.due) await this.pause();
    }
    while (runs.length > 1) {
      const merged: Item[][] = [];
      for (let index = 0; index < runs.length; index += 2) {
        merged.push(await this.merged(runs[index] ?? [], runs[index + 1] ?? [], compare));
      }
      runs = merged;
    }
    return runs[0] ?? [];
  }

  private async merged<Item>(
    left: readonly Item[],
    right: readonly Item[],
    compare: (a: Item, b: Item) => number,
  ): Promise<Item[]> {
    const merged: Item[] = [];
    let [l, r] = [0, 0];
    while (l < left.length && r < right.length) {
      const [a, b] = [left[l] as Item, right[r] as Item];
      const takesLeft = compare(a, b) <= 0;
      merged.push(takesLeft ? a : b);
      if (takesLeft) l++;
      else r++;
      if (merged.length % SORTED_AT_ONCE === 0 && this.due) await this.pause();
    }
    return merged.concat(left.slice(l), right.slice(r));
  }
}
