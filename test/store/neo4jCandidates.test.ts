import fc from 'fast-check';
import { expect, it } from 'vitest';
import { identityCandidates, openView } from '../../src/traversals/index.js';
import { draftOf } from '../helpers/graph.js';
import { describeNeo4j } from '../helpers/neo4j.js';
import { newDatabase, newFile } from '../helpers/stores.js';
import { DOCTORS, candidateGraphs } from '../questions/candidateGraphs.js';

const GRAPHS = 25;

describeNeo4j('candidates', () => {
  it('are the same in the same order on both stores', async () => {
    const places = [await newFile(), await newDatabase()];
    try {
      const stores = await Promise.all(places.map((place) => place.open()));
      await fc.assert(
        fc.asyncProperty(candidateGraphs, async (operations) => {
          for (const place of places) await place.clear();
          for (const store of stores) await store.apply(draftOf(operations));
          const views = await Promise.all(stores.map((store) => openView(store)));
          const rest = { atLeast: 'POSSIBLE', judged: true } as const;
          for (const question of [
            { kind: 'Doctor', ...rest },
            { kind: 'Hospital', ...rest },
            ...DOCTORS.map((key) => ({ key, ...rest })),
          ]) {
            const [one, other] = await Promise.all(views.map((view) => identityCandidates(view, question)));
            expect(other).toEqual(one);
          }
        }),
        { numRuns: GRAPHS, endOnFailure: true },
      );
    } finally {
      for (const place of places) await place.remove();
    }
  }, 300_000);
});
