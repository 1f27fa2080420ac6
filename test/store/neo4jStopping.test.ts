import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openDriver } from '../../src/store/neo4j/connect.js';
import { Executor } from '../../src/store/neo4j/executor.js';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { findingsIn } from '../helpers/collect.js';
import { draftOf, entity, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';

const ENDLESS =
  'UNWIND range(1, 100000000000) AS number WITH number WHERE number % 7 = 8 RETURN count(number)';
const PAGE = { limit: 10, order: 'KEY', descending: false } as const;

describeNeo4j('A question to Neo4j that nobody waits for any more', (server) => {
  let driver: Driver;
  let executor: Executor;
  let store: Store;

  beforeAll(() => {
    driver = openTestDriver();
  });
  beforeEach(async () => {
    await clearTestDatabase(driver);
    const { uri, username, password } = server();
    executor = new Executor(openDriver({ uri, username, password }), {
      database: undefined,
      location: uri,
      queryTimeoutMs: 120_000,
      writeTimeoutMs: 120_000,
    });
    store = await openNeo4jStore({ uri, username, password });
    await store.apply(draftOf([source(), entity('doctor/a', ['A'])]));
  });
  afterEach(async () => {
    await store.close();
    await executor.close();
  });
  afterAll(async () => {
    await clearTestDatabase(driver);
    await driver.close();
  });

  /** What runs on the server, but for the question itself. */
  async function running(): Promise<string[]> {
    const { records } = await driver.executeQuery(
      "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW' RETURN currentQuery",
    );
    return records.map((record) => String(record.get('currentQuery')));
  }

  async function until(condition: () => Promise<boolean>): Promise<void> {
    const deadline = performance.now() + 10_000;
    while (!(await condition())) {
      if (performance.now() > deadline) throw new Error('It did not come to that within 10 s.');
      await sleep(20);
    }
  }

  const runs = async () => (await running()).includes(ENDLESS);

  test.each(['reading', 'writing'])(
    'fails at once with the reason, and ends on the server: %s',
    async (how) => {
      const abort = new AbortController();
      const reason = new Error('The time is up.');
      const during = executor.during(abort.signal);
      const question = how === 'reading' ? during.rows(ENDLESS) : during.write((ask) => ask(ENDLESS));
      const failed = question.then(
        () => 'it was answered',
        (error: unknown) => error,
      );
      await until(runs);

      const start = performance.now();
      abort.abort(reason);
      expect(await failed).toBe(reason);
      expect(performance.now() - start).toBeLessThan(500);
      await until(async () => !(await runs()));
      expect(performance.now() - start).toBeLessThan(3_000);
    },
  );

  test('leaves nothing behind, whenever it was given up', async () => {
    const reason = new Error('Given up.');
    const outcomes = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const abort = new AbortController();
        const answer = store.during(abort.signal).countEntities({});
        setTimeout(() => abort.abort(reason), index / 4);
        return await answer.catch((error: unknown) => error);
      }),
    );
    expect(new Set(outcomes.filter((outcome) => outcome !== 1))).toEqual(new Set([reason]));
    await until(async () => (await running()).length === 0);
    expect(await Promise.all(Array.from({ length: 200 }, () => store.countEntities({})))).toEqual(
      Array.from({ length: 200 }, () => 1),
    );
  });

  test('writes whole or not at all, and the next write goes on', async () => {
    for (let wait = 0; wait < 40; wait += 4) {
      const abort = new AbortController();
      const draft = draftOf([entity('doctor/b'), source('source/b')]);
      const written = store.during(abort.signal).apply(draft);
      setTimeout(() => abort.abort(new Error('Given up.')), wait);
      await written.catch(() => undefined);
    }
    await until(async () => (await running()).length === 0);
    const before = await store.version();
    expect((await store.apply(draftOf([entity('doctor/c')]))).number).toBe(before + 1);
    expect(await findingsIn(store)).toEqual([]);
  });

  test('fails even where no server would be asked', async () => {
    const reason = new Error('Too late.');
    const late = store.during(AbortSignal.abort(reason));
    const questions: (() => Promise<unknown>)[] = [
      () => late.entities([]),
      () => late.findFacts({ kinds: [] }, PAGE),
      () => late.countFactsOf([], undefined, {}),
      () => late.changesets([]),
      () => late.judgements([]),
    ];
    for (const question of questions) await expect(question()).rejects.toBe(reason);
  });
});
