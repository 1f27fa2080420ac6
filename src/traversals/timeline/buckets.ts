import { ConfrereError } from '../../errors.js';
import type { Pace } from '../view/pace.js';
import { bucketDays } from './bucket.js';
import type { BucketGrain } from './bucket.js';
import { reachesOf, standingIn } from './placing.js';
import type { Placing, Reach } from './placing.js';
import { SpanCounter, shared } from './spans.js';
import type { Span } from './spans.js';

/** A dated fact, as far as buckets need it. */
export interface PlacedFact {
  readonly key: string;
  /** Its place in the order by time. */
  readonly order: string;
  readonly placing: Placing;
}

/** A bucket in which something is or may be true. */
export interface Bucket {
  /** Buckets that follow one another have numbers that do. */
  readonly number: number;
  /** As EDTF: "2016", "2016-11", "2016-11-05". */
  readonly name: string;
  /** Its first and its last day, ISO. */
  readonly from: string;
  readonly to: string;
  /** How many facts are true in it whatever the dates leave open, and how many others may be. */
  readonly certain: number;
  readonly possible: number;
  /** How many of its facts are in no earlier bucket. Over all buckets, every dated fact is counted once. */
  readonly beginning: number;
  /** How many of `certain` are in it by an open end alone, and how many of `possible` by an unknown one. */
  readonly byOpenEnd: number;
  readonly byUnknownEnd: number;
}

/** A fact in a bucket. */
export interface Reached {
  readonly key: string;
  readonly order: string;
  readonly certainty: 'CERTAIN' | 'POSSIBLE';
  /** Why it is there beyond the days that it names; null within them. */
  readonly reach: Reach | null;
}

export interface BucketPage {
  limit: number;
  descending: boolean;
  after?: number;
  before?: number;
}

/** The most buckets of one timeline in which something is or may be true. */
export const BUCKETS_MAXIMUM = 1_000_000;

/** So many facts are looked at in well under a millisecond. */
const FACTS_AT_A_STRETCH = 1_000;

/** The buckets of a timeline in which anything is or may be true. They are counted, not kept. */
export class Buckets {
  /** How many there are. */
  readonly length: number;
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    /** By time, then by key. */
    readonly facts: readonly PlacedFact[],
    private readonly grain: BucketGrain,
    private readonly counters: Counters,
    private readonly stretches: readonly Span[],
    private readonly pace: Pace,
  ) {
    this.length = stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  }

  /** Counts facts, which stand in the order of time, over the buckets that are covered. Refuses with BAD_USER_INPUT too many. */
  static async of(
    facts: readonly PlacedFact[],
    covered: Span,
    grain: BucketGrain,
    pace: Pace,
  ): Promise<Buckets> {
    const counters = {
      all: new SpanCounter(),
      certain: new SpanCounter(),
      OPEN: new SpanCounter(),
      UNKNOWN: new SpanCounter(),
    };
    for (const [index, { placing }] of facts.entries()) {
      counters.all.add(shared(placing.possible, covered));
      counters.certain.add(shared(placing.certain, covered));
      for (const { span, reach } of reachesOf(placing)) counters[reach].add(shared(span, covered));
      if (index % FACTS_AT_A_STRETCH === 0 && pace.due) await pace.pause();
    }
    for (const counter of Object.values(counters)) await counter.close(pace);
    const buckets = new Buckets(facts, grain, counters, counters.all.stretches(), pace);
    if (buckets.length > BUCKETS_MAXIMUM) throw tooMany(buckets.length, grain);
    return buckets;
  }

  /** Some of the buckets, one after the other. */
  page({ limit, descending, after, before }: BucketPage): { buckets: Bucket[]; hasMore: boolean } {
    const [above, below] = descending ? [before, after] : [after, before];
    const within = { first: (above ?? -Infinity) + 1, last: (below ?? Infinity) - 1 };
    const numbers: number[] = [];
    const stretches = descending ? [...this.stretches].reverse() : this.stretches;
    for (const stretch of stretches) {
      const { first, last } = shared(stretch, within);
      const missing = limit + 1 - numbers.length;
      for (let step = 0; step < Math.min(missing, last - first + 1); step++) {
        numbers.push(descending ? last - step : first + step);
      }
      if (numbers.length > limit) break;
    }
    return {
      buckets: numbers.slice(0, limit).map((number) => this.bucket(number)),
      hasMore: numbers.length > limit,
    };
  }

  /** The facts that are or may be true in a bucket, by time, then by key. */
  factsIn({ number }: Pick<Bucket, 'number'>): Promise<Reached[]> {
    // One bucket after the other: each pauses now and then, and many at once would pause and go on together.
    const found = this.turn.then(() => this.reachedIn(number));
    this.turn = found.catch(() => undefined);
    return found;
  }

  private async reachedIn(number: number): Promise<Reached[]> {
    const found: Reached[] = [];
    for (const [index, { key, order, placing }] of this.facts.entries()) {
      const standing = standingIn(placing, number);
      if (standing !== null) found.push({ key, order, ...standing });
      if (index % FACTS_AT_A_STRETCH === 0 && this.pace.due) await this.pace.pause();
    }
    return found;
  }

  private bucket(number: number): Bucket {
    const { all, certain, OPEN, UNKNOWN } = this.counters;
    return {
      number,
      ...bucketDays(number, this.grain),
      certain: certain.at(number),
      possible: all.at(number) - certain.at(number),
      beginning: all.beginningAt(number),
      byOpenEnd: OPEN.at(number),
      byUnknownEnd: UNKNOWN.at(number),
    };
  }
}

type Counters = Readonly<Record<'all' | 'certain' | Reach, SpanCounter>>;

function tooMany(length: number, grain: BucketGrain): ConfrereError {
  return new ConfrereError(
    'BAD_USER_INPUT',
    `By ${grain} the timeline has ${length} buckets; expected at most ${BUCKETS_MAXIMUM}. Ask by MONTH or YEAR, or for a shorter \`time\`.`,
  );
}
