import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cachedStore } from '../../src/store/cache/index.js';
import { openView } from '../../src/traversals/index.js';
import { draftOf } from '../helpers/graph.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { EACH_ALONE, QUESTIONS } from '../helpers/knownQuestions.js';
import { BEGINNING, written } from '../helpers/meanwhile.js';
import { describeNeo4j } from '../helpers/neo4j.js';
import { newDatabase } from '../helpers/stores.js';

const WHOLE =
  '{ facts(first: 9) { totalCount nodes { key status participants { participant { ... on Entity { name } } } } } }';

describeNeo4j('Two instances with a memory of one Neo4j', () => {
  it(
    'answer what was written through the other as soon as it was acknowledged',
    { timeout: 120_000 },
    async () => {
      const place = await newDatabase();
      try {
        const plain = await place.open();
        await plain.apply(draftOf(BEGINNING));
        const instances = [
          cachedStore(await place.open(), 1_000_000),
          cachedStore(await place.open(), 1_000_000),
        ];
        const services = instances.map((store) => graphqlOver(store, { answerBytes: 1_000_000 }));
        const { ask } = graphqlOver(plain);
        const writing = fc.tuple(fc.boolean(), written);
        await fc.assert(
          fc.asyncProperty(fc.array(writing, { minLength: 20, maxLength: 20 }), async (writings) => {
            for (const [which, operation] of writings) {
              // What is refused, for it stands already, lands nowhere.
              await instances[Number(which)]?.apply(draftOf([operation])).catch(() => undefined);
              const expected = await openView(plain, EACH_ALONE);
              const whole = await dataOf(ask(WHOLE));
              for (const service of services) {
                expect(await dataOf(service.ask(WHOLE))).toEqual(whole);
                expect(await dataOf(service.ask(WHOLE))).toEqual(whole);
              }
              for (const instance of instances) {
                const found = await openView(instance, EACH_ALONE);
                expect(found.knownIn).toBe(expected.knownIn);
                for (const question of QUESTIONS) {
                  expect(await question(found)).toStrictEqual(await question(expected));
                }
              }
            }
          }),
          { numRuns: 1, endOnFailure: true },
        );
      } finally {
        await place.remove();
      }
    },
  );
});
