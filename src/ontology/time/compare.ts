import { calendarDay, dayNumber, daysInMonth, twoDigits } from './calendar.js';
import type { Certainty, Period, TimeBounds } from './types.js';

/** Between one 29th of February and the next lie eight years at most (1896 to 1904). */
const LONGEST_LEAP_GAP = 8;

/**
 * Whether a fact with these bounds is true on some day of the period. A pair (start, end) is, where start <= to and
 * end >= from.
 *
 * CERTAIN: every pair is, that is latestStart <= to and earliestEnd >= from, for both bounds are reached by a pair.
 * Otherwise POSSIBLE: some pair is, that is earliestStart <= to and latestEnd >= from, for those two are a pair
 * themselves; of a year-less time moreover its day or month must fall in the period (see `monthDaysOf`).
 * Otherwise NO. A store answers by the same inequalities. They need no exception for year-less times, whose
 * infinite bounds are within all time alone. A fact without a time is POSSIBLE in every period.
 */
export function compareWithPeriod(time: TimeBounds | null, period: Period): Certainty {
  if (time === null) return 'POSSIBLE';
  if (time.latestStart <= period.to && time.earliestEnd >= period.from) return 'CERTAIN';
  const overlaps = time.earliestStart <= period.to && time.latestEnd >= period.from;
  return overlaps && (time.yearless === null || fallsIn(time.yearless, period)) ? 'POSSIBLE' : 'NO';
}

/** `compareWithPeriod` for the period of one day. */
export function compareWithDay(time: TimeBounds | null, day: number): Certainty {
  return compareWithPeriod(time, { from: day, to: day });
}

/**
 * Whether two facts with these bounds are true on one same day. CERTAIN: whatever pairs of days they stand for, each
 * begins before the other is over. Where the year of one is not known it is POSSIBLE at best, and NO where the other
 * leaves no such day or month open. A fact without a time excludes nothing.
 */
export function compareTimes(one: TimeBounds | null, other: TimeBounds | null): Certainty {
  if (one === null || other === null) return 'POSSIBLE';
  if (one.yearless !== null && other.yearless !== null) {
    const [month, within] = [one.yearless, other.yearless].sort();
    return within?.startsWith(month ?? '') === true ? 'POSSIBLE' : 'NO';
  }
  if (other.yearless !== null) return compareTimes(other, one);
  // All that one of the two may extend over holds every day that they can share.
  const extent = { from: other.earliestStart, to: other.latestEnd };
  if (one.yearless !== null) return compareWithPeriod(one, extent) === 'NO' ? 'NO' : 'POSSIBLE';
  if (one.latestStart <= other.earliestEnd && other.latestStart <= one.earliestEnd) return 'CERTAIN';
  return one.earliestStart <= extent.to && one.latestEnd >= extent.from ? 'POSSIBLE' : 'NO';
}

/**
 * The year-less days ('MM-DD') and months ('MM') some of whose days fall in the period, in ascending order of the
 * text; null where all do.
 */
export function monthDaysOf(period: Period): string[] | null {
  const falling = YEARLESS_VALUES.filter((yearless) => fallsIn(yearless, period));
  return falling.length === YEARLESS_VALUES.length ? null : falling;
}

const YEARLESS_VALUES = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) => [
  twoDigits(month),
  ...Array.from(
    { length: daysInMonth(2000, month) },
    (_, index) => `${twoDigits(month)}-${twoDigits(index + 1)}`,
  ),
]);

function fallsIn(yearless: string, { from, to }: Period): boolean {
  if (from === -Infinity || to === Infinity) return true;
  const [month = 0, day] = yearless.split('-').map(Number);
  const firstYear = calendarDay(from).year;
  const lastYear = Math.min(calendarDay(to).year, firstYear + LONGEST_LEAP_GAP);
  for (let year = firstYear; year <= lastYear; year++) {
    const length = daysInMonth(year, month);
    const exists = day === undefined || day <= length;
    const first = dayNumber({ year, month, day: day ?? 1 });
    const last = dayNumber({ year, month, day: day ?? length });
    if (exists && first <= to && last >= from) return true;
  }
  return false;
}
