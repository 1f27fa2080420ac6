import fc from 'fast-check';
import { parsePeriod, parseTime } from '../../../src/ontology/index.js';
import type { Period } from '../../../src/ontology/index.js';

const OF_ALL_SORTS = [
  ...['2016', '2016-11', '2016-11-05', '2018/2020', '2018-02/2018-03-09', '2020-03-05T10:30:00+07:00'],
  ...['2014/..', '../2020', '2019/', '/2019', '../2016-11', '2016-11/..', '../..', '2015~/..'],
  ...[
    '2023~',
    '2016-11?',
    '2016-11-05%',
    '2016~/2018?',
    '201X',
    '20XX',
    '2016-XX',
    '2016-11-XX',
    '2016-XX-XX',
  ],
  ...[
    'XXXX-11-05',
    'XXXX-02-29',
    'XXXX-11',
    'XXXX',
    '2016-21',
    '2016-24',
    '-0044-03-15',
    'Y170000002',
    'Y-20000',
  ],
];

const year = fc.integer({ min: 2014, max: 2021 });
const month = fc.integer({ min: 1, max: 12 });
const day = fc.integer({ min: 1, max: 28 });
const date = fc
  .tuple(year, fc.option(month), fc.option(day))
  .map(([year, month, day]) =>
    [String(year), month === null ? [] : [two(month), day === null ? [] : two(day)].flat()].flat().join('-'),
  );

/** When a fact was so, as EDTF, of every sort that there is; most within a few years, so that they meet. */
export const time = fc.oneof(
  { weight: 2, arbitrary: fc.constantFrom(...OF_ALL_SORTS) },
  {
    weight: 2,
    arbitrary: fc.tuple(date, fc.constantFrom('', '', '~', '?', '%')).map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.tuple(date, date).map(inOrder).filter(isTime) },
);

/** What a filter may ask for; no limit at either end where the notation has no way to say so. */
export const period: fc.Arbitrary<Period> = fc.oneof(
  { weight: 4, arbitrary: date.map(parsePeriod) },
  { weight: 2, arbitrary: fc.tuple(date, date).map(inOrder).filter(isTime).map(parsePeriod) },
  { weight: 2, arbitrary: date.map((one) => parsePeriod(`${one}/..`)) },
  { weight: 2, arbitrary: date.map((one) => parsePeriod(`../${one}`)) },
  { weight: 1, arbitrary: fc.constantFrom('0000', 'Y170000002', '-0044-03-15/2016').map(parsePeriod) },
  fc.constant({ from: -Infinity, to: Infinity }),
);

/** An instant at which something is written. Clocks are set back at times. */
export const instant = fc
  .date({ min: new Date('2019-01-01T00:00:00Z'), max: new Date('2024-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());

function inOrder([one, other]: readonly [string, string]): string {
  return one < other ? `${one}/${other}` : `${other}/${one}`;
}

/** A month of a year may lie before the year that is written first. */
function isTime(edtf: string): boolean {
  try {
    parseTime(edtf);
    return true;
  } catch {
    return false;
  }
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
