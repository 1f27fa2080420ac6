import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import { dayOf, edtfSchema, isoDay, parsePeriod, parseTime } from '../../src/ontology/time/index.js';

/** The examples of EDTF, levels 0 and 1, and the year-less dates: [text, starts, ends], `-` where unbounded. */
const TAKEN: readonly (readonly [edtf: string, start: string, end: string])[] = [
  ['1985-04-12', '1985-04-12', '1985-04-12'],
  ['1985-04', '1985-04-01 1985-04-30', '1985-04-01 1985-04-30'],
  ['1985', '1985-01-01 1985-12-31', '1985-01-01 1985-12-31'],
  ['0000', '0000-01-01 0000-12-31', '0000-01-01 0000-12-31'],
  ['1985-04-12T23:20:30', '1985-04-12', '1985-04-12'],
  ['1985-04-12T23:20:30Z', '1985-04-12', '1985-04-12'],
  ['1985-04-12T23:20:30-04', '1985-04-12', '1985-04-12'],
  ['1985-04-12T23:20:30+04:30', '1985-04-12', '1985-04-12'],
  ['1985-04-12T23:20:30.125Z', '1985-04-12', '1985-04-12'],
  ['1985-04-12T24:00:00', '1985-04-12', '1985-04-12'],
  ['1964/2008', '1964-01-01 1964-12-31', '2008-01-01 2008-12-31'],
  ['2004-06/2006-08', '2004-06-01 2004-06-30', '2006-08-01 2006-08-31'],
  ['2004-02-01/2005-02-08', '2004-02-01', '2005-02-08'],
  ['2004-02-01/2005-02', '2004-02-01', '2005-02-01 2005-02-28'],
  ['2004-02-01/2005', '2004-02-01', '2005-01-01 2005-12-31'],
  ['2005/2006-02', '2005-01-01 2005-12-31', '2006-02-01 2006-02-28'],
  ['2005-02-01/2005-02-01', '2005-02-01', '2005-02-01'],
  ['2005-03/2005', '2005-03-01 2005-03-31', '2005-03-01 2005-12-31'],
  ['2005/2005-03', '2005-01-01 2005-03-31', '2005-03-01 2005-03-31'],
  ['Y170000002', 'Y170000002-01-01 Y170000002-12-31', 'Y170000002-01-01 Y170000002-12-31'],
  ['Y-170000002', 'Y-170000002-01-01 Y-170000002-12-31', 'Y-170000002-01-01 Y-170000002-12-31'],
  ['2001-21', '2001-01-01 2001-12-31', '2001-01-01 2001-12-31'],
  ['2001-22', '2000-12-01 2002-02-28', '2000-12-01 2002-02-28'],
  ['2003-23', '2003-01-01 2003-12-31', '2003-01-01 2003-12-31'],
  ['2003-24', '2002-12-01 2004-02-29', '2002-12-01 2004-02-29'],
  ['1984?', '1983-01-01 1985-12-31', '1983-01-01 1985-12-31'],
  ['2004-06~', '2004-05-01 2004-07-31', '2004-05-01 2004-07-31'],
  ['2004-12~', '2004-11-01 2005-01-31', '2004-11-01 2005-01-31'],
  ['2004-06-11%', '2004-06-10 2004-06-12', '2004-06-10 2004-06-12'],
  ['201X', '2010-01-01 2019-12-31', '2010-01-01 2019-12-31'],
  ['20XX', '2000-01-01 2099-12-31', '2000-01-01 2099-12-31'],
  ['2004-XX', '2004-01-01 2004-12-31', '2004-01-01 2004-12-31'],
  ['1985-04-XX', '1985-04-01 1985-04-30', '1985-04-01 1985-04-30'],
  ['1985-XX-XX', '1985-01-01 1985-12-31', '1985-01-01 1985-12-31'],
  ['1985-04-12/..', '1985-04-12', '-'],
  ['1985-04/..', '1985-04-01 1985-04-30', '-'],
  ['1985/..', '1985-01-01 1985-12-31', '-'],
  ['../1985-04-12', '-', '1985-04-12'],
  ['../1985-04', '-', '1985-04-01 1985-04-30'],
  ['../1985', '-', '1985-01-01 1985-12-31'],
  ['../..', '-', '-'],
  ['1985-04-12/', '1985-04-12', '1985-04-12 -'],
  ['1985-04/', '1985-04-01 1985-04-30', '1985-04-01 -'],
  ['1985/', '1985-01-01 1985-12-31', '1985-01-01 -'],
  ['/1985-04-12', '- 1985-04-12', '1985-04-12'],
  ['/1985-04', '- 1985-04-30', '1985-04-01 1985-04-30'],
  ['/1985', '- 1985-12-31', '1985-01-01 1985-12-31'],
  ['/', '- -', '- -'],
  ['/..', '- -', '-'],
  ['../', '-', '- -'],
  ['1984~/2004-06', '1983-01-01 1985-12-31', '2004-06-01 2004-06-30'],
  ['1984-06-02?/2004-08-08~', '1984-06-01 1984-06-03', '2004-08-07 2004-08-09'],
  ['2020~/2019', '2019-01-01 2019-12-31', '2019-01-01 2019-12-31'],
  ['-1985', '-1985-01-01 -1985-12-31', '-1985-01-01 -1985-12-31'],
  ['-0044-03-15', '-0044-03-15', '-0044-03-15'],
  ['-0002/0001-06', '-0002-01-01 -0002-12-31', '0001-06-01 0001-06-30'],
  ['-198X', '-1989-01-01 -1980-12-31', '-1989-01-01 -1980-12-31'],
  ['-19XX', '-1999-01-01 -1900-12-31', '-1999-01-01 -1900-12-31'],
  ['-000X', '-0009-01-01 -0001-12-31', '-0009-01-01 -0001-12-31'],
  ['000X', '0000-01-01 0009-12-31', '0000-01-01 0009-12-31'],
  ['XXXX', '- -', '- -'],
  ['XXXX-XX', '- -', '- -'],
  ['XXXX-XX-XX', '- -', '- -'],
  ['XXXX-11-27', '- -', '- -'],
  ['XXXX-02-29', '- -', '- -'],
  ['XXXX-11', '- -', '- -'],
];

/** The grammar of levels 0 and 1 and of year-less dates, but for how many days a month has. */
const GRAMMAR = grammar();

function grammar(): RegExp {
  const year = '(?:(?!-0000)-?\\d{4})';
  const month = '(?:0[1-9]|1[0-2])';
  const day = '(?:0[1-9]|[12]\\d|3[01])';
  const date = `${year}(?:-${month}(?:-${day})?)?`;
  const east = '\\+(?:(?:0\\d|1[0-3])(?::[0-5]\\d)?|14(?::00)?)';
  const west = '-(?:(?:0[1-9]|1[01])(?::[0-5]\\d)?|12(?::00)?|00:(?!00)[0-5]\\d)';
  const clock = '(?:(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d+)?)?|24:00(?::00)?)';
  const end = `(?:${date}[~?%]?|\\.\\.)?`;
  const forms = [
    `${date}[~?%]?`,
    `${year}-${month}-${day}T${clock}(?:Z|${east}|${west})?`,
    `${end}/${end}`,
    'Y-?[1-9]\\d{4,11}',
    `${year}-2[1-4]`,
    `-?\\d{3}X|-?\\d{2}XX|${year}-XX|${year}-${month}-XX|${year}-XX-XX`,
    `XXXX|XXXX-XX|XXXX-XX-XX|XXXX-${month}|XXXX-${month}-${day}`,
  ];
  return new RegExp(`^(?=.{1,64}$)(?:${forms.join('|')})$`);
}

/** What is no time, each with words of the advice that it must get. */
const REFUSED: readonly (readonly [given: unknown, advice: string])[] = [
  ...[undefined, null, 2016, true, ['2016'], { edtf: '2016' }, new Date(0), Symbol('2016')].map(
    (given) => [given, 'as text in quotes'] as const,
  ),
  ['', 'leave it out'],
  ['   ', 'leave it out'],
  ...[' 2016', '2016 ', '2018 / 2020', '2016\n', '2016-11\t', '2016-11-27 10:00'].map(
    (given) => [given, 'white space'] as const,
  ),
  ...[
    'November 2020',
    'circa 1950',
    'unknown',
    'open',
    '2018/present',
    '27 Nov 2020',
    'spring 2001',
    'năm 2020',
  ].map((given) => [given, 'figures'] as const),
  ['2020年', 'figures'],
  ['2020–2021', 'figures'],
  ['1985-04-12T23:20:30−04', 'figures'],
  ['27/11/2020', 'year first'],
  ['11/27/2020', 'year first'],
  ['27.11.2020', 'year first'],
  ['27-11-2020', 'year first'],
  ['2020/11/27', 'hyphens'],
  ['2020.11.27', 'hyphens'],
  ['2020/11', 'hyphens'],
  ['2020-1-1', 'two digits'],
  ['2020-1', 'two digits'],
  ['2020-11-1', 'two digits'],
  ['20201127', 'hyphens'],
  ['202011', 'hyphens'],
  ['20201127T100000', 'hyphens'],
  ['2023-13', '01 to 12'],
  ['2023-00', '01 to 12'],
  ['2023-13-01', '01 to 12'],
  ['2023-21-01', '01 to 12'],
  ['2020/2023-13', '01 to 12'],
  ['XXXX-13-01', '01 to 12'],
  ['2023-02-30', '01 to 28'],
  ['2023-02-29', '01 to 28'],
  ['1900-02-29', '01 to 28'],
  ['2023-02-29/..', '01 to 28'],
  ['2020/2023-02-29~', '01 to 28'],
  ['2023-02-29T10:00:00Z', '01 to 28'],
  ['2024-02-30', '01 to 29'],
  ['XXXX-02-30', '01 to 29'],
  ['2023-04-31', '01 to 30'],
  ['2023-01-32', '01 to 31'],
  ['2023-01-00', '01 to 31'],
  ['-0000', 'year zero'],
  ['-0000-XX', 'year zero'],
  ['-0000-01-XX', 'year zero'],
  ['-0000-XX-XX', 'year zero'],
  ['12020', 'begins with Y'],
  ['Y2018', 'has no Y'],
  ['Y1000000000000', 'twelve digits'],
  [`Y${'9'.repeat(40)}`, 'twelve digits'],
  ['Y170000002~', 'stands alone'],
  ['Y17000/..', 'stands alone'],
  ['Y17E7', 'Exponents'],
  ['1950S2', 'significant digits'],
  ['20', 'four digits'],
  ['196', 'four digits'],
  ['201x', 'capitals'],
  ['198u', 'capitals'],
  ['xxxx-11-27', 'capitals'],
  ['y170000002', 'capitals'],
  ['1985-04-12t23:20:30z', 'capitals'],
  ['1XXX', 'X may stand'],
  ['156X-12-25', 'X may stand'],
  ['1985-XX-05', 'X may stand'],
  ['1985-1X', 'X may stand'],
  ['XXXX-11-XX', 'X may stand'],
  ['-XXXX', 'X may stand'],
  ['-XXXX-11', 'X may stand'],
  ['-XXXX-11-27', 'X may stand'],
  ['20XX-XX', 'X may stand'],
  ['201X~', 'X already'],
  ['2004-XX?', 'X already'],
  ['XXXX-11-27~', 'X already'],
  ['XXXX-11-27/2020', 'no X'],
  ['2020/XXXX-11', 'no X'],
  ['2004-06-XX/2004-07-03', 'no X'],
  ['~2004', 'after the whole date'],
  ['2004-06~-11', 'after the whole date'],
  ['2004?-06', 'after the whole date'],
  ['2004?~', 'after the whole date'],
  ['2001-25', '21 (spring) to 24'],
  ['2001-41', '21 (spring) to 24'],
  ['2001-21~', 'season stands alone'],
  ['2001-21/2003', 'season stands alone'],
  ['2001/2003-24', 'season stands alone'],
  ['2020-03-05T10:00:00/2020-03-06', 'date to date'],
  ['2020/2020-03-05T10:00:00', 'date to date'],
  ['1985-04-12T25:00:00', 'time of day'],
  ['1985-04-12T23:60:00', 'time of day'],
  ['1985-04-12T23', 'time of day'],
  ['1985-04-12T23:20:30+0430', 'time of day'],
  ['1985-04T23:20:30', 'time of day'],
  ['[1667,1668]', 'Sets are not taken'],
  ['{1667..1672}', 'Sets are not taken'],
  ['..', 'open end'],
  ['2014..2016', 'open end'],
  ['2014/...', 'open end'],
  ['2014/2015/2016', 'one slash'],
  ['2020/2018', 'before its start'],
  ['2020-05-02/2020-05-01', 'before its start'],
  ['2020-05/2020-04', 'before its start'],
  ['2020~/2018', 'before its start'],
  ['-0001/-0002', 'before its start'],
  ['2014-', 'Write year'],
  ['----', 'Write year'],
  ['2016'.repeat(1000), 'characters'],
  [`2016-11-03T10:00:00.${'1'.repeat(100_000)}Z`, 'characters'],
];

function refusalOf(read: () => unknown): ConfrereError {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfrereError && error.code === 'BAD_TIME') return error;
    throw error;
  }
  throw new Error('Expected a refusal; the value was taken.');
}

function adviceIn({ message }: ConfrereError): string {
  return message.replace(/^Expected .*?; got (".*?"(\.\.\. \(\d+ characters\))?|[^.]*)\. /su, '');
}

function writeRange(first: number, last: number): string {
  const [one, other] = [isoDay(first) ?? '-', isoDay(last) ?? '-'];
  return first === last ? one : `${one} ${other}`;
}

function expectBoundsInOrder(edtf: string): void {
  const { earliestStart, latestStart, earliestEnd, latestEnd } = parseTime(edtf).bounds;
  for (const bound of [earliestStart, latestStart, earliestEnd, latestEnd]) {
    expect(Number.isSafeInteger(bound) || Math.abs(bound) === Infinity).toBe(true);
  }
  expect(earliestStart <= latestStart && earliestEnd <= latestEnd).toBe(true);
  expect(earliestStart <= earliestEnd && latestStart <= latestEnd).toBe(true);
}

describe('a time', () => {
  it.each(TAKEN)('%s is taken', (edtf, start, end) => {
    const { bounds } = parseTime(edtf);
    expect(writeRange(bounds.earliestStart, bounds.latestStart)).toBe(start);
    expect(writeRange(bounds.earliestEnd, bounds.latestEnd)).toBe(end);
    expect(bounds.yearless).toBe(/^XXXX-\d/.test(edtf) ? edtf.slice('XXXX-'.length) : null);
    expect(edtfSchema.safeParse(edtf)).toEqual({ success: true, data: edtf });
  });

  it.each(REFUSED)('%j is refused (%s)', (given, advice) => {
    const error = refusalOf(() => parseTime(given as string));
    expect(error.message).toMatch(/^Expected a time in EDTF, such as "2016-11".*; got /su);
    expect(adviceIn(error)).toContain(advice);
    expect(error.message.length).toBeLessThan(400);
    const issues = edtfSchema.safeParse(given).error?.issues ?? [];
    expect(issues.map(({ message }) => message)).toEqual([error.message]);
  });

  it('is refused with examples that are taken', () => {
    for (const [given] of REFUSED) {
      const advice = adviceIn(refusalOf(() => parseTime(given as string)));
      const examples = Array.from(advice.matchAll(/"([^"]*)"/g), ([, quoted]) => quoted ?? '').filter(
        (quoted) => quoted.length > 2,
      );
      expect(examples, advice).not.toHaveLength(0);
      for (const example of examples) expect(parseTime(example).edtf).toBe(example);
    }
  });

  it('is the same whether it was read before or not, and cannot be changed', () => {
    const time = parseTime('2016-11');
    expect(parseTime('2016-11')).toEqual(time);
    expect(Object.isFrozen(time) && Object.isFrozen(time.bounds)).toBe(true);
    for (let year = 1000; year < 9999; year++) parseTime(`${year}`);
    for (let month = 1; month <= 12; month++) parseTime(`2000-${String(month).padStart(2, '0')}`);
    for (let year = 1000; year < 3000; year++) parseTime(`${year}~`);
    expect(parseTime('2016-11')).toEqual(time);
  });

  it('is read, with bounds in order, exactly where the grammar has it and its days exist in order', () => {
    const character = fc.constantFrom(...'0123456789-/XYTZ~?%.:+xES[]{}, ');
    const edit = fc.tuple(fc.nat(30), fc.nat(2), fc.string({ unit: character, maxLength: 2 }));
    const edited = fc
      .tuple(fc.constantFrom(...TAKEN), fc.array(edit, { maxLength: 2 }))
      .map(([[edtf], edits]) =>
        edits.reduce((text, [at, cut, put]) => text.slice(0, at) + put + text.slice(at + cut), edtf),
      );
    const fragments = [
      '2016',
      '-11',
      '-27',
      '/',
      '..',
      'XXXX',
      'XX',
      '-',
      '~',
      '?',
      'T10:00:00',
      '-02-29',
      'Y',
    ];
    const composed = fc.array(fc.constantFrom(...fragments), { maxLength: 5 }).map((parts) => parts.join(''));
    const arbitrary = fc.oneof(
      { weight: 3, arbitrary: edited },
      composed,
      fc.string({ unit: 'binary', maxLength: 80 }),
    );
    const seen = { taken: 0, refused: 0 };
    fc.assert(
      fc.property(arbitrary, (edtf) => {
        if (edtfSchema.safeParse(edtf).success) {
          seen.taken++;
          expect(edtf).toMatch(GRAMMAR);
          expectBoundsInOrder(edtf);
        } else {
          seen.refused++;
          const advice = adviceIn(refusalOf(() => parseTime(edtf)));
          if (GRAMMAR.test(edtf)) expect(advice).toMatch(/days of that month run|before its start/);
        }
      }),
      { numRuns: 2000 },
    );
    expect(Math.min(seen.taken, seen.refused)).toBeGreaterThan(100);
  });

  it('that is no string is refused, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (given) => {
        fc.pre(typeof given !== 'string');
        refusalOf(() => parseTime(given as string));
        refusalOf(() => parsePeriod(given as string));
        expect(edtfSchema.safeParse(given).success).toBe(false);
      }),
    );
  });
});

describe('the period of a filter', () => {
  it.each([
    ['2020', '2020-01-01', '2020-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2020-03-05', '2020-03-05', '2020-03-05'],
    ['2018/2020', '2018-01-01', '2020-12-31'],
    ['2018/..', '2018-01-01', null],
    ['../2020', null, '2020-12-31'],
    ['2020-05/2020', '2020-05-01', '2020-12-31'],
    ['-0044', '-0044-01-01', '-0044-12-31'],
    ['Y170000002', 'Y170000002-01-01', 'Y170000002-12-31'],
  ])('%s is taken', (edtf, from, to) => {
    expect(parsePeriod(edtf)).toEqual({
      from: from === null ? -Infinity : dayOf(from),
      to: to === null ? Infinity : dayOf(to),
    });
  });

  it.each([
    ...['2020~', '2020?', '2020%/2021', '201X', '2004-XX', '2001-21', '1985-04-12T23:20:30Z'].map((edtf) => [
      edtf,
      'A filter has no',
    ]),
    ...['2018/', '/2020', '/'].map((edtf) => [edtf, 'unknown end']),
    ...['XXXX', 'XXXX-11-27', 'XXXX-11'].map((edtf) => [edtf, 'year of a filter']),
    ['../..', 'leave the filter out'],
    ['2020/2018', 'before its start'],
    ['27/11/2020', 'year first'],
    ['', 'leave it out'],
  ])('%s is refused (%s)', (edtf, advice) => {
    const error = refusalOf(() => parsePeriod(edtf));
    expect(error.message).toMatch(/^Expected a definite period, such as "2020"/);
    expect(error.message).toContain(advice);
  });
});
