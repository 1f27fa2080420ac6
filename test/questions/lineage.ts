import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonAncestors, lineage } from '../../src/traversals/index.js';
import type { LineageQuestion } from '../../src/traversals/index.js';
import type { FactRecord } from '../../src/ontology/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { lineageOracle } from './lineageOracle.js';
import { PEOPLE, TECHNIQUES, trainingGraphs } from './trainingGraphs.js';

const question: fc.Arbitrary<LineageQuestion> = fc
  .record({
    of: fc.constantFrom(...PEOPLE),
    direction: fc.constantFrom('DESCENDANTS', 'ANCESTORS'),
    narrower: fc.boolean(),
    maxDepth: fc.constantFrom(1, 2, 3, 4, 7),
    filter: fc.constantFrom({ negated: false }, {}),
    techniques: fc.option(
      fc.constantFrom(...TECHNIQUES).map((key) => [key]),
      { nil: undefined, freq: 2 },
    ),
    inTimeOrder: fc.constantFrom(undefined, 'CERTAIN' as const, 'POSSIBLE' as const),
  })
  .map(({ techniques, inTimeOrder, ...rest }) => ({
    ...rest,
    ...(techniques === undefined ? {} : { techniques }),
    ...(inTimeOrder === undefined ? {} : { inTimeOrder }),
  }));

/** Which of the facts the question is about, said once more and without the store. */
function counting(
  facts: readonly FactRecord[],
  { techniques, narrower, filter }: LineageQuestion,
): FactRecord[] {
  const wanted = techniques?.flatMap((key) =>
    narrower && key === 'technique/a' ? [key, 'technique/b'] : [key],
  );
  return facts.filter(
    ({ participants, negated }) =>
      (filter.negated === undefined || negated === filter.negated) &&
      (wanted === undefined ||
        participants.some(({ role, entity }) => role === 'TECHNIQUE' && wanted.includes(entity ?? ''))),
  );
}

/** Lineages and common ancestors are what trying every chain finds. */
export function lineageProperties(subject: Subject, total: number): void {
  describe('lineage', () => {
    it(
      'reaches whom trying every chain reaches, as deep, by the same trainings',
      async () => {
        await holds(
          subject,
          total,
          { graphs: trainingGraphs, questions: question },
          async ({ view, facts }, asked) => {
            const answer = await lineage(view, asked);
            const found = answer.members.map(({ key, depth, steps }) => ({
              key,
              depth,
              steps: steps.map(({ fact, from }) => `${fact} ${from}`).sort(),
            }));
            const counted = counting(facts, asked);
            expect(found).toEqual(lineageOracle(counted, asked));
            if (asked.inTimeOrder !== 'POSSIBLE') return;
            const certain = new Map(
              lineageOracle(counted, { ...asked, inTimeOrder: 'CERTAIN' }).map((each) => [
                each.key,
                each.depth,
              ]),
            );
            for (const { key, depth, certainDepth, certainty } of answer.members) {
              expect(certainDepth).toBe(certain.get(key) ?? null);
              expect(certainty).toBe(certain.get(key) === depth ? 'CERTAIN' : 'POSSIBLE');
            }
          },
        );
      },
      CASES_TIMEOUT,
    );

    it(
      'finds the ancestors that lineages have in common',
      async () => {
        const questions = fc.tuple(question, fc.subarray(PEOPLE, { minLength: 2, maxLength: 3 }));
        await holds(
          subject,
          total / 5,
          { graphs: trainingGraphs, questions },
          async ({ view, facts }, [asked, of]) => {
            const answer = await commonAncestors(view, { ...asked, of });
            const lists = of.map((key) =>
              lineageOracle(counting(facts, asked), { ...asked, of: key, direction: 'ANCESTORS' }),
            );
            const shared = (lists[0] ?? []).flatMap(({ key }) => {
              const depths = lists.flatMap((list) => list.find((each) => each.key === key)?.depth ?? []);
              return depths.length < of.length || key.includes('#') ? [] : [{ key, depths }];
            });
            const found = answer.ancestors.map(({ key, ways }) => ({
              key,
              depths: ways.map(({ depth }) => depth),
            }));
            expect(found).toHaveLength(shared.length);
            expect(new Set(found)).toEqual(new Set(shared));
            const sums = found.map(({ depths }) => depths.reduce((sum, depth) => sum + depth, 0));
            expect(sums).toEqual([...sums].sort((a, b) => a - b));
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}
