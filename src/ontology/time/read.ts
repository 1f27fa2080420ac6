import type { Parsed, ParsedDate, ParsedSeason } from 'edtf';
import { adviceOn } from './advice.js';
import { dayNumber, type Unit } from './calendar.js';
import {
  isBeforeZero,
  parseWithLibrary,
  writeDate,
  X_DAY,
  X_IN_CENTURY,
  X_IN_DECADE,
  X_NOWHERE,
  X_YEAR,
} from './library.js';
import { parsePlain } from './plain.js';
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
  const parsed = parsePlain(edtf) ?? parseWithLibrary(edtf);
  if (parsed === null) throw refuse(adviceOn(edtf));
  return express(parsed);
}

function express(parsed: Parsed): Expression {
  switch (parsed.type) {
    case 'Year': {
      const [year] = parsed.values;
      return { kind: 'DATE', date: plain('year', year, year) };
    }
    case 'Season':
      return { kind: 'DATE', date: season(parsed) };
    case 'Interval': {
      const [start, end] = parsed.values;
      return { kind: 'INTERVAL', start: expressEnd(start), end: expressEnd(end) };
    }
    default:
      return expressDate(parsed);
  }
}

/**
 * Which hemisphere is meant is not said. Spring and autumn lie within the calendar year in both; summer and winter may
 * begin in the December before or end in the February after.
 */
function season({ values: [year, name] }: ParsedSeason): Stretch {
  const january = year * 12;
  const across = name === 22 || name === 24;
  return across ? vague('month', january - 1, january + 13) : vague('month', january, january + 11);
}

function expressEnd(end: ParsedDate | number | null): End {
  if (end === null) return 'UNKNOWN';
  return typeof end === 'number' ? 'OPEN' : stretch(end);
}

function expressDate(date: ParsedDate): Expression {
  const { values, unspecified = X_NOWHERE } = date;
  if ((unspecified & X_YEAR) !== X_YEAR) return { kind: 'DATE', date: stretch(date) };
  const known = unspecified === X_YEAR && values.length > 1;
  return { kind: 'ANY_YEAR', yearless: known ? writeDate(date).slice('XXXX-'.length) : null };
}

function stretch(date: ParsedDate): Stretch {
  const approximate = Boolean(date.approximate);
  const uncertain = Boolean(date.uncertain);
  const units = unitsOf(date);
  return { ...units, approximate, uncertain, definite: units.definite && !approximate && !uncertain };
}

function unitsOf({ values, unspecified = X_NOWHERE }: ParsedDate): Stretch {
  const [year = 0, month = 0, day = 1] = values;
  const monthCount = year * 12 + month;
  switch (unspecified) {
    case X_NOWHERE: {
      if (values.length === 1) return plain('year', year, year);
      if (values.length === 2) return plain('month', monthCount, monthCount);
      const dayCount = dayNumber({ year, month: month + 1, day });
      return (values.length === 3 ? plain : vague)('day', dayCount, dayCount);
    }
    case X_IN_DECADE:
      return yearsFrom(year, 10);
    case X_IN_CENTURY:
      return yearsFrom(year, 100);
    case X_DAY:
      return vague('month', monthCount, monthCount);
    default:
      // The month is X, alone or with the day.
      return vague('year', year, year);
  }
}

function yearsFrom(year: number, count: number): Stretch {
  if (!isBeforeZero(year)) return vague('year', year, year + count - 1);
  // The year zero is written without a sign, so `-000X` begins with the year -1.
  return vague('year', year - count + 1, Math.min(year, -1));
}

function plain(unit: Unit, first: number, last: number): Stretch {
  return { unit, first, last, approximate: false, uncertain: false, definite: true };
}

function vague(unit: Unit, first: number, last: number): Stretch {
  return { ...plain(unit, first, last), definite: false };
}
