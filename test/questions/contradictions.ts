import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/ontology/index.js';
import { RULES, contradictions } from '../../src/traversals/index.js';
import type { ContradictionsQuestion, RuleName } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { HOSPITALS, PEOPLE, SOURCES, contradictionGraphs } from './contradictionGraphs.js';
import { contradictionsOracle } from './contradictionsOracle.js';

const KINDS = ['Training', 'Affiliation', 'Observation', 'Assessment', 'Birth', 'Death'];
const RULE_NAMES = Object.keys(RULES) as RuleName[];

/** Mostly left out. */
const seldom = <Value>(values: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });

const filter = fc
  .record({
    statuses: seldom(fc.constant(['ACCEPTED' as const])),
    sources: seldom(fc.subarray(SOURCES, { minLength: 1 })),
    time: seldom(
      fc.record({
        period: fc.constantFrom('2003', '2001/2002', '2004/..').map(parsePeriod),
        certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const),
      }),
    ),
  })
  .map(given);

const question: fc.Arbitrary<ContradictionsQuestion> = fc
  .record({
    keys: seldom(fc.subarray([...PEOPLE, ...HOSPITALS], { minLength: 1, maxLength: 3 })),
    kinds: seldom(fc.subarray(KINDS, { minLength: 1 })),
    rules: seldom(fc.subarray(RULE_NAMES)),
    certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const, 'POSSIBLE' as const),
    filter,
  })
  .map(given);

/** Without the fields that are left open. */
function given<Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]: Exclude<Fields[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]: Exclude<Fields[Name], undefined>;
  };
}

/** Contradictions are what every rule finds in every pair. */
export function contradictionProperties(subject: Subject, total: number): void {
  describe('contradictions', () => {
    it(
      'are what every rule finds in every pair of facts',
      async () => {
        await holds(
          subject,
          total,
          { graphs: contradictionGraphs, questions: question },
          async ({ view, facts, entities }, asked) => {
            const { findings, cut } = await contradictions(view, asked);
            expect(cut).toBeNull();
            const found = findings.map(({ rule, facts: pair, about, certainty }) =>
              [rule, ...pair, ...about, certainty].join(' '),
            );
            expect([...found].sort()).toEqual(contradictionsOracle(facts, entities, asked));
            const places = findings.map(({ rule, facts: pair, about }) =>
              [rule, ...pair, ...about].join(' '),
            );
            expect(places).toEqual([...places].sort());
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}
