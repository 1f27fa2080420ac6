import fc from 'fast-check';
import type { Period } from '../../src/ontology/time/index.js';
import { WINDOW, type Description, type Piece } from './timeOracle.js';

/** Times and periods in and around the years 1899 to 1905, so that a year of doubt stays within the oracle's window. */
const WRITTEN_DAYS = WINDOW.filter(({ year }) => year >= 1899 && year <= 1905);

const year = fc.integer({ min: 1899, max: 1905 });
const month = fc.integer({ min: 1, max: 12 });
const existingDay = fc.constantFrom(...WRITTEN_DAYS).map(({ year, month, day }) => ({ year, month, day }));
const qualifier = fc.oneof(
  { weight: 2, arbitrary: fc.constant('' as const) },
  fc.constantFrom('~', '?', '%'),
);
const clock = fc.constantFrom('23:20:30', '23:20:30Z', '00:00:00-04', '23:59:59+05:30', '24:00:00', '10:05');

const datePiece: fc.Arbitrary<Piece> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc
      .record({ date: existingDay, qualifier })
      .map(({ date, qualifier }) => ({ is: 'day' as const, ...date, qualifier })),
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('month' as const), year, month, qualifier }) },
  fc.record({ is: fc.constant('year' as const), year, qualifier }),
);

const singlePiece: fc.Arbitrary<Piece> = fc.oneof(
  { weight: 6, arbitrary: datePiece },
  fc
    .record({ date: existingDay, clock })
    .map(({ date, clock }) => ({ is: 'instant' as const, ...date, clock })),
  fc.record({ is: fc.constant('season' as const), year, season: fc.constantFrom(21, 22, 23, 24) }),
  fc.record({ is: fc.constant('decade' as const), decade: fc.constant(190) }),
  fc.record({ is: fc.constant('someMonthOf' as const), year }),
  fc.record({ is: fc.constant('someDayOfMonth' as const), year, month }),
  fc.record({ is: fc.constant('someDayOfYear' as const), year }),
);

const end = fc.oneof(
  { weight: 8, arbitrary: datePiece },
  fc.constant('..' as const),
  fc.constant('' as const),
);

/** Any description, also of intervals that end before they start. */
export const description: fc.Arbitrary<Description> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ is: fc.constant('single' as const), piece: singlePiece }) },
  { weight: 10, arbitrary: fc.record({ is: fc.constant('interval' as const), start: end, end }) },
  {
    weight: 3,
    arbitrary: fc.constantFrom(...WINDOW).map(({ month, day }) => ({ is: 'yearless' as const, month, day })),
  },
  fc.constant({ is: 'yearless' as const, month: 2, day: 29 }),
  fc.record({ is: fc.constant('yearless' as const), month, day: fc.constant(null) }),
  fc.record({
    is: fc.constant('anyYear' as const),
    edtf: fc.constantFrom('XXXX' as const, 'XXXX-XX' as const, 'XXXX-XX-XX' as const),
  }),
);

/** A day of the years that are written about: any, or the first or last of a month, where mistakes live. */
export const dayNumber = fc
  .oneof(fc.constantFrom(...WRITTEN_DAYS), fc.constantFrom(...WRITTEN_DAYS.filter(({ day }) => day === 1)))
  .chain(({ number }) => fc.constantFrom(number, number, number - 1));

/** Days from a short to a long period, either end of which may be infinite. */
export const period: fc.Arbitrary<Period> = fc
  .tuple(dayNumber, dayNumber, fc.boolean(), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9 }))
  .map(([one, other, short, length, limits]) => {
    const from = Math.min(one, other);
    const to = short ? from + length : Math.max(one, other);
    return {
      from: limits === 0 || limits === 2 ? -Infinity : from,
      to: limits === 1 || limits === 2 ? Infinity : to,
    };
  });
