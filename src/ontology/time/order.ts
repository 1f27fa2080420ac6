import { MAX_YEAR_DIGITS } from './calendar.js';
import type { Time } from './types.js';

/** Beyond the days of every year that can be written, on either side of 1970. */
const OFFSET = 4 * 10 ** (MAX_YEAR_DIGITS + 2);
const WIDTH = String(2 * OFFSET).length;
const LAST = '9'.repeat(WIDTH);
const NO_MONTH_DAY = '0000';

/**
 * The place of a time in the order of all times: 34 digits, whose order as text (bytes, in any store) is the order
 * 1. by the earliest start, or where that is unbounded by the latest end ("../2020" stands at the end of 2020);
 * 2. then by the latest end, the unbounded last;
 * 3. then, where neither is bounded, year-less times by month and day, after those that do not even say that.
 * A fact without a time is last of all. Equal keys mean equal places: break ties by the key of the record.
 */
export function timeOrderKey(time: Time | null): string {
  if (time === null) return LAST + LAST + '9999';
  const { earliestStart, latestEnd, yearless } = time.bounds;
  const place = earliestStart === -Infinity ? latestEnd : earliestStart;
  return digits(place) + digits(latestEnd) + (yearless === null ? NO_MONTH_DAY : monthDay(yearless));
}

function digits(day: number): string {
  return day === Infinity ? LAST : String(day + OFFSET).padStart(WIDTH, '0');
}

/** A month stands before its days. */
function monthDay(yearless: string): string {
  return yearless.replace('-', '').padEnd(NO_MONTH_DAY.length, '0');
}
