import { expect, it } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { onSeededStore } from '../helpers/seeded.js';

/** A store that counts the calls of each method. */
function counting(store: Store): { store: Store; calls: Record<string, number> } {
  const calls: Record<string, number> = {};
  const proxy = new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...values: unknown[]) => {
        calls[String(name)] = (calls[String(name)] ?? 0) + 1;
        return Reflect.apply(value, target, values) as unknown;
      };
    },
  });
  return { store: proxy, calls };
}

onSeededStore('the calls to the store', (store) => {
  it('are as many as a nested query has levels, however many items a level has', async () => {
    const { store: counted, calls } = counting(store());
    const data = await dataOf(
      graphqlOver(counted).ask(`{
        entity(key: "country/vietnam") {
          ... on Country {
            hospitals(first: 100) {
              totalCount
              nodes {
                staff(first: 10) {
                  totalCount
                  nodes {
                    members {
                      ... on Doctor { trainingsGiven { nodes { techniques { broader { key } } citations { source { title } } } } }
                    }
                    citations { source { title } }
                  }
                }
              }
            }
          }
        }
      }`),
    );
    const { hospitals } = data['entity'] as { hospitals: { nodes: unknown[] } };
    expect(hospitals.nodes.length).toBeGreaterThan(10);
    expect(calls).toEqual({
      // The country; the members of all staff; the techniques; the broader techniques.
      entities: 4,
      linkedTo: 1,
      countLinkedTo: 1,
      // The staff of all hospitals; the trainings of all members.
      factsOf: 2,
      countFactsOf: 1,
      sources: 1,
    });
  });

  it('are none for what is not selected', async () => {
    const { store: counted, calls } = counting(store());
    await dataOf(graphqlOver(counted).ask('{ facts { totalCount } }'));
    expect(calls).toEqual({ countFacts: 1 });
  });
});
