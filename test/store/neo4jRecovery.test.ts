import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Driver } from 'neo4j-driver';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { findingsIn } from '../helpers/collect.js';
import { draftOf, entity, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';
import { openBoltProxy } from './boltProxy.js';
import type { BoltProxy } from './boltProxy.js';
import { timeToRefusal } from './refusal.js';

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

  test.each([
    { name: 'that says that a changeset begins', before: 0 },
    { name: 'of the changeset', before: 1 },
    { name: 'that says that it can be found', before: 2 },
  ])(
    'that swallows the acknowledgement of the commit $name does not make the write land twice',
    async ({ before }) => {
      const commits = proxy.commits();
      proxy.loseAcknowledgement(before);
      const written = await store.apply(draftOf([entity('doctor/a', ['A']), source('source/paper')]));
      // The three commits of a write, and one more to do that again, or to find that it was done.
      expect(proxy.commits() - commits).toBe(4);
      expect(written.number).toBe(2);
      expect(await store.version()).toBe(2);
      expect(await store.sources(['source/paper'])).toMatchObject([{ revision: 2, recordedIn: 2 }]);
      // Checking asks more than this store may wait for.
      const patient = await openNeo4jStore(server());
      expect(await findingsIn(patient).finally(() => patient.close())).toEqual([]);
    },
  );

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
