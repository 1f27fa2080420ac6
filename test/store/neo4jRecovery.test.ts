import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Driver } from 'neo4j-driver';
import { findNeo4jMeans } from '../../src/cli/neo4j/means.js';
import { findFreePort } from '../../src/cli/neo4j/port.js';
import { startNeo4j } from '../../src/cli/neo4j/provide.js';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { findingsIn } from '../helpers/collect.js';
import { draftOf, entity, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';
import { neo4jTools } from '../helpers/neo4jTools.js';
import { openBoltProxy } from './boltProxy.js';
import type { BoltProxy } from './boltProxy.js';

/** How long a question took that failed because the store was not available. */
async function timeToRefusal(question: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const error: unknown = await question().then(
    () => 'it was answered',
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  return performance.now() - start;
}

describeNeo4j('A broken network between the store and Neo4j', (server) => {
  let driver: Driver;
  let proxy: BoltProxy;
  let store: Store;

  beforeAll(() => {
    driver = openTestDriver();
  });
  beforeEach(async () => {
    await clearTestDatabase(driver);
    const { uri, username, password } = server();
    proxy = await openBoltProxy(uri);
    store = await openNeo4jStore({ uri: proxy.uri, username, password, queryTimeoutMs: 1_000 });
    await store.apply(draftOf([source()]));
  });
  afterEach(async () => {
    await store.close();
    await proxy.close();
  });
  afterAll(async () => {
    await clearTestDatabase(driver);
    await driver.close();
  });

  test('that swallows the acknowledgement of a commit does not make the write land twice', async () => {
    const before = proxy.commits();
    proxy.loseNextAcknowledgement();
    const written = await store.apply(draftOf([entity('doctor/a', ['A']), source('source/paper')]));
    // The write, which landed; then the transaction that found it.
    expect(proxy.commits() - before).toBe(2);
    expect(written.number).toBe(2);
    expect(await store.version()).toBe(2);
    expect(await store.sources(['source/paper'])).toMatchObject([{ revision: 2, recordedIn: 2 }]);
    expect(await findingsIn(store)).toEqual([]);
  });

  test('that falls silent makes questions fail within a bounded time, and the store recovers', async () => {
    proxy.goSilent();
    expect(await timeToRefusal(() => store.health())).toBeLessThan(3_500);
    expect(await timeToRefusal(() => store.countSources())).toBeLessThan(12_000);
    proxy.passAgain();
    expect(await store.countSources()).toBe(1);
    await store.health();
  });

  test('that cuts every connection is not noticed by the next question', async () => {
    proxy.passAgain();
    expect(await store.countSources()).toBe(1);
    proxy.passAgain();
    expect((await store.apply(draftOf([source('source/b')]))).number).toBe(2);
  });

  test('makes nobody wait for a store that is closed', async () => {
    await store.close();
    expect(await timeToRefusal(() => store.countSources())).toBeLessThan(100);
    expect(await timeToRefusal(() => store.apply(draftOf([source()])))).toBeLessThan(100);
    expect(await timeToRefusal(() => store.health())).toBeLessThan(100);
  });
});

const { remedy } = await findNeo4jMeans(neo4jTools());

// A database that is started twice takes minutes on a machine that has other work.
describe.skipIf(remedy !== null)('A Neo4j that stops and starts again', { timeout: 300_000 }, () => {
  test('is refused in bounded time while it is down, and goes on by itself with all that was written', async () => {
    const home = await mkdtemp(join(tmpdir(), 'confrere-recovery-'));
    const place = { home, port: await findFreePort(), password: 'a-password', tools: neo4jTools() };
    let running = await startNeo4j(place);
    const store = await openNeo4jStore(running);
    try {
      await store.apply(draftOf([source(), entity('doctor/a', ['A'])]));
      const load = questionsUntil(store);
      await running.stop();

      expect(await timeToRefusal(() => store.health())).toBeLessThan(4_000);
      expect(await timeToRefusal(() => store.entities(['doctor/a']))).toBeLessThan(10_000);
      expect(await timeToRefusal(() => store.apply(draftOf([source('source/b')])))).toBeLessThan(10_000);
      for (const error of await load.stop()) expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });

      running = await startNeo4j(place);
      await store.health();
      expect(await store.version()).toBe(1);
      expect(await store.entities(['doctor/a'])).toMatchObject([{ key: 'doctor/a' }]);
      expect((await store.apply(draftOf([source('source/b')]))).number).toBe(2);
      expect(await findingsIn(store)).toEqual([]);
    } finally {
      await store.close();
      await running.stop();
      await rm(home, { recursive: true, force: true });
    }
  });
});

/** Asks one question after another, and gives at the end all errors that came. */
function questionsUntil(store: Store): { stop: () => Promise<unknown[]> } {
  const errors: unknown[] = [];
  let asking = true;
  const done = (async () => {
    while (asking) await store.countEntities({}).catch((error: unknown) => errors.push(error));
  })();
  return {
    stop: async () => {
      asking = false;
      await done;
      expect(errors.length).toBeGreaterThan(0);
      return errors;
    },
  };
}
