import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseWithLibrary } from '../../src/ontology/time/library.js';
import { parsePlain } from '../../src/ontology/time/plain.js';

const digits = (most: number, length: number) =>
  fc.nat(most).map((number) => String(number).padStart(length, '0'));

/** Dates that there are and that there are not, some with something more or less to them. */
const date = fc
  .tuple(digits(9_999, 4), digits(14, 2), digits(33, 2), fc.constantFrom(1, 2, 3, 3))
  .map(([year, month, day, parts]) => [year, month, day].slice(0, parts).join('-'));
const nearly = fc.oneof(
  { weight: 6, arbitrary: date },
  fc
    .tuple(date, fc.constantFrom('?', '~', '%', '-', 'T10:00', ' ', 'X'))
    .map(([plain, more]) => plain + more),
  fc.tuple(date, fc.nat(9)).map(([plain, place]) => plain.slice(0, place) + plain.slice(place + 1)),
  fc.constantFrom('', '..', '٢٠١٦', 'XXXX-11', '-2016', 'Y20160', '2016-21'),
);
const text = fc.oneof(
  nearly,
  fc.tuple(nearly, nearly).map((ends) => ends.join('/')),
  fc.tuple(date, date, date).map((ends) => ends.join('/')),
);

it('a plain time is read as the library reads it, and what it does not read is none', () => {
  let read = 0;
  fc.assert(
    fc.property(text, (edtf) => {
      const plain = parsePlain(edtf);
      if (plain === null) return;
      read++;
      expect(plain).toEqual(parseWithLibrary(edtf));
    }),
    { numRuns: 3_000 },
  );
  expect(read).toBeGreaterThan(300);
});

it.each([
  '2016',
  '2016-11',
  '2016-02-29',
  '0000',
  '0004-02-29',
  '2018/2020',
  '2018-03/2019-01-04',
  '2020/2018',
])('%s is plain', (edtf) => expect(parsePlain(edtf)).toEqual(parseWithLibrary(edtf)));
