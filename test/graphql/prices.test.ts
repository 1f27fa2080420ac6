import fc from 'fast-check';
import { parse } from 'graphql';
import { expect, it } from 'vitest';
import { Prices, costOf } from '../../src/graphql/limits/cost.js';
import { buildGraphqlSchema } from '../../src/graphql/schema.js';

const DOCUMENT = parse(`
  query One($key: String!, $first: Int = 7, $with: Boolean! = true, $keys: [String!]) {
    entity(key: $key) { key ... on Doctor { trainingsGiven(first: $first) { nodes { key statement @include(if: $with) } } } }
    facts(filter: { sources: $keys }) { nodes { key } }
  }
  query Other($first: Int) { facts(first: $first) { nodes { key } } }
`);

const value = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom('doctor/a', 'doctor/b'),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('source/a', 'source/b'), { maxLength: 2 }),
);

it('a query costs the same whether its price is remembered or not', () => {
  const schema = buildGraphqlSchema();
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          operationName: fc.constantFrom('One', 'Other'),
          variables: fc.record(
            {
              key: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('doctor/a', 'doctor/b') }, value),
              first: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(1, 2, 3) }, value),
              with: fc.oneof({ weight: 5, arbitrary: fc.boolean() }, value),
              keys: value,
            },
            { requiredKeys: [] },
          ),
        }),
        { maxLength: 60, size: 'max' },
      ),
      (asked) => {
        const prices = new Prices(schema);
        for (const each of asked) {
          expect(prices.costOf({ document: DOCUMENT, ...each })).toBe(
            costOf(schema, { document: DOCUMENT, ...each }),
          );
        }
      },
    ),
  );
});
