import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphqlSchema } from '../../../src/graphql/schema.js';
import type { RunningServer } from '../../../src/http/server.js';
import { SOAK } from '../../helpers/soak.js';
import { post, serve } from '../../helpers/serving.js';
import type { Answer } from '../../helpers/serving.js';
import type { NewPlace, Place } from '../../helpers/stores.js';
import { Fuzzing } from './fuzzing.js';
import { fuzzedOperation } from './operations.js';
import { Routes, coordinate } from './routes.js';
import { gatherWords } from './words.js';
import { fillWorld } from './world.js';

/** How much of the schema must have been answered, and answered with something else than null. */
export interface Reach {
  executed: number;
  filled: number;
}

/** Puts so many random operations to a service over a store with the seed graph and much that is made up. */
export function fuzzSuite(name: string, newPlace: NewPlace, count: number, reach: Reach): void {
  describe(`random operations of the schema, ${name}`, () => {
    let place: Place;
    let server: RunningServer;
    beforeAll(async () => {
      place = await newPlace();
      const store = await place.open();
      await fillWorld(store);
      server = await serve(store);
    }, 300_000);
    afterAll(async () => {
      await server.close();
      await place.remove();
    });

    it('get data that fits, or an error with a code', { timeout: 120_000 + count * 400 }, async () => {
      const schema = buildGraphqlSchema();
      const routes = new Routes(schema);
      const words = await gatherWords(async (query, variables = {}) => {
        const { data, errors } = (await (await post(server.url, { query, variables })).json()) as Answer;
        if (errors !== undefined) throw new Error(JSON.stringify(errors));
        return data;
      });
      const seed = Number(process.env['FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
      const operations = fc.sample(fuzzedOperation(routes, words), { numRuns: count, seed });
      const tally = await new Fuzzing(server.url, schema).all(operations);
      const fields = routes.fields.map(({ parent, field }) => coordinate(parent, field));
      const [executed, filled] = [
        fields.filter((each) => tally.executed.has(each)),
        fields.filter((each) => tally.filled.has(each)),
      ];
      const { operations: asked, furtherPages, withData, codes } = tally;
      console.log(
        JSON.stringify({
          ...{ seed, asked, furtherPages, withData, codes: Object.fromEntries(codes) },
          ...{ fields: fields.length, executed: executed.length, filled: filled.length },
          // Few operations leave many out by chance.
          ...(SOAK && {
            neverExecuted: without(fields, executed),
            neverFilled: without(executed, filled),
          }),
        }),
      );
      expect(tally.faults.slice(0, 5), `FUZZ_SEED=${seed}`).toEqual([]);
      expect(executed.length / fields.length).toBeGreaterThan(reach.executed);
      expect(filled.length / fields.length).toBeGreaterThan(reach.filled);
    });
  });
}

function without<Item>(items: readonly Item[], others: readonly Item[]): Item[] {
  const left = new Set(others);
  return items.filter((each) => !left.has(each));
}
