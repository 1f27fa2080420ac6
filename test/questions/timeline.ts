import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, parsePeriod } from '../../src/ontology/index.js';
import { timeline } from '../../src/traversals/index.js';
import type { Bucket, Timeline, TimelineEnd, TimelineQuestion } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { HOSPITALS, PEOPLE, contradictionGraphs } from './contradictionGraphs.js';
import { timelineOracle } from './timelineOracle.js';

const KINDS = ['Training', 'Affiliation', 'Observation', 'Birth'];
const PERIODS = ['2003', '2001/2002', '2004/..', '../2002', '2003-06/2003-07', '2003-12-31'];

const question: fc.Arbitrary<TimelineQuestion> = fc
  .record({
    keys: fc.subarray([...PEOPLE, ...HOSPITALS], { minLength: 1, maxLength: 3 }),
    by: fc.constantFrom('YEAR', 'YEAR', 'MONTH', 'MONTH', 'DAY'),
    kinds: fc.option(fc.subarray(KINDS), { freq: 2, nil: undefined }),
    roles: fc.option(fc.subarray(['TRAINER', 'TRAINEE', 'MEMBER', 'AT', 'BORN']), {
      freq: 2,
      nil: undefined,
    }),
    negated: fc.constantFrom(undefined, false),
    time: fc.option(
      fc.record({
        period: fc.constantFrom(...PERIODS).map(parsePeriod),
        certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const),
      }),
      { freq: 2, nil: undefined },
    ),
  })
  .map(({ keys, by, kinds, roles, negated, time }) => ({
    keys,
    by,
    ...(kinds === undefined ? {} : { kinds }),
    ...(roles === undefined ? {} : { roles }),
    filter: { ...(negated === undefined ? {} : { negated }), ...(time === undefined ? {} : { time }) },
  }));

/** All buckets, a few at a time, from the one end or from the other. */
function bucketsOf({ buckets }: Timeline, descending: boolean, limit: number): Bucket[] {
  const all: Bucket[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = buckets.page({ limit, descending, ...(last === undefined ? {} : { after: last.number }) });
    all.push(...page.buckets);
    expect(page.hasMore).toBe(all.length < buckets.length);
    if (!page.hasMore) return descending ? all.reverse() : all;
  }
}

/** Timelines are what going through all days finds. */
export function timelineProperties(subject: Subject, total: number): void {
  describe('timelines', () => {
    it(
      'count in each bucket what trying every fact on its days counts',
      async () => {
        await holds(
          subject,
          total,
          { graphs: contradictionGraphs, questions: question },
          async ({ view, facts }, asked) => {
            const answer = await timeline(view, asked);
            const expected = timelineOracle(facts, asked);
            const listed = bucketsOf(answer, false, 7);
            const buckets = await Promise.all(
              listed.map(async ({ number, ...bucket }) => {
                const found = await answer.buckets.factsIn({ number });
                return { ...bucket, facts: found.map(({ order: _order, ...fact }) => fact) };
              }),
            );
            const keysIn = (orders: readonly string[]) =>
              orders.map((order) => order.split('|')[1] ?? '').sort();
            const endOf = ({ day, isAsked: _isAsked, ...counts }: TimelineEnd) => ({
              day: isoDay(day),
              ...counts,
            });
            expect({
              start: endOf(answer.start),
              end: endOf(answer.end),
              buckets,
              undated: keysIn(answer.undated),
              yearless: keysIn(answer.yearless),
            }).toEqual(expected);
            expect(bucketsOf(answer, true, 5)).toEqual(listed);
          },
        );
      },
      CASES_TIMEOUT,
    );

    it(
      'count every fact once, where it may begin or among those without a day',
      async () => {
        await holds(
          subject,
          total / 5,
          { graphs: contradictionGraphs, questions: question },
          async ({ view }, asked) => {
            const answer = await timeline(view, asked);
            const begun = bucketsOf(answer, false, 100).reduce((sum, { beginning }) => sum + beginning, 0);
            const wanted = asked.kinds === undefined ? asked.filter : { ...asked.filter, kinds: asked.kinds };
            const participants = [
              { entities: asked.keys, ...(asked.roles === undefined ? {} : { roles: asked.roles }) },
            ];
            const all = await view.countFacts({ ...wanted, participants });
            expect(begun).toBe(answer.buckets.facts.length);
            expect(begun + answer.undated.length + answer.yearless.length).toBe(all);
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}
