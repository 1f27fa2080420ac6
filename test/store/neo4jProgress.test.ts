import type { Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Page, Store } from '../../src/store/port.js';
import { draftOf, entity, fact, judge, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';

const BY_KEY: Page<'KEY'> = { limit: 10, order: 'KEY', descending: false };

describeNeo4j('How far a graph in Neo4j has come', (server) => {
  let driver: Driver;
  let store: Store;

  beforeAll(() => {
    driver = openTestDriver();
  });
  beforeEach(async () => {
    await clearTestDatabase(driver);
    store = await open();
    await store.apply(draftOf([source(), entity('doctor/a'), entity('doctor/b')]));
    await store.apply(
      draftOf([entity('doctor/a', ['Another']), judge('judgement/one', ['doctor/a', 'doctor/b'])]),
    );
  });
  afterEach(() => store.close());
  afterAll(async () => {
    await clearTestDatabase(driver);
    await driver.close();
  });

  function open(): Promise<Store> {
    const { uri, username, password } = server();
    return openNeo4jStore({ uri, username, password });
  }

  const progress = async () => {
    const { records } = await driver.executeQuery(
      'MATCH (p:ConfrereProgress) RETURN toInteger(p.begun) AS begun, toInteger(p.published) AS published',
    );
    return records.map((record) => [Number(record.get('begun')), Number(record.get('published'))]);
  };
  const set = (begun: number, published: number) =>
    driver.executeQuery(
      'MATCH (p:ConfrereProgress) SET p.begun = toInteger($begun), p.published = toInteger($published)',
      {
        begun,
        published,
      },
    );

  test('is said once a changeset has landed', async () => {
    expect(await progress()).toEqual([[2, 2]]);
    await expect(store.apply(draftOf([fact('training/x', ['TRAINER=doctor/none'])]))).rejects.toMatchObject({
      code: 'CHANGESET_REFUSED',
    });
    expect(await progress()).toEqual([[2, 2]]);
    expect(await store.version()).toBe(2);
  });

  test.each([
    ['after its changeset had landed', 2, 1],
    ['before its changeset landed', 3, 2],
  ])('is put right by the next who asks, where a writer was gone %s', async (_when, begun, published) => {
    await set(begun, published);
    expect(await store.version()).toBe(2);
    expect(await progress()).toEqual([[2, 2]]);
    expect(await store.entitiesRevisedSince(1)).toEqual(['doctor/a']);

    await set(begun, published);
    const other = await open();
    expect(await progress()).toEqual([[2, 2]]);
    await other.close();
  });

  test('holds back what is read by indexes that are just being changed, and no longer', async () => {
    await set(3, 2);
    const asked = Promise.all([store.entitiesRevisedSince(1), store.judgementsSince(1, BY_KEY)]);
    const first = await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))]);
    expect(first).toBe('waits');
    await set(3, 3);
    expect(await asked).toMatchObject([['doctor/a'], { items: [{ item: { key: 'judgement/one' } }] }]);
  });

  test('holds back a question whose answer is in motion until it is not, and says so where it never ends', async () => {
    await store.apply(draftOf([fact('training/x', ['TRAINER=doctor/a'], { status: 'PROPOSED' })]));
    await store.apply(draftOf([{ op: 'setStatus', fact: 'training/x', status: 'ACCEPTED' }]));
    const ask = () => store.countFacts({ statuses: ['PROPOSED'], knownIn: 3 });
    expect(await ask()).toBe(1);
    await driver.executeQuery(
      'MATCH (f:Fact) SET f.kept = f.statuses, f.keptSince = f.statusesSince REMOVE f.statuses, f.statusesSince',
    );
    const asked = ask();
    const first = await Promise.race([asked, new Promise((resolve) => setTimeout(resolve, 300, 'waits'))]);
    expect(first).toBe('waits');
    await driver.executeQuery(
      'MATCH (f:Fact) SET f.statuses = f.kept, f.statusesSince = f.keptSince REMOVE f.kept, f.keptSince',
    );
    expect(await asked).toBe(1);

    await driver.executeQuery('MATCH (r:EntityRevision) DETACH DELETE r');
    await expect(store.entities(['doctor/a'], 1)).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringContaining('confrere check') as string,
    });
  });
});
