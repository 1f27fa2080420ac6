import { parseTime } from '../../ontology/index.js';
import type { TimeBounds } from '../../ontology/index.js';
import { bucketOf } from './bucket.js';
import type { BucketGrain } from './bucket.js';
import { isNone } from './spans.js';
import type { Span } from './spans.js';

/** Why a fact is in a bucket beyond the days that it names. */
export const REACHES = {
  OPEN: 'It has an open begin or end ("..") and so was true before, or goes on after, the days that it names.',
  UNKNOWN: 'Nobody says when it began, or when it ended.',
} as const;

export type Reach = keyof typeof REACHES;

/** Into which buckets a time falls. */
export interface Placing {
  /** Where it may be true, those included where it certainly is; either end may be infinite. */
  readonly possible: Span;
  /** Where it is true whatever the dates leave open. */
  readonly certain: Span;
  /** From the bucket of the first day that it names to that of the last. */
  readonly named: Span;
}

/** Where a fact of this time falls; null where the time names no day, or leaves its year open. */
export function placingOf(edtf: string | undefined, grain: BucketGrain): Placing | null {
  if (edtf === undefined) return null;
  const { bounds } = parseTime(edtf);
  const days = namedDays(bounds);
  if (days === null) return null;
  const spanOf = (first: number, last: number) => ({
    first: bucketOf(first, grain),
    last: bucketOf(last, grain),
  });
  return {
    possible: spanOf(bounds.earliestStart, bounds.latestEnd),
    // A bucket in which it has begun and is not over, for certain: it reaches from the latest start to the earliest
    // end, or holds both.
    certain: spanOf(bounds.latestStart, bounds.earliestEnd),
    named: spanOf(days.first, days.last),
  };
}

/** The first and the last day that a time names; null where it names none. */
export function namedDays({ earliestStart, latestStart, earliestEnd, latestEnd }: TimeBounds): Span | null {
  const days = [earliestStart, latestStart, earliestEnd, latestEnd].filter(Number.isFinite);
  return days.length === 0 ? null : { first: Math.min(...days), last: Math.max(...days) };
}

/** How a fact reaches beyond every day on one side: by an open end, or by one that is unknown; null where it ends. */
export function reachBeyond({ possible, certain }: Placing, side: 'first' | 'last'): Reach | null {
  if (!Number.isFinite(certain[side])) return 'OPEN';
  return Number.isFinite(possible[side]) ? null : 'UNKNOWN';
}

/** How sure a fact falls into a bucket, and whether by more than the days that it names; null where it does not. */
export function standingIn(
  { possible, certain, named }: Placing,
  bucket: number,
): { certainty: 'CERTAIN' | 'POSSIBLE'; reach: Reach | null } | null {
  if (!holds(possible, bucket)) return null;
  const isCertain = holds(certain, bucket);
  const reach = holds(named, bucket) ? null : isCertain ? 'OPEN' : 'UNKNOWN';
  return { certainty: isCertain ? 'CERTAIN' : 'POSSIBLE', reach };
}

/** The buckets beyond those that it names, on both sides, with how it reaches there. */
export function reachesOf({ possible, certain, named }: Placing): { span: Span; reach: Reach }[] {
  const before = { first: possible.first, last: named.first - 1 };
  const behind = { first: named.last + 1, last: possible.last };
  return (
    [before, behind]
      .filter((span) => !isNone(span))
      // Where it names no day, it is either certain throughout or nowhere.
      .map((span) => ({
        span,
        reach: holds(certain, span.first) && holds(certain, span.last) ? 'OPEN' : 'UNKNOWN',
      }))
  );
}

function holds({ first, last }: Span, bucket: number): boolean {
  return first <= bucket && bucket <= last;
}
