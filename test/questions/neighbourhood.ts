import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NeighbourhoodQuestion } from '../../src/traversals/index.js';
import { neighbourhoodOf } from '../../src/traversals/neighbourhood/neighbourhood.js';
import { Reading } from '../../src/traversals/view/reading.js';
import { ontology } from '../../src/ontology/index.js';
import type { FactRecord } from '../../src/ontology/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { ENTITIES, ENTITY_KINDS, FACT_KINDS, mixedGraphs } from './mixedGraphs.js';
import { neighbourhoodOracle } from './neighbourhoodOracle.js';

/** With how many facts an entity on the rim is read whole: never, sometimes, always. */
const few = fc.constantFrom(40, 40, 40, 3, 0);

const question: fc.Arbitrary<NeighbourhoodQuestion> = fc.record({
  keys: fc.subarray(ENTITIES, { minLength: 1, maxLength: 3 }),
  hops: fc.constantFrom(1, 2, 3),
  perNode: fc.constantFrom(1, 2, 3, 5, 50),
  withoutEntityKinds: fc.oneof(fc.constant([]), fc.subarray(ENTITY_KINDS, { maxLength: 2 })),
  filter: fc.record(
    {
      kinds: fc.subarray(FACT_KINDS, { minLength: 1 }),
      negated: fc.constant(false),
      statuses: fc.constant(['ACCEPTED' as const, 'DISPUTED' as const]),
    },
    { requiredKeys: [] },
  ),
});

/** Which of the facts the question is about, said once more and without the store. */
function counting(
  facts: readonly FactRecord[],
  { filter: { kinds, negated, statuses } }: NeighbourhoodQuestion,
): FactRecord[] {
  return facts.filter(
    (fact) =>
      (kinds?.includes(fact.kind) ?? true) &&
      (negated === undefined || fact.negated === negated) &&
      (statuses?.includes(fact.status) ?? true),
  );
}

/** What is drawn around entities is what a table of all pairs says. */
export function neighbourhoodProperties(subject: Subject, total: number): void {
  describe('neighbourhood', () => {
    it(
      'draws the nodes and links that a table of all pairs draws',
      async () => {
        await holds(
          subject,
          total,
          { graphs: mixedGraphs, questions: fc.tuple(question, few) },
          async ({ view, facts }, [asked, whole]) => {
            const { nodes, drawing, cut } = await neighbourhoodOf(new Reading(view), asked, whole);
            expect(cut).toBeNull();
            const without = asked.withoutEntityKinds;
            const expected = neighbourhoodOracle(counting(facts, asked), {
              ...asked,
              entities: ENTITIES.filter(
                (key) =>
                  asked.keys.includes(key) || !without.includes(ontology.entityKindOfKey(key)?.name ?? ''),
              ),
            });
            expect(nodes).toEqual(
              expected.nodes.map((node) =>
                node.distance < asked.hops || node.degree <= whole
                  ? node
                  : { ...node, neighbourCount: null, neighboursLeftOut: null },
              ),
            );
            const links = nodes.flatMap(({ key }) => drawing.linksOf(key));
            expect(drawing.linkCount).toBe(links.length);
            const lists = await Promise.all(links.map((link) => drawing.factsOf(link, view)));
            expect(
              links.map(({ earlier, later }, index) => ({
                ends: `${earlier} ${later}`,
                facts: lists[index]?.map((order) => order.slice(order.indexOf('|') + 1)).sort(),
              })),
            ).toEqual(expected.links);
            for (const [index, link] of links.entries()) {
              expect(link.factCount).toBe(lists[index]?.length);
              expect(link.kinds.reduce((sum, { factCount }) => sum + factCount, 0)).toBe(link.factCount);
            }
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}
