import { daysInMonth } from './calendar.js';

/** What to do about a string that is no time Confrere takes; the first pattern that fits gives the advice. */
const ADVICE: readonly (readonly [pattern: RegExp, advice: string])[] = [
  [/^\s*$/, 'Where no time is known, leave it out; otherwise write one, such as "2016-11".'],
  [/[^\W\d_xyztuseXYZTSE]/, 'Write figures in place of words, year first: "2020-11-27" or "2020-11".'],
  [/\s/, 'Leave out all white space: "2018/2020".'],
  [
    /^[[{]/,
    'Sets are not taken: write an interval that spans them, such as "2018/2020", or a fact for each.',
  ],
  [
    /^[-\dxyztuXYZT:.+/~?%]*[xyztu]/,
    'X, Y, T and Z are capitals, and X (not u) is an unknown digit: "201X".',
  ],
  [/[^-\dXYZT:.+/~?%SE]/, 'Write figures, year first, with hyphens: "2020-11-27" or "2020-11".'],
  [
    /^\d{1,2}[-./]\d{1,2}[-./]\d{2,4}$/,
    'Write the year first, then month and day, with hyphens: "2020-11-27".',
  ],
  [/^\d{4}([./])\d{1,2}(\1\d{1,2})?$/, 'Join year, month and day by hyphens: "2020-11-27".'],
  [
    /^-?(\d{4}|XXXX)-(\d(?![\dX])|\d\d-\d(?![\dX]))/,
    'Write month and day with two digits each: "2020-01-01".',
  ],
  [/^(\d{6}|\d{8})(T.*)?$/, 'Put hyphens between year, month and day: "2020-11-27".'],
  [/-0000/, 'The year zero, 1 BC, has no sign: "0000".'],
  [/^-?\d{5,}$/, 'A year of more than four digits begins with Y: "Y170000002".'],
  [/^Y-?\d{13,}$/, 'A year may have up to twelve digits: "Y170000002".'],
  [/^Y-?\d{1,4}$/, 'A year of up to four digits has no Y, and is filled up with zeros: "2018", "0044".'],
  [/^Y.*[/~?%X]/, 'A year with Y stands alone, with no qualifier, X or interval: "Y170000002".'],
  [
    /[SE]/,
    'Exponents and significant digits are not taken: write the year out, or an interval: "1950/1959".',
  ],
  [/\/.*\//, 'An interval has two ends and one slash: "2018/2020".'],
  [
    /T.*\/|\/.*T/,
    'An interval runs from date to date: leave out the time of day, as in "2020-03-05/2020-03-06".',
  ],
  [
    /T/,
    'A time of day is hours, minutes and seconds, then Z, a shift or nothing: "2020-03-05T10:30:00+07:00".',
  ],
  [/-2[1-4][/~?%]|\/.*-2[1-4]/, 'A season stands alone: write "2001-21", or the months: "2001-03/2001-05".'],
  [
    /^-?\d{4}-(2[5-9]|3\d|4[01])$/,
    'Of the seasons and parts of a year, 21 (spring) to 24 (winter) are taken: "2001-21".',
  ],
  [
    /X.*\/|\/.*X/,
    'The ends of an interval have no X: write the year or month alone, as in "2004-06/2004-07-03".',
  ],
  [/X.*[~?%]/, 'X already leaves room for doubt: leave out "~", "?" and "%", as in "201X".'],
  [
    /X/,
    'X may stand for the end of a year ("201X", "20XX"), a month or day ("2004-XX"), or a year ("XXXX-11-27").',
  ],
  [/^-?\d{1,3}[~?%]?$/, 'A year has four digits; a decade is written "196X", a century "19XX".'],
  [/[~?%]/, 'Write one of "~", "?" and "%" (both), after the whole date: "2004-06~".'],
  [/\.\.?/, 'Two dots stand for an open end of an interval: "2014/.." or "../2020".'],
];

/** Any leap year: the 29th of February exists where the year is not said. */
const LEAP_YEAR = 2000;
const DATE = /(?<=^|\/)(-?\d{4}|XXXX)-(\d\d)(?:-(\d\d))?(?!\d)/g;

/** One sentence that says how to write what seems to be meant, with an example. */
export function adviceOn(edtf: string): string {
  return (
    adviceOnImpossibleDate(edtf) ??
    ADVICE.find(([pattern]) => pattern.test(edtf))?.[1] ??
    'Write year, month and day with hyphens ("2020-11-27"), and an interval with one slash ("2018/2020").'
  );
}

function adviceOnImpossibleDate(edtf: string): string | null {
  for (const [, year, monthDigits, dayDigits] of edtf.matchAll(DATE)) {
    const month = Number(monthDigits);
    const isPartOfYear = month >= 21 && month <= 41 && dayDigits === undefined;
    if (isPartOfYear) continue;
    if (month < 1 || month > 12) return 'Months run from 01 to 12: "2020-11".';
    const day = Number(dayDigits ?? 1);
    const last = daysInMonth(year === 'XXXX' ? LEAP_YEAR : Number(year), month);
    if (day < 1 || day > last) return `The days of that month run from 01 to ${last}: "2020-11-27".`;
  }
  return null;
}
