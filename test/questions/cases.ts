import fc from 'fast-check';
import { expect } from 'vitest';
import type { EntityRecord, FactRecord } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { openView } from '../../src/traversals/index.js';
import type { View } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';

/*
 * Questions are held to oracles: each is asked of random small graphs, many times of each graph, for writing a graph
 * takes longer than asking about it.
 */

/** How many questions are put to one graph. */
const QUESTIONS_TO_A_GRAPH = 20;

/** The usual effort, or ten times as much for `npm run test:deep`. */
export const DEPTH = process.env['TEST_DEPTH'] === 'deep' ? 10 : 1;

/** Random graphs may take longer than a test usually may. */
export const CASES_TIMEOUT = 240_000 * DEPTH;

/** What a graph holds, for oracles: every entity and every fact as it was recorded. */
export interface World {
  view: View;
  entities: readonly EntityRecord[];
  facts: readonly FactRecord[];
}

/**
 * Puts `total` random questions, to several random graphs, and demands of each what `check` demands. A failure prints
 * the seed with which it comes again.
 */
export async function holds<Question>(
  subject: Subject,
  total: number,
  { graphs, questions }: { graphs: fc.Arbitrary<readonly Operation[]>; questions: fc.Arbitrary<Question> },
  check: (world: World, question: Question) => Promise<void>,
): Promise<void> {
  const asked = fc.array(questions, {
    minLength: QUESTIONS_TO_A_GRAPH,
    maxLength: QUESTIONS_TO_A_GRAPH,
    size: 'max',
  });
  await fc.assert(
    fc.asyncProperty(graphs, asked, async (operations, list) => {
      await subject.place.clear();
      await subject.write(...operations);
      const world = await worldOf(subject);
      for (const question of list) await check(world, question);
    }),
    { numRuns: Math.ceil((total * DEPTH) / QUESTIONS_TO_A_GRAPH), endOnFailure: false },
  );
}

async function worldOf({ store }: Subject): Promise<World> {
  const page = { limit: 1_000, order: 'KEY', descending: false } as const;
  const [entities, facts] = [await store.findEntities({}, page), await store.findFacts({}, page)];
  expect(entities.hasMore || facts.hasMore).toBe(false);
  return {
    view: await openView(store),
    entities: entities.items.map(({ item }) => item),
    facts: facts.items.map(({ item }) => item),
  };
}
