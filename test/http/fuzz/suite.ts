import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildGraphqlSchema } from '../../../src/graphql/schema.js';
import type { RunningServer } from '../../../src/http/server.js';
import { importBundles } from '../../../src/ingest/index.js';
import { ontology } from '../../../src/ontology/index.js';
import type { Operation } from '../../../src/store/changeset.js';
import { SEEDS_DIRECTORY } from '../../../src/paths.js';
import { drafts } from '../../helpers/arbitraries/changesets.js';
import { post, serve } from '../../helpers/serving.js';
import type { Answer } from '../../helpers/serving.js';
import type { NewPlace, Place } from '../../helpers/stores.js';
import { Fuzzing } from './fuzzing.js';
import { fuzzedOperation } from './operations.js';
import { Routes } from './routes.js';
import { gatherWords } from './words.js';

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
      for (const draft of madeUp()) await store.apply(draft);
      await importBundles(store, [SEEDS_DIRECTORY], { author: 'A. Tester', note: 'The seed graph' });
      server = await serve(store);
    });
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
      const never = routes.fields.map(({ parent, field }) => `${parent.name}.${field.name}`);
      console.log(
        JSON.stringify({
          seed,
          operations: tally.operations,
          furtherPages: tally.furtherPages,
          withData: tally.withData,
          codes: Object.fromEntries(tally.codes),
          faults: tally.faults.length,
          fields: never.length,
          executed: tally.executed.size,
          filled: tally.filled.size,
          neverExecuted: never.filter((each) => !tally.executed.has(each)),
          neverFilled: never.filter((each) => tally.executed.has(each) && !tally.filled.has(each)),
        }),
      );
      (await import('node:fs')).writeFileSync('/tmp/faults.json', JSON.stringify(tally.faults, null, 1));
      expect(tally.faults.slice(0, 5), `FUZZ_SEED=${seed}`).toEqual([]);
      const isField = new Set(never);
      const share = (some: ReadonlySet<string>) =>
        [...some].filter((each) => isField.has(each)).length / never.length;
      expect(share(tally.executed)).toBeGreaterThan(reach.executed);
      expect(share(tally.filled)).toBeGreaterThan(reach.filled);
    });
  });
}

/** Always the same: of some random graphs the one with most in it, above all corrections and judgements. */
function madeUp() {
  const graphs = fc.sample(drafts(ontology), { numRuns: 300, seed: 1 });
  const worth = (graph: (typeof graphs)[number]) =>
    graph.flatMap(({ operations }) => operations).reduce((sum, operation) => sum + worthOf(operation), 0);
  return graphs.reduce((best, each) => (worth(each) > worth(best) ? each : best));
}

function worthOf(operation: Operation): number {
  switch (operation.op) {
    case 'recordFact':
      return 'supersedes' in operation ? 10 : 1;
    case 'judge':
      return 5;
    default:
      return 1;
  }
}
