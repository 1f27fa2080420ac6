import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import {
  compareTimes,
  compareWithDay,
  compareWithPeriod,
  monthDaysOf,
  parsePeriod,
  parseTime,
  type Certainty,
  type Period,
  type Time,
  type TimeBounds,
} from '../../src/ontology/time/index.js';
import { dayNumber, description, period } from './timeArbitraries.js';
import { candidatesOf, hasPairs, judge, render, WINDOW, type Description } from './timeOracle.js';

const possibleDescription = description.filter((one) => hasPairs(candidatesOf(one)));

/** What a store runs: plain inequalities over the stored bounds, and membership in a list. */
function answerOfStore(time: TimeBounds, { from, to }: Period): Certainty {
  if (time.latestStart <= to && time.earliestEnd >= from) return 'CERTAIN';
  const monthDays = monthDaysOf({ from, to });
  const fits = time.yearless === null || monthDays === null || monthDays.includes(time.yearless);
  return time.earliestStart <= to && time.latestEnd >= from && fits ? 'POSSIBLE' : 'NO';
}

describe('a time and a period', () => {
  it('compare as all pairs of days do', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(
        possibleDescription,
        fc.array(period, { minLength: 1, maxLength: 3 }),
        (described, periods) => {
          const { bounds } = parseTime(render(described));
          const candidates = candidatesOf(described);
          for (const one of periods) {
            const expected = judge(candidates, one);
            expect(compareWithPeriod(bounds, one)).toBe(expected);
            expect(answerOfStore(bounds, one)).toBe(expected);
            const key = `${described.is} ${expected}`;
            seen.set(key, (seen.get(key) ?? 0) + 1);
          }
        },
      ),
      { numRuns: 1000 },
    );
    // The property says little unless every answer comes up for every form of time.
    for (const form of ['single', 'interval', 'yearless'] as const) {
      for (const answer of ['CERTAIN', 'POSSIBLE', 'NO']) {
        expect(seen.get(`${form} ${answer}`) ?? 0, `${form} ${answer}`).toBeGreaterThan(10);
      }
    }
  });

  it('of one day compare as all pairs of days do', () => {
    fc.assert(
      fc.property(possibleDescription, dayNumber, (described, day) => {
        const { bounds } = parseTime(render(described));
        expect(compareWithDay(bounds, day)).toBe(judge(candidatesOf(described), { from: day, to: day }));
      }),
      { numRuns: 1000 },
    );
  });

  it('stay certain in a longer period, and possible', () => {
    const rank: Record<Certainty, number> = { NO: 0, POSSIBLE: 1, CERTAIN: 2 };
    fc.assert(
      fc.property(
        possibleDescription,
        period,
        fc.nat(800),
        fc.nat(800),
        (described, inner, before, after) => {
          const { bounds } = parseTime(render(described));
          const outer = { from: inner.from - before, to: inner.to + after };
          expect(rank[compareWithPeriod(bounds, outer)]).toBeGreaterThanOrEqual(
            rank[compareWithPeriod(bounds, inner)],
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('where certain, also fulfil what a store asks for possible', () => {
    fc.assert(
      fc.property(possibleDescription, period, (described, one) => {
        const { bounds } = parseTime(render(described));
        if (compareWithPeriod(bounds, one) !== 'CERTAIN') return;
        const monthDays = monthDaysOf(one);
        expect(bounds.earliestStart).toBeLessThanOrEqual(one.to);
        expect(bounds.latestEnd).toBeGreaterThanOrEqual(one.from);
        expect(bounds.yearless === null || monthDays === null || monthDays.includes(bounds.yearless)).toBe(
          true,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('leave a fact without a time possible', () => {
    fc.assert(
      fc.property(period, (one) => {
        expect(compareWithPeriod(null, one)).toBe('POSSIBLE');
      }),
    );
  });
});

/** Pairs of days that a time may stand for: of its first and last starts and ends that have another, and one between, each with each. */
function somePairs(described: Description, within: 'the window' | 'all time'): [number, number][] {
  const { starts, ends, runs } = candidatesOf(described);
  const few = (days: number[]) =>
    [...new Set([0, 1, days.length >> 1, days.length - 2, days.length - 1])].flatMap((at) => days[at] ?? []);
  const lists = runs?.map((run): [number[], number[]] => [run, run]) ?? [[starts, ends]];
  return lists.flatMap(([first, last]) =>
    few(first.filter((start) => start <= (last.at(-1) ?? start))).flatMap((start) =>
      few(last.filter((end) => end >= (first[0] ?? end))).flatMap((end): [number, number][] => {
        const isOutside = within === 'the window' && !Number.isFinite(start);
        return start > end || isOutside ? [] : [[start, end]];
      }),
    ),
  );
}

describe('two times', () => {
  it('share a day as all pairs of days of the one and of the other do', () => {
    const seen = new Map<Certainty, number>();
    fc.assert(
      fc.property(possibleDescription, possibleDescription, (one, other) => {
        const isYearless = [one, other].map(({ is }) => is === 'yearless');
        // Before and after the window nothing tells two year-less days apart.
        const within = isYearless.every(Boolean) ? 'the window' : 'all time';
        const verdicts = somePairs(one, within).flatMap(([start, end]) =>
          somePairs(other, within).map(([from, to]) => start <= to && from <= end),
        );
        const sure = isYearless.some(Boolean) ? 'POSSIBLE' : 'CERTAIN';
        const expected = !verdicts.includes(true) ? 'NO' : verdicts.includes(false) ? 'POSSIBLE' : sure;
        const [first, second] = [one, other].map((each) => parseTime(render(each)).bounds);
        expect(compareTimes(first ?? null, second ?? null)).toBe(expected);
        expect(compareTimes(second ?? null, first ?? null)).toBe(expected);
        seen.set(expected, (seen.get(expected) ?? 0) + 1);
      }),
      { numRuns: 500 },
    );
    for (const answer of ['CERTAIN', 'POSSIBLE', 'NO'] as const) {
      expect(seen.get(answer) ?? 0, answer).toBeGreaterThan(20);
    }
  });

  it('of which one is not said may share a day', () => {
    fc.assert(
      fc.property(possibleDescription, (described) => {
        const { bounds } = parseTime(render(described));
        expect(compareTimes(bounds, null)).toBe('POSSIBLE');
        expect(compareTimes(null, bounds)).toBe('POSSIBLE');
      }),
    );
  });
});

describe('the bounds of a time', () => {
  it('are the first and last days of all its pairs', () => {
    fc.assert(
      fc.property(possibleDescription, (described) => {
        const { starts, ends } = candidatesOf(described);
        const firstStart = Math.min(...starts);
        const lastEnd = Math.max(...ends);
        expect(parseTime(render(described)).bounds).toEqual({
          earliestStart: firstStart,
          latestStart: Math.max(...starts.filter((start) => start <= lastEnd)),
          earliestEnd: Math.min(...ends.filter((end) => end >= firstStart)),
          latestEnd: lastEnd,
          yearless: described.is === 'yearless' ? render(described).slice(5) : null,
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('are refused where the end certainly lies before the start', () => {
    const reversed = description.filter((one) => !hasPairs(candidatesOf(one)));
    fc.assert(
      fc.property(reversed, (described) => {
        expect(() => parseTime(render(described))).toThrowError(
          expect.objectContaining({
            code: 'BAD_TIME',
            message: expect.stringContaining('before its start') as unknown,
          }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('come with the flags of what was written', () => {
    fc.assert(
      fc.property(possibleDescription, (described) => {
        const edtf = render(described);
        const { bounds: _, ...flags } = parseTime(edtf);
        const isInterval = described.is === 'interval';
        expect(flags).toEqual<Omit<Time, 'bounds'>>({
          edtf,
          openStart: isInterval && described.start === '..',
          openEnd: isInterval && described.end === '..',
          unknownStart: isInterval && described.start === '',
          unknownEnd: isInterval && described.end === '',
          approximate: /[~%]/.test(edtf),
          uncertain: /[?%]/.test(edtf),
        });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the period of a filter', () => {
  const isDefinite = (described: Description): boolean => {
    if (described.is !== 'single' && described.is !== 'interval') return false;
    const pieces = described.is === 'single' ? [described.piece] : [described.start, described.end];
    const definite = (piece: (typeof pieces)[number]) =>
      piece === '..' || (typeof piece === 'object' && 'qualifier' in piece && piece.qualifier === '');
    return pieces.every(definite) && pieces.some((piece) => piece !== '..');
  };

  it('is from the first to the last day of what is written', () => {
    fc.assert(
      fc.property(description.filter(isDefinite), (described) => {
        const { starts, ends } = candidatesOf(described);
        const [from, to] = [Math.min(...starts), Math.max(...ends)];
        if (from <= to) expect(parsePeriod(render(described))).toEqual({ from, to });
        else expect(() => parsePeriod(render(described))).toThrowError(/before its start/);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused where it is not definite', () => {
    fc.assert(
      fc.property(
        description.filter((described) => !isDefinite(described)),
        (described) => {
          expect(() => parsePeriod(render(described))).toThrowError(ConfrereError);
          expect(() => parsePeriod(render(described))).toThrowError(
            expect.objectContaining({ code: 'BAD_TIME' }),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('the year-less days and months of a period', () => {
  it('are those that its days have, counted one by one', () => {
    fc.assert(
      fc.property(period, ({ from, to }) => {
        const found = monthDaysOf({ from, to });
        const days = WINDOW.filter(({ number }) => number >= from && number <= to);
        const texts = days.map(({ month, day }) => [month, day].map((part) => String(part).padStart(2, '0')));
        const expected = new Set(texts.flatMap(([month, day]) => [`${month}`, `${month}-${day}`]));
        const isLimited = from !== -Infinity && to !== Infinity;
        if (found === null) expect(isLimited ? expected.size : 378).toBe(378);
        else expect(found).toEqual([...expected].sort());
      }),
      { numRuns: 500 },
    );
  });
});
