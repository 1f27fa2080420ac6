import type { Pace } from '../view/pace.js';

/** Buckets one after the other, from the first to the last, both included; none where the last is before the first. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

export function isNone({ first, last }: Span): boolean {
  return first > last;
}

/** What lies in both. */
export function shared(one: Span, other: Span): Span {
  return { first: Math.max(one.first, other.first), last: Math.min(one.last, other.last) };
}

/** Says of any bucket in how many of many spans it lies. */
export class SpanCounter {
  private readonly spans: Span[] = [];
  private firsts: Float64Array = new Float64Array();
  private lasts: Float64Array = new Float64Array();

  add(span: Span): void {
    if (!isNone(span)) this.spans.push(span);
  }

  /** To be called once all are added. */
  async close(pace: Pace): Promise<void> {
    this.firsts = Float64Array.from(this.spans, ({ first }) => first).sort();
    if (pace.due) await pace.pause();
    this.lasts = Float64Array.from(this.spans, ({ last }) => last).sort();
    if (pace.due) await pace.pause();
  }

  /** In how many a bucket lies. */
  at(bucket: number): number {
    return countUpTo(this.firsts, bucket) - countUpTo(this.lasts, bucket - 1);
  }

  /** How many begin with a bucket. */
  beginningAt(bucket: number): number {
    return countUpTo(this.firsts, bucket) - countUpTo(this.firsts, bucket - 1);
  }

  /** The buckets that lie in any, in stretches without a gap, in order. */
  stretches(): Span[] {
    const stretches: Span[] = [];
    // Within a stretch as many spans have begun as have ended only at its end, whichever spans these are.
    let first = 0;
    for (let index = 0; index < this.firsts.length; index++) {
      const last = this.lasts[index] ?? 0;
      const next = this.firsts[index + 1] ?? Infinity;
      if (next <= last + 1) continue;
      stretches.push({ first: this.firsts[first] ?? 0, last });
      first = index + 1;
    }
    return stretches;
  }
}

/** How many of the sorted values are at most `most`. */
function countUpTo(values: Float64Array, most: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
