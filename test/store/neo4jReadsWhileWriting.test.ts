import { expect, test } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';
import { rounds } from '../helpers/soak.js';

const WRITES = rounds(40, 200);
const READERS = 4;
/** Of which each write changes the status for the first time. */
const FACTS_FOR_EACH = 10;
const FACTS = WRITES * FACTS_FOR_EACH;
const STATUSES = ['ACCEPTED', 'DISPUTED'] as const;

describeNeo4j('A Neo4j that is read while it is written', (server) => {
  test('counts what was known before as it was then', { timeout: rounds(120_000, 1_200_000) }, async () => {
    const driver = openTestDriver();
    await clearTestDatabase(driver);
    const { uri, username, password } = server();
    const store = await openNeo4jStore({ uri, username, password });
    const keys = Array.from({ length: FACTS }, (_, index) => `training/t${index}`);
    try {
      await store.apply(
        draftOf([source(), entity('doctor/a'), ...keys.map((key) => fact(key, ['TRAINER=doctor/a']))]),
      );
      let writing = true;
      const counts = new Map<number | undefined, number>();
      const read = async () => {
        while (writing) {
          const filter = { statuses: STATUSES, knownIn: 1 };
          const [[of], all] = await Promise.all([
            store.countFactsOf([['doctor/a']], undefined, filter),
            store.countFacts(filter),
          ]);
          for (const count of [of, all]) counts.set(count, (counts.get(count) ?? 0) + 1);
        }
      };
      const readers = Array.from({ length: READERS }, read);
      for (let write = 0; write < WRITES; write++) {
        const disputed = keys.slice(write * FACTS_FOR_EACH, (write + 1) * FACTS_FOR_EACH);
        await store.apply(
          draftOf(disputed.map((key) => ({ op: 'setStatus', fact: key, status: 'DISPUTED' }))),
        );
      }
      writing = false;
      await Promise.all(readers);
      expect([...counts.keys()]).toEqual([FACTS]);
    } finally {
      await store.close();
      await clearTestDatabase(driver);
      await driver.close();
    }
  });
});
