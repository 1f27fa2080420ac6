import { spanOf } from './bounds.js';
import { readEdtf, type End, type Stretch } from './read.js';
import { badTime, type Refuse } from './refusal.js';
import type { Period } from './types.js';

const EXPECTED =
  'a definite period, such as "2020", "2020-03", "2020-03-05", "2018/2020", "2018/.." or "../2020"';

/**
 * Reads what a filter asks: a day, a month, a year, or an interval between such, open at one end at most. Both its
 * first and its last day are included.
 * @throws ConfrereError BAD_TIME, also for times that a fact may have but that are not definite
 */
export function parsePeriod(edtf: string): Period {
  const refuse = (advice: string) => badTime(EXPECTED, edtf, advice);
  const expression = readEdtf(edtf, refuse);
  switch (expression.kind) {
    case 'ANY_YEAR':
      throw refuse('The year of a filter must be known: "2020-11-27".');
    case 'DATE':
      return periodBetween(expression.date, expression.date, refuse);
    case 'INTERVAL':
      return periodBetween(expression.start, expression.end, refuse);
  }
}

function periodBetween(start: End, end: End, refuse: Refuse): Period {
  if (start === 'OPEN' && end === 'OPEN') throw refuse('All time is no restriction: leave the filter out.');
  const from = start === 'OPEN' ? -Infinity : spanOf(definite(start, refuse)).first;
  const to = end === 'OPEN' ? Infinity : spanOf(definite(end, refuse)).last;
  if (from > to) throw refuse('Its end lies before its start: write the earlier date first, "2018/2020".');
  return { from, to };
}

function definite(end: 'UNKNOWN' | Stretch, refuse: Refuse): Stretch {
  if (end === 'UNKNOWN') throw refuse('A filter has no unknown end: write "..", as in "2018/..".');
  if (!end.definite)
    throw refuse(
      'A filter has no "~", "?", "%", X, season or time of day: name days, months or years, as in "1960/1969".',
    );
  return end;
}
