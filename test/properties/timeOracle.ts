import type { Certainty, Period } from '../../src/ontology/time/index.js';

/**
 * Time by brute force: a time is described in pieces, every day of a window is asked whether it may be the start or
 * the end, and every pair of such days is tried. Nothing is reckoned with bounds. The calendar is the one of
 * JavaScript's Date.
 */

export type Qualifier = '' | '~' | '?' | '%';

/** A piece of a date as one would describe it; `qualifier` is for plain days, months and years alone. */
export type Piece =
  | { is: 'day'; year: number; month: number; day: number; qualifier: Qualifier }
  | { is: 'month'; year: number; month: number; qualifier: Qualifier }
  | { is: 'year'; year: number; qualifier: Qualifier }
  | { is: 'instant'; year: number; month: number; day: number; clock: string }
  | { is: 'season'; year: number; season: 21 | 22 | 23 | 24 }
  | { is: 'decade'; decade: number }
  | { is: 'someMonthOf'; year: number }
  | { is: 'someDayOfMonth'; year: number; month: number }
  | { is: 'someDayOfYear'; year: number };

export type Description =
  | { is: 'single'; piece: Piece }
  | { is: 'interval'; start: Piece | '..' | ''; end: Piece | '..' | '' }
  | { is: 'yearless'; month: number; day: number | null }
  | { is: 'anyYear'; edtf: 'XXXX' | 'XXXX-XX' | 'XXXX-XX-XX' };

export interface OracleDay {
  number: number;
  year: number;
  month: number;
  day: number;
}

const FIRST_YEAR = 1898;
const LAST_YEAR = 1909;
const MILLISECONDS = 86_400_000;

/** The window: every day from 1898 to 1909, with 1900 (no leap year) and 1904 (a leap year) in it. */
export const WINDOW: readonly OracleDay[] = daysOfWindow();

/** A day long before and one long after the window: they stand for all the days there, out to infinity. */
const BEFORE = -Infinity;
const AFTER = Infinity;

function daysOfWindow(): OracleDay[] {
  const days: OracleDay[] = [];
  const end = Date.UTC(LAST_YEAR + 1, 0, 1);
  for (let moment = Date.UTC(FIRST_YEAR, 0, 1); moment < end; moment += MILLISECONDS) {
    const date = new Date(moment);
    days.push({
      number: moment / MILLISECONDS,
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    });
  }
  return days;
}

/** Whether the piece may speak of that day, its doubts included. */
function mayBe(piece: Piece, day: OracleDay): boolean {
  switch (piece.is) {
    case 'day': {
      const distance = day.number - Date.UTC(piece.year, piece.month - 1, piece.day) / MILLISECONDS;
      return Math.abs(distance) <= doubt(piece.qualifier);
    }
    case 'instant':
      return day.year === piece.year && day.month === piece.month && day.day === piece.day;
    case 'month': {
      const distance = (day.year - piece.year) * 12 + (day.month - piece.month);
      return Math.abs(distance) <= doubt(piece.qualifier);
    }
    case 'year':
      return Math.abs(day.year - piece.year) <= doubt(piece.qualifier);
    case 'season':
      return maybeInSeason(piece, day);
    case 'decade':
      return Math.floor(day.year / 10) === piece.decade;
    case 'someDayOfMonth':
      return day.year === piece.year && day.month === piece.month;
    case 'someMonthOf':
    case 'someDayOfYear':
      return day.year === piece.year;
  }
}

function doubt(qualifier: Qualifier): number {
  return qualifier === '' ? 0 : 1;
}

function maybeInSeason({ year, season }: { year: number; season: number }, day: OracleDay): boolean {
  if (day.year === year) return true;
  const acrossNewYear = season === 22 || season === 24;
  const december = day.year === year - 1 && day.month === 12;
  const earlyNextYear = day.year === year + 1 && day.month <= 2;
  return acrossNewYear && (december || earlyNextYear);
}

export function render(description: Description): string {
  switch (description.is) {
    case 'single':
      return renderPiece(description.piece);
    case 'interval':
      return [description.start, description.end]
        .map((end) => (typeof end === 'string' ? end : renderPiece(end)))
        .join('/');
    case 'yearless':
      return `XXXX-${yearlessText(description.month, description.day)}`;
    case 'anyYear':
      return description.edtf;
  }
}

function renderPiece(piece: Piece): string {
  switch (piece.is) {
    case 'day':
      return `${piece.year}-${two(piece.month)}-${two(piece.day)}${piece.qualifier}`;
    case 'instant':
      return `${piece.year}-${two(piece.month)}-${two(piece.day)}T${piece.clock}`;
    case 'month':
      return `${piece.year}-${two(piece.month)}${piece.qualifier}`;
    case 'year':
      return `${piece.year}${piece.qualifier}`;
    case 'season':
      return `${piece.year}-${piece.season}`;
    case 'decade':
      return `${piece.decade}X`;
    case 'someMonthOf':
      return `${piece.year}-XX`;
    case 'someDayOfMonth':
      return `${piece.year}-${two(piece.month)}-XX`;
    case 'someDayOfYear':
      return `${piece.year}-XX-XX`;
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}

export function yearlessText(month: number, day: number | null): string {
  return day === null ? two(month) : `${two(month)}-${two(day)}`;
}

/** The days that may be the start and those that may be the end; a pair is one of each, in order. */
export interface Candidates {
  starts: number[];
  ends: number[];
  /** Where set, only pairs within one such run of days count (a year-less time, in each year anew). */
  runs: number[][] | null;
}

export function candidatesOf(description: Description): Candidates {
  switch (description.is) {
    case 'single': {
      const days = daysWhere((day) => mayBe(description.piece, day));
      return { starts: days, ends: days, runs: null };
    }
    case 'interval':
      return {
        starts: daysOfEnd(description.start, BEFORE),
        ends: daysOfEnd(description.end, AFTER),
        runs: null,
      };
    case 'yearless': {
      const { month, day } = description;
      return ofEveryYear((one) => one.month === month && (day === null || one.day === day));
    }
    case 'anyYear':
      return ofEveryYear(() => true);
  }
}

function daysWhere(condition: (day: OracleDay) => boolean): number[] {
  return WINDOW.filter(condition).map((day) => day.number);
}

function daysOfEnd(end: Piece | '..' | '', open: number): number[] {
  if (end === '..') return [open];
  if (end === '') return [BEFORE, ...WINDOW.map((day) => day.number), AFTER];
  return daysWhere((day) => mayBe(end, day));
}

/** The days of each year of the window, and of the years before and after it. */
function ofEveryYear(condition: (day: OracleDay) => boolean): Candidates {
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index);
  const runs = [
    [BEFORE],
    ...years.map((year) => daysWhere((day) => day.year === year && condition(day))),
    [AFTER],
  ];
  return { starts: runs.flat(), ends: runs.flat(), runs };
}

export function hasPairs({ starts, ends }: Candidates): boolean {
  const lastEnd = Math.max(...ends);
  return starts.some((start) => start <= lastEnd);
}

/** Tries every pair; there must be one. */
export function judge({ starts, ends, runs }: Candidates, period: Period): Certainty {
  const verdicts = runs
    ? runs.map((run) => judgePairs(run, run, period))
    : [judgePairs(starts, ends, period)];
  const anyTrue = verdicts.some((verdict) => verdict.anyTrue);
  const anyFalse = verdicts.some((verdict) => verdict.anyFalse);
  if (!anyTrue && !anyFalse) throw new Error('A time with no pair of days has no certainty.');
  return anyTrue ? (anyFalse ? 'POSSIBLE' : 'CERTAIN') : 'NO';
}

interface Verdict {
  anyTrue: boolean;
  anyFalse: boolean;
}

/** A fact from `start` to `end` is true in the period where some day of it is: neither is wholly before the other. */
function judgePairs(starts: number[], ends: number[], { from, to }: Period): Verdict {
  let anyTrue = false;
  let anyFalse = false;
  for (const start of starts) {
    const isAfter = start > to;
    for (let index = 0; index < ends.length; index++) {
      const end = ends[index] ?? NaN;
      if (!(end >= start)) continue;
      const isBefore = end < from;
      if (isBefore || isAfter) anyFalse = true;
      else anyTrue = true;
    }
    if (anyTrue && anyFalse) break;
  }
  return { anyTrue, anyFalse };
}
