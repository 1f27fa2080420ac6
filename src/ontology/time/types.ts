/**
 * What a time says about the first and the last day of a fact, as whole days since 1970-01-01 in the proleptic
 * Gregorian calendar; -Infinity and +Infinity where no bound is given.
 *
 * It stands for every pair of days (start, end) with start <= end, start in [earliestStart, latestStart] and end in
 * [earliestEnd, latestEnd]. Every bound is reached by some such pair: latestStart <= latestEnd and
 * earliestStart <= earliestEnd always hold.
 */
export interface TimeBounds {
  readonly earliestStart: number;
  readonly latestStart: number;
  readonly earliestEnd: number;
  readonly latestEnd: number;
  /** 'MM-DD' or 'MM' where the year is unknown and only that is said; the four bounds are infinite then. */
  readonly yearless: string | null;
}

/** What a fact says of its time. */
export interface Time {
  /** As it was written. */
  readonly edtf: string;
  readonly bounds: TimeBounds;
  /** `..`: it has no start, or goes on without end. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** An empty end of an interval: there is one, but it is not known. */
  readonly unknownStart: boolean;
  readonly unknownEnd: boolean;
  /** `~` or `%` on the date or on either end. */
  readonly approximate: boolean;
  /** `?` or `%` on the date or on either end. */
  readonly uncertain: boolean;
}

/** Definite days, both included, `from <= to`; -Infinity and +Infinity where it has no limit. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Whether a fact is true during a period: in every case its time allows, in some, in none. */
export type Certainty = 'CERTAIN' | 'POSSIBLE' | 'NO';
