import { calendarDay, firstDayOf, isoDay, lastDayOf } from '../../ontology/index.js';
import type { Unit } from '../../ontology/index.js';

/** How long a bucket is. Buckets are whole: from the first to the last day of a year or month, or one day. */
export const GRAINS = {
  YEAR: 'A year in each bucket.',
  MONTH: 'A month in each bucket.',
  DAY: 'A day in each bucket.',
} as const;

export type BucketGrain = keyof typeof GRAINS;

const UNITS: Readonly<Record<BucketGrain, Unit>> = { YEAR: 'year', MONTH: 'month', DAY: 'day' };

/** The characters of an ISO day behind the year, the month and the day. */
const BEHIND: Readonly<Record<BucketGrain, number>> = { YEAR: '-01-01'.length, MONTH: '-01'.length, DAY: 0 };

/** The number of the bucket that a day falls into; neighbours have neighbouring numbers. Infinite for infinite days. */
export function bucketOf(day: number, grain: BucketGrain): number {
  if (grain === 'DAY' || !Number.isFinite(day)) return day;
  const { year, month } = calendarDay(day);
  return grain === 'YEAR' ? year : year * 12 + month - 1;
}

/** The first and the last day of a bucket, ISO, and its name as EDTF: "2016", "2016-11", "2016-11-05". */
export function bucketDays(bucket: number, grain: BucketGrain): { name: string; from: string; to: string } {
  const from = isoDay(firstDayOf(UNITS[grain], bucket)) ?? '';
  const to = isoDay(lastDayOf(UNITS[grain], bucket)) ?? '';
  return { name: from.slice(0, from.length - BEHIND[grain]), from, to };
}
