import 'reflect-metadata';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceOf } from '../../src/graphql/questions/list.js';

const place = fc.constantFrom(...'abcdefghij');

describe('a page of a list that a question has worked out', () => {
  it('is what looking at every item finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(place),
        fc.integer({ min: 0, max: 5 }),
        fc.boolean(),
        fc.option(place, { nil: undefined }),
        fc.option(place, { nil: undefined }),
        (places, limit, descending, after, before) => {
          const items = [...places].sort();
          const isBehind = (one: string, other: string) => (descending ? one < other : one > other);
          const within = (descending ? [...items].reverse() : items).filter(
            (each) =>
              (after === undefined || isBehind(each, after)) &&
              (before === undefined || isBehind(before, each)),
          );
          const page = {
            ...{ limit, order: 'PLACE', descending },
            ...(after === undefined ? {} : { after }),
            ...(before === undefined ? {} : { before }),
          };
          expect(sliceOf(items, (each) => each, page)).toEqual({
            items: within.slice(0, limit).map((item) => ({ item, orderKey: item })),
            hasMore: within.length > limit,
          });
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
