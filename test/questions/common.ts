import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { common } from '../../src/traversals/index.js';
import type { CommonQuestion, StatedRelation } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { commonOracle } from './commonOracle.js';
import { ENTITIES, ENTITY_KINDS, FACT_KINDS, mixedGraphs } from './mixedGraphs.js';

const question = fc
  .record({
    keys: fc.shuffledSubarray(ENTITIES, { minLength: 2, maxLength: 4 }),
    atLeast: fc.constantFrom(undefined, 2, 2, 3),
    entityKinds: fc.option(fc.subarray(ENTITY_KINDS, { minLength: 1 }), { nil: undefined }),
    relations: fc.boolean(),
    filter: fc.record(
      { kinds: fc.subarray(FACT_KINDS, { minLength: 1 }), negated: fc.constant(false) },
      { requiredKeys: [] },
    ),
  })
  .map(({ keys, atLeast, entityKinds, ...rest }): CommonQuestion => ({
    keys,
    ...rest,
    ...(atLeast === undefined ? {} : { atLeast: Math.min(atLeast, keys.length) }),
    ...(entityKinds === undefined ? {} : { entityKinds }),
  }));

/** What entities share is what holding each entity against each of them finds. */
export function commonProperties(subject: Subject, total: number): void {
  describe('common', () => {
    it(
      'finds what holding everything against everything finds',
      async () => {
        await holds(
          subject,
          total,
          { graphs: mixedGraphs, questions: question },
          async ({ view, entities, facts }, asked) => {
            const answer = await common(view, asked);
            const found = await Promise.all(
              answer.shared.map(async ({ key, sides }) => ({
                key,
                sides: await Promise.all(
                  sides.map(async (side) => ({
                    key: side.key,
                    facts: (await side.facts(view)).map(keyIn).sort(),
                    roles: side.roles,
                    ownRoles: side.ownRoles,
                    relations: side.relations.map(textOf).sort(),
                  })),
                ),
              })),
            );
            const { kinds, negated } = asked.filter;
            const counted = facts.filter(
              (fact) =>
                (kinds?.includes(fact.kind) ?? true) && (negated === undefined || fact.negated === negated),
            );
            const { shared, together, related } = commonOracle(
              { entities, facts: counted },
              { ...asked, atLeast: asked.atLeast ?? asked.keys.length },
            );
            const wanted = shared.filter(({ kind }) => asked.entityKinds?.includes(kind) ?? true);
            expect(found).toEqual(wanted.map(({ key, sides }) => ({ key, sides })));
            expect(answer.together.map(keyIn).sort()).toEqual(together);
            expect(answer.related.map(textOf)).toEqual(related);
            expect(answer.cut).toBeNull();
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}

function keyIn(order: string): string {
  return order.slice(order.indexOf('|') + 1);
}

function textOf({ from, relation, to }: StatedRelation): string {
  return `${from} ${relation} ${to}`;
}
