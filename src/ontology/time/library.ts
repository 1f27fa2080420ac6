import { parse, type Parsed, type ParsedDate } from 'edtf';
import { daysInMonth, MAX_YEAR_DIGITS, twoDigits } from './calendar.js';

/** Masks of the library: which characters of YYYYMMDD are X. */
export const X_NOWHERE = 0b0;
export const X_IN_DECADE = 0b1000;
export const X_IN_CENTURY = 0b1100;
export const X_YEAR = 0b1111;
export const X_DAY = 0b1100_0000;

/** Extended format; the shift from UTC is in hours, or in hours and minutes. */
const TIME_OF_DAY = /T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d(:\d\d)?)?$/;

/** What the `edtf` library reads in a string of levels 0 and 1 or a year-less date; null for any other string. */
export function parseWithLibrary(edtf: string): Parsed | null {
  let parsed: Parsed;
  try {
    parsed = parse(edtf, { level: 2, types: ['Date', 'Year', 'Season', 'Interval'] });
  } catch {
    return null;
  }
  // Written back, what was read must be what was there: then nothing was overlooked or silently put right.
  const isFaithful = write(parsed) === withoutTimeOfDay(edtf, parsed);
  return isFaithful && isTaken(parsed) && datesOf(parsed).every(exists) ? parsed : null;
}

/** True for levels 0 and 1, and of level 2 for a date whose year alone is unknown. */
function isTaken(parsed: Parsed): boolean {
  if (parsed.type === 'Year' && Math.abs(parsed.values[0]) >= 10 ** MAX_YEAR_DIGITS) return false;
  return (parsed.level ?? 0) < 2 || isYearless(parsed);
}

/** The library also takes a minus sign before the unknown year. */
function isYearless(parsed: Parsed): boolean {
  return parsed.type === 'Date' && parsed.unspecified === X_YEAR && !isBeforeZero(parsed.values[0] ?? 0);
}

function datesOf(parsed: Parsed): ParsedDate[] {
  if (parsed.type === 'Interval') {
    return parsed.values.filter((end) => end !== null && typeof end !== 'number');
  }
  return parsed.type === 'Date' ? [parsed] : [];
}

/** The library takes a 29th of February in every year. */
function exists({ values: [year = 0, month = 0, day = 1], unspecified }: ParsedDate): boolean {
  return unspecified === X_YEAR || day <= daysInMonth(year, month + 1);
}

/** A single date may have a time of day; the ends of an interval are dates. */
function withoutTimeOfDay(edtf: string, parsed: Parsed): string {
  return parsed.type === 'Date' ? edtf.replace(TIME_OF_DAY, '') : edtf;
}

function write(parsed: Parsed): string {
  switch (parsed.type) {
    case 'Year':
      return `Y${parsed.values[0]}`;
    case 'Season':
      return `${writeDate({ values: [parsed.values[0]] })}-${parsed.values[1]}`;
    case 'Interval':
      return parsed.values.map(writeEnd).join('/');
    default:
      return writeDate(parsed);
  }
}

function writeEnd(end: ParsedDate | number | null): string {
  return end === null ? '' : typeof end === 'number' ? '..' : writeDate(end);
}

export function writeDate({ values, unspecified = X_NOWHERE, approximate, uncertain }: ParsedDate): string {
  const [year = 0, month, day] = values;
  const digits =
    String(Math.abs(year)).padStart(4, '0') +
    (month === undefined ? '' : twoDigits(month + 1)) +
    (day === undefined ? '' : twoDigits(day));
  const masked = Array.from(digits, (digit, index) => (unspecified & (1 << index) ? 'X' : digit)).join('');
  const parts = [masked.slice(0, 4), masked.slice(4, 6), masked.slice(6)].filter((part) => part !== '');
  const qualifier = approximate ? (uncertain ? '%' : '~') : uncertain ? '?' : '';
  // There is no year -0000.
  const isNegative = isBeforeZero(year) && parts[0] !== '0000';
  return (isNegative ? '-' : '') + parts.join('-') + qualifier;
}

/** True for a year with a minus sign: the library reads the year of `-000X` as -0. */
export function isBeforeZero(year: number): boolean {
  return year < 0 || Object.is(year, -0);
}
