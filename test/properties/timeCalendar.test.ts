import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  isoDay,
  monthDaysOf,
  parsePeriod,
  parseTime,
  timeOrderKey,
  type Time,
} from '../../src/ontology/time/index.js';
import { description } from './timeArbitraries.js';
import { candidatesOf, hasPairs, render } from './timeOracle.js';

const MILLISECONDS = 86_400_000;
/** JavaScript's Date ends here, on either side of 1970. */
const LAST_DAY_OF_DATE = 100_000_000;
/** The last day of the longest year that can be written. */
const LAST_DAY = dayOf('Y999999999999-12-31');

const badTime: unknown = expect.objectContaining({ name: 'ConfrereError', code: 'BAD_TIME' });

describe('the calendar', () => {
  it('agrees with that of JavaScript', () => {
    fc.assert(
      fc.property(fc.integer({ min: -LAST_DAY_OF_DATE, max: LAST_DAY_OF_DATE }), (day) => {
        const date = new Date(day * MILLISECONDS);
        const year = date.getUTCFullYear();
        const [, monthAndDay] = /-(\d\d-\d\d)T/.exec(date.toISOString()) ?? [];
        const digits = String(Math.abs(year)).padStart(4, '0');
        const written = Math.abs(year) > 9999 ? `Y${year}` : `${year < 0 ? '-' : ''}${digits}`;
        expect(isoDay(day)).toBe(`${written}-${monthAndDay}`);
        expect(dayOf(`${written}-${monthAndDay}`)).toBe(day);
      }),
      { numRuns: 4000 },
    );
  });

  it('reads back every day it writes', () => {
    const day = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -800_000, max: 800_000 }));
    fc.assert(
      fc.property(
        day.filter((one) => Math.abs(one) <= LAST_DAY),
        (one) => {
          expect(dayOf(isoDay(one) ?? '')).toBe(one);
        },
      ),
      { numRuns: 4000 },
    );
  });

  it('counts on without a gap through leap years, centuries and the year zero', () => {
    for (const start of [
      '1899-12-01',
      '1903-12-01',
      '1999-12-01',
      '-0001-12-01',
      '-0005-12-01',
      '-9999-12-31',
    ]) {
      const first = dayOf(start);
      for (let day = first; day < first + 500; day++) expect(dayOf(isoDay(day) ?? '')).toBe(day);
    }
    expect(dayOf('1900-03-01') - dayOf('1900-02-28')).toBe(1);
    expect(dayOf('2000-03-01') - dayOf('2000-02-28')).toBe(2);
    expect(dayOf('1970-01-01')).toBe(0);
  });

  it('has no text for an infinite day, and none for what is no day', () => {
    expect(isoDay(Infinity)).toBeNull();
    expect(isoDay(-Infinity)).toBeNull();
    for (const wrong of [NaN, 0.5, 2 ** 60]) expect(() => isoDay(wrong)).toThrow(TypeError);
  });

  it('refuses what is no day', () => {
    const wrong = [
      '',
      '2020',
      '2020-03',
      '2020-3-5',
      '2020-02-30',
      '2020-13-01',
      '2020-00-10',
      '2020-01-00',
      '1900-02-29',
    ];
    for (const text of [
      ...wrong,
      '-0000-01-01',
      'Y2020-01-01',
      'Y1000000000000-01-01',
      ' 2020-01-01',
      '2020-01-01T00:00',
    ]) {
      expect(() => dayOf(text), text).toThrowError(badTime);
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.anything()), (given) => {
        fc.pre(typeof given !== 'string' || !/^(-?\d{4}|Y-?\d{5,})-\d\d-\d\d$/.test(given));
        expect(() => dayOf(given as string)).toThrowError(badTime);
      }),
    );
  });
});

describe('the year-less values of a period', () => {
  it('lack the leap day for up to eight years', () => {
    const withoutLeapDay = monthDaysOf(parsePeriod('1896-03-01/1904-02-28'));
    expect(withoutLeapDay).toHaveLength(377);
    expect(withoutLeapDay).not.toContain('02-29');
    expect(monthDaysOf(parsePeriod('1896-03-01/1904-02-29'))).toBeNull();
    expect(monthDaysOf(parsePeriod('1896-02-29/1904-02-28'))).toBeNull();
    expect(monthDaysOf(parsePeriod('1800/1999'))).toBeNull();
  });

  it('are the days and months of short periods, across the new year too', () => {
    expect(monthDaysOf(parsePeriod('2020-12-31/2021-01-01'))).toEqual(['01', '01-01', '12', '12-31']);
    expect(monthDaysOf(parsePeriod('2020-02-28/2020-03-01'))).toEqual([
      '02',
      '02-28',
      '02-29',
      '03',
      '03-01',
    ]);
    expect(monthDaysOf(parsePeriod('2020/..'))).toBeNull();
    expect(monthDaysOf(parsePeriod('../2020'))).toBeNull();
  });
});

describe('the order of times', () => {
  const ORDERED = [
    ...['Y-999999999999', 'Y-170000002', '-1985', '-0001', '0000', '19XX', '1999-12-31'],
    ...['2000', '2000/2001', '2000/..', '../2000-06', '2000-07', '2001', '2016-11', '2016-11-03'],
    ...['9999', 'Y10000', 'Y170000002', 'Y999999999999'],
    ...['XXXX', 'XXXX-01', 'XXXX-01-01', 'XXXX-11', 'XXXX-11-27', null],
  ];
  const keyOf = (edtf: string | null) => timeOrderKey(edtf === null ? null : parseTime(edtf));

  it('is by start, then end; by the end where there is no start; then year-less; then undated', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(ORDERED, { minLength: 2 }), (times) => {
        const sorted = times.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1));
        expect(sorted).toEqual(ORDERED.filter((edtf) => times.includes(edtf)));
      }),
    );
  });

  it('has keys of digits, all of one width, that order as the bounds do', () => {
    const place = ({ bounds }: Time) =>
      bounds.earliestStart === -Infinity ? bounds.latestEnd : bounds.earliestStart;
    const compare = (one: Time, other: Time) =>
      compareNumbers(place(one), place(other)) ||
      compareNumbers(one.bounds.latestEnd, other.bounds.latestEnd) ||
      (one.bounds.yearless ?? '').localeCompare(other.bounds.yearless ?? '');
    const time = description
      .filter((one) => hasPairs(candidatesOf(one)))
      .map((one) => parseTime(render(one)));
    fc.assert(
      fc.property(time, time, (one, other) => {
        const [key, otherKey] = [timeOrderKey(one), timeOrderKey(other)];
        expect(key).toMatch(/^\d{34}$/);
        expect(key < otherKey ? -1 : key > otherKey ? 1 : 0).toBe(Math.sign(compare(one, other)));
        expect(key < timeOrderKey(null)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

/** Also of equal infinities. */
function compareNumbers(one: number, other: number): number {
  return one === other ? 0 : one < other ? -1 : 1;
}
