import type { Parsed, ParsedDate, ParsedSeason, ParsedYear } from 'edtf';
import { adviceOn, adviceOnDay } from './advice.js';
import { dayNumber, daysInMonth, MAX_YEAR_DIGITS, type Unit } from './calendar.js';
import {
  isBeforeZero,
  parseWithLibrary,
  writeDate,
  X_DAY,
  X_IN_CENTURY,
  X_IN_DECADE,
  X_MONTH,
  X_NOWHERE,
  X_YEAR,
} from './library.js';
import type { Refuse } from './refusal.js';

/** One or more whole units of the calendar, first to last, counted as for `firstDayOf`. */
export interface Stretch {
  unit: Unit;
  first: number;
  last: number;
  approximate: boolean;
  uncertain: boolean;
  /** A plain day, month or year: no qualifier, X, season or time of day. */
  definite: boolean;
}

export type End = Stretch | 'OPEN' | 'UNKNOWN';

/** What an EDTF string says, before its days are reckoned. */
export type Expression =
  | { kind: 'DATE'; date: Stretch }
  /** The year is unknown; `yearless` is 'MM-DD', 'MM', or null where the rest is unknown too. */
  | { kind: 'ANY_YEAR'; yearless: string | null }
  | { kind: 'INTERVAL'; start: End; end: End };

/** The longest valid time is shorter; a cap keeps hostile input away from the parser. */
const MAX_LENGTH = 64;

/** Reads EDTF of levels 0 and 1 and year-less dates; throws what `refuse` makes for all else. */
export function readEdtf(edtf: unknown, refuse: Refuse): Expression {
  if (typeof edtf !== 'string') throw refuse('Write the time as text in quotes: "2016-11".');
  if (edtf.length > MAX_LENGTH) throw refuse(`No time needs more than ${MAX_LENGTH} characters: "2016-11".`);
  const parsed = parseWithLibrary(edtf);
  if (parsed === null) throw refuse(adviceOn(edtf));
  return express(parsed, refuse);
}

function express(parsed: Parsed, refuse: Refuse): Expression {
  switch (parsed.type) {
    case 'Year':
      return { kind: 'DATE', date: longYear(parsed, refuse) };
    case 'Season':
      return { kind: 'DATE', date: season(parsed) };
    case 'Interval': {
      const [start, end] = parsed.values;
      return { kind: 'INTERVAL', start: expressEnd(start, refuse), end: expressEnd(end, refuse) };
    }
    default:
      return expressDate(parsed, refuse);
  }
}

function expressEnd(end: ParsedDate | number | null, refuse: Refuse): End {
  if (end === null) return 'UNKNOWN';
  if (typeof end === 'number') return 'OPEN';
  return stretch(end, refuse);
}

function longYear({ values: [year] }: ParsedYear, refuse: Refuse): Stretch {
  if (String(Math.abs(year)).length > MAX_YEAR_DIGITS) {
    throw refuse(`A year may have up to ${MAX_YEAR_DIGITS} digits: "Y170000002".`);
  }
  return plain('year', year, year);
}

/**
 * Which hemisphere is meant is not said. Spring and autumn lie within the calendar year in both; summer and winter may
 * begin in the December before or end in the February after.
 */
function season({ values: [year, name] }: ParsedSeason): Stretch {
  const january = year * 12;
  const acrossNewYear = name === 22 || name === 24 ? 1 : 0;
  const first = january - acrossNewYear;
  return { ...plain('month', first, january + 11 + acrossNewYear * 2), definite: false };
}

function expressDate(date: ParsedDate, refuse: Refuse): Expression {
  const { values, unspecified = X_NOWHERE } = date;
  if ((unspecified & X_YEAR) !== X_YEAR) return { kind: 'DATE', date: stretch(date, refuse) };
  const known = unspecified === X_YEAR && values.length > 1;
  return { kind: 'ANY_YEAR', yearless: known ? writeDate(date).slice('XXXX-'.length) : null };
}

function stretch(date: ParsedDate, refuse: Refuse): Stretch {
  const approximate = Boolean(date.approximate);
  const uncertain = Boolean(date.uncertain);
  const units = unitsOf(date, refuse);
  return { ...units, approximate, uncertain, definite: units.definite && !approximate && !uncertain };
}

function unitsOf({ values, unspecified = X_NOWHERE }: ParsedDate, refuse: Refuse): Stretch {
  const [year = 0, month = 0, day = 1] = values;
  const monthCount = year * 12 + month;
  switch (unspecified) {
    case X_NOWHERE:
      if (values.length === 1) return plain('year', year, year);
      if (values.length === 2) return plain('month', monthCount, monthCount);
      return { ...dayStretch(year, month + 1, day, refuse), definite: values.length === 3 };
    case X_IN_DECADE:
      return { ...yearsFrom(year, 10), definite: false };
    case X_IN_CENTURY:
      return { ...yearsFrom(year, 100), definite: false };
    case X_DAY:
      return { ...plain('month', monthCount, monthCount), definite: false };
    case X_MONTH:
    case X_MONTH | X_DAY:
      return { ...plain('year', year, year), definite: false };
    default:
      throw refuse('X may stand for the last digits of a year, a month or a day: "201X", "2004-XX".');
  }
}

function yearsFrom(year: number, count: number): Stretch {
  if (!isBeforeZero(year)) return plain('year', year, year + count - 1);
  // The year zero is written without a sign, so `-000X` begins with the year -1.
  return plain('year', year - count + 1, Math.min(year, -1));
}

function dayStretch(year: number, month: number, day: number, refuse: Refuse): Stretch {
  const last = daysInMonth(year, month);
  if (day > last) throw refuse(adviceOnDay(last));
  const number = dayNumber({ year, month, day });
  return plain('day', number, number);
}

function plain(unit: Unit, first: number, last: number): Stretch {
  return { unit, first, last, approximate: false, uncertain: false, definite: true };
}
