import { firstDayOf, lastDayOf } from './calendar.js';
import type { End, Expression, Stretch } from './read.js';
import type { TimeBounds } from './types.js';

/** First and last day that something can be; either may be infinite. */
export interface Span {
  first: number;
  last: number;
}

const ANY_DAY: Span = { first: -Infinity, last: Infinity };

/** The bounds of what was read, as tight as its pairs of days allow; null where no end can follow its start. */
export function boundsOf(expression: Expression): TimeBounds | null {
  switch (expression.kind) {
    case 'ANY_YEAR':
      return boundsWithin(ANY_DAY, ANY_DAY, expression.yearless);
    case 'DATE': {
      const span = spanOf(expression.date);
      return boundsWithin(span, span);
    }
    case 'INTERVAL': {
      const start = spanOfEnd(expression.start, -Infinity);
      const end = spanOfEnd(expression.end, Infinity);
      return start.first <= end.last ? boundsWithin(start, end) : null;
    }
  }
}

/**
 * The days of a stretch. Where the source itself is not sure (`~ ? %`), one unit more on each side: a year with a
 * year, a month with a month, a day with a day.
 */
export function spanOf({ unit, first, last, approximate, uncertain }: Stretch): Span {
  const margin = approximate || uncertain ? 1 : 0;
  return { first: firstDayOf(unit, first - margin), last: lastDayOf(unit, last + margin) };
}

function spanOfEnd(end: End, open: number): Span {
  if (end === 'UNKNOWN') return ANY_DAY;
  return end === 'OPEN' ? { first: open, last: open } : spanOf(end);
}

/** A start after every end, or an end before every start, is in no pair: such bounds are drawn in. */
function boundsWithin(start: Span, end: Span, yearless: string | null = null): TimeBounds {
  return Object.freeze({
    earliestStart: start.first,
    latestStart: Math.min(start.last, end.last),
    earliestEnd: Math.max(end.first, start.first),
    latestEnd: end.last,
    yearless,
  });
}
