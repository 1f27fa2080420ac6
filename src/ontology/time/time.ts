import { boundsOf } from './bounds.js';
import { readEdtf, type End, type Expression } from './read.js';
import { badTime } from './refusal.js';
import type { Time, TimeBounds } from './types.js';

const EXPECTED = 'a time in EDTF, such as "2016-11", "2018/2020", "2014/..", "2023~" or "XXXX-11-27"';

/**
 * Reading costs a tenth of a millisecond, and the facts of a store say the same times over and over: a hundred thousand
 * facts some twenty thousand different ones. So many take about 12 MB.
 */
const REMEMBERED_TIMES = 50_000;
const remembered = new Map<string, Time>();

/**
 * Reads what a fact says of its time: EDTF (ISO 8601-2) of levels 0 and 1, and the year-less `XXXX-11-27` and
 * `XXXX-11`. A time of day counts as its day, as written. The answer is frozen.
 * @throws ConfrereError BAD_TIME
 */
export function parseTime(edtf: string): Time {
  const known = remembered.get(edtf);
  if (known !== undefined) return known;
  const time = readTime(edtf);
  if (remembered.size >= REMEMBERED_TIMES) remembered.clear();
  remembered.set(edtf, time);
  return time;
}

/** The bounds of what a fact says of its time; null where it says nothing. */
export function timeBounds(edtf: string | undefined): TimeBounds | null {
  return edtf === undefined ? null : parseTime(edtf).bounds;
}

function readTime(edtf: string): Time {
  const refuse = (advice: string) => badTime(EXPECTED, edtf, advice);
  const expression = readEdtf(edtf, refuse);
  const bounds = boundsOf(expression);
  if (bounds === null)
    throw refuse('Its end lies before its start: write the earlier date first, "2018/2020".');
  const [start, end] = endsOf(expression);
  return Object.freeze({
    edtf,
    bounds,
    openStart: start === 'OPEN',
    openEnd: end === 'OPEN',
    unknownStart: start === 'UNKNOWN',
    unknownEnd: end === 'UNKNOWN',
    approximate: isOfEither(start, end, 'approximate'),
    uncertain: isOfEither(start, end, 'uncertain'),
  });
}

function endsOf(expression: Expression): [start: End | null, end: End | null] {
  if (expression.kind === 'INTERVAL') return [expression.start, expression.end];
  return expression.kind === 'DATE' ? [expression.date, expression.date] : [null, null];
}

function isOfEither(start: End | null, end: End | null, quality: 'approximate' | 'uncertain'): boolean {
  return [start, end].some((one) => one !== null && typeof one === 'object' && one[quality]);
}
