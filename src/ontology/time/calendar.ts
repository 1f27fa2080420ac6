import { badTime } from './refusal.js';

/** A day of the proleptic Gregorian calendar: astronomical year (0 is 1 BC), month 1-12, day of the month 1-31. */
export interface CalendarDay {
  year: number;
  month: number;
  day: number;
}

export type Unit = 'day' | 'month' | 'year';

/** Years go this far before and after 0; all arithmetic on their days is exact in a double. */
export const MAX_YEAR_DIGITS = 12;

const ISO_DAY = new RegExp(`^(?:(-?\\d{4})|Y(-?[1-9]\\d{4,${MAX_YEAR_DIGITS - 1}}))-(\\d\\d)-(\\d\\d)$`);
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_OF_400_YEARS = 146_097;
const DAYS_OF_100_YEARS = 36_524;
const DAYS_OF_4_YEARS = 1_461;
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468;

/** How many days the month (1-12) has in that year. */
export function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (DAYS_OF_MONTH[month - 1] ?? 0);
}

/** Days since 1970-01-01. The day must exist. */
export function dayNumber({ year, month, day }: CalendarDay): number {
  // Years are counted from March, so that a leap day is the last of its year and months need no table.
  const marchYear = month > 2 ? year : year - 1;
  const cycle = Math.floor(marchYear / 400);
  const yearOfCycle = marchYear - cycle * 400;
  const dayOfYear = firstDayOfMarchMonth((month + 9) % 12) + day - 1;
  const leapDays = Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100);
  return cycle * DAYS_OF_400_YEARS + yearOfCycle * 365 + leapDays + dayOfYear - EPOCH;
}

/** The inverse of `dayNumber`; the number must be whole. */
export function calendarDay(dayNumber: number): CalendarDay {
  const days = dayNumber + EPOCH;
  const cycle = Math.floor(days / DAYS_OF_400_YEARS);
  const dayOfCycle = days - cycle * DAYS_OF_400_YEARS;
  // Without their leap days, the days of a cycle fall into years of 365.
  const leapDays =
    Math.floor(dayOfCycle / (DAYS_OF_4_YEARS - 1)) -
    Math.floor(dayOfCycle / DAYS_OF_100_YEARS) +
    Math.floor(dayOfCycle / (DAYS_OF_400_YEARS - 1));
  const yearOfCycle = Math.floor((dayOfCycle - leapDays) / 365);
  const dayOfYear =
    dayOfCycle - (yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = ((marchMonth + 2) % 12) + 1;
  return {
    year: cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - firstDayOfMarchMonth(marchMonth) + 1,
  };
}

/** Months from March on have 31, 30, 31, 30, 31 days, over and over. */
function firstDayOfMarchMonth(marchMonth: number): number {
  return Math.floor((153 * marchMonth + 2) / 5);
}

/** The first day of a unit; units are counted as days since 1970-01-01, months since 0000-01, and years. */
export function firstDayOf(unit: Unit, count: number): number {
  if (unit === 'day') return count;
  if (unit === 'year') return dayNumber({ year: count, month: 1, day: 1 });
  const year = Math.floor(count / 12);
  return dayNumber({ year, month: count - year * 12 + 1, day: 1 });
}

/** The last day of a unit, counted as for `firstDayOf`. */
export function lastDayOf(unit: Unit, count: number): number {
  return firstDayOf(unit, count + 1) - 1;
}

/**
 * Reads what `isoDay` writes: `2020-03-05`, `-0044-03-15`, `Y-20000-01-01`.
 * @throws ConfrereError BAD_TIME for anything else, and for a day that does not exist.
 */
export function dayOf(iso: string): number {
  const refuse = (advice: string) => badTime('a day, such as "2020-03-05"', iso, advice);
  const [, shortYear, longYear, month, day] = (typeof iso === 'string' ? ISO_DAY.exec(iso) : null) ?? [];
  if (shortYear === '-0000') throw refuse('The year zero has no sign: "0000-01-01".');
  const date = { year: Number(shortYear ?? longYear), month: Number(month), day: Number(day) };
  if (Number.isNaN(date.year)) throw refuse('Write year, month and day with hyphens: "2020-03-05".');
  if (date.day < 1 || date.day > daysInMonth(date.year, date.month)) {
    throw refuse('The calendar has no such day: write one that exists.');
  }
  return dayNumber(date);
}

/**
 * `2020-03-05` for a day; years beyond four digits as in `Y12020-03-05`; null for an infinite bound.
 * @throws TypeError for a number that is no whole day.
 */
export function isoDay(day: number): string | null {
  if (day === Infinity || day === -Infinity) return null;
  if (!Number.isSafeInteger(day)) throw new TypeError(`Expected a whole number of days; got ${day}.`);
  const date = calendarDay(day);
  return `${writeYear(date.year)}-${twoDigits(date.month)}-${twoDigits(date.day)}`;
}

function writeYear(year: number): string {
  if (Math.abs(year) > 9999) return `Y${year}`;
  return (year < 0 ? '-' : '') + String(Math.abs(year)).padStart(4, '0');
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
