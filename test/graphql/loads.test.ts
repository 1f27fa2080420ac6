import { expect, it } from 'vitest';
import { counting } from '../helpers/counting.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { onSeededStore } from '../helpers/seeded.js';

onSeededStore('the calls to the store', (store) => {
  it('are as many as a nested query has levels, however many items a level has', async () => {
    const { store: counted, calls } = counting(store());
    const { trainings } = await dataOf(
      graphqlOver(counted).ask(`{
        trainings {
          nodes {
            trainers {
              ... on Doctor {
                affiliations {
                  totalCount
                  nodes {
                    place { ... on Hospital { country { hospitals(first: 5) { totalCount nodes { key } } } } }
                  }
                }
              }
            }
            techniques { broader { key } }
            citations { source { title } }
          }
        }
      }`),
    );
    expect((trainings as { nodes: unknown[] }).nodes.length).toBeGreaterThan(4);
    expect(calls).toEqual({
      // Which state of the graph all of the others read; and whether anything landed while the relations were.
      version: 3,
      judgementsSince: 1,
      findFacts: 1,
      // Trainers and techniques; broader techniques; the places of posts; their countries.
      entities: 4,
      factsOf: 1,
      countFactsOf: 1,
      linkedTo: 1,
      countLinkedTo: 1,
      sources: 1,
    });
  });

  it('are none for what is not selected', async () => {
    const { store: counted, calls } = counting(store());
    await dataOf(graphqlOver(counted).ask('{ facts { totalCount } }'));
    expect(calls).toEqual({ version: 1, judgementsSince: 1, countFacts: 1 });
  });
});
