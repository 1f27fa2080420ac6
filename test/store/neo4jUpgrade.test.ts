import { setTimeout as sleep } from 'node:timers/promises';
import type { Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { recordText } from '../../src/store/derive.js';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Page, Store } from '../../src/store/port.js';
import { findingsIn } from '../helpers/collect.js';
import { GRAPH_FORM } from '../../src/store/neo4j/prepare.js';
import { draftOf, entity, fact, judge, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';

const ADDED = ['recordedIn', 'statusSince', 'statuses', 'statusesSince', 'standing'];
const PAGE: Page<'KEY'> = { limit: 100, order: 'KEY', descending: false };

describeNeo4j('A graph of form 1', (server) => {
  let driver: Driver;
  const stores: Store[] = [];

  beforeAll(() => {
    driver = openTestDriver();
  });
  beforeEach(async () => {
    await clearTestDatabase(driver);
    const store = await open();
    await store.apply(
      draftOf([
        source(),
        entity('doctor/a', ['A']),
        entity('doctor/b', ['B']),
        fact('training/x', ['TRAINER=doctor/a', 'TRAINEE=doctor/b'], { status: 'PROPOSED' }),
        fact('training/y', ['TRAINER=doctor/a', 'TRAINEE=doctor/b']),
      ]),
    );
    await store.apply(
      draftOf([
        { op: 'setStatus', fact: 'training/x', status: 'ACCEPTED' },
        entity('doctor/b', ['B', 'Bee']),
        source('source/paper', { title: 'Another title' }),
      ]),
    );
    await store.apply(
      draftOf([
        { op: 'setStatus', fact: 'training/x', status: 'RETRACTED' },
        fact('training/z', ['TRAINER=doctor/b', 'TRAINEE=doctor/a'], { supersedes: 'training/y' }),
        judge('judgement/stands', ['doctor/a', 'doctor/b'], 'UNSURE'),
        judge('judgement/dropped', ['doctor/a', 'doctor/b']),
      ]),
    );
  });
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
  });
  afterAll(async () => {
    await clearTestDatabase(driver);
    await driver.close();
  });

  async function open(): Promise<Store> {
    const { uri, username, password } = server();
    const store = await openNeo4jStore({ uri, username, password });
    stores.push(store);
    return store;
  }

  function first(): Store {
    const [store] = stores;
    if (store === undefined) throw new Error('None is open.');
    return store;
  }

  /** What an older Confrere would have written. */
  async function makeForm1(): Promise<void> {
    await makeForm2();
    await driver.executeQuery(
      'MATCH (node:Fact|Entity|Source|EntityRevision|SourceRevision) UNWIND $added AS name SET node[name] = null',
      { added: ADDED },
    );
    await driver.executeQuery('DROP INDEX confrere_Entity_recordedIn');
    await driver.executeQuery('MATCH (store:ConfrereStore) SET store.schema = 1');
  }

  async function makeForm3(): Promise<void> {
    await driver.executeQuery('MATCH (word:StatementWord|TitleWord) DETACH DELETE word');
    for (const label of ['StatementWord', 'TitleWord']) {
      await driver.executeQuery(`DROP CONSTRAINT confrere_${label}_key`);
    }
    await driver.executeQuery('MATCH (judgement:Judgement) SET judgement.changedIn = null');
    await driver.executeQuery('DROP INDEX confrere_Judgement_changedIn');
    await driver.executeQuery('MATCH (store:ConfrereStore) SET store.schema = 3');
  }

  async function makeForm2(): Promise<void> {
    await makeForm3();
    await driver.executeQuery('MATCH (word:Word) DETACH DELETE word');
    await driver.executeQuery('DROP CONSTRAINT confrere_Word_key');
    await driver.executeQuery('MATCH (store:ConfrereStore) SET store.schema = 2');
  }

  async function makeForm5(): Promise<void> {
    await driver.executeQuery(
      `MATCH (fact:Fact) WHERE fact.statuses IS NOT NULL
       SET fact.statusesBefore = fact.statuses[..-1], fact.statusesBeforeSince = fact.statusesSince[..-1]`,
    );
    await driver.executeQuery('MATCH (fact:Fact) REMOVE fact.standing, fact.statuses, fact.statusesSince');
    await driver.executeQuery('MATCH (progress:ConfrereProgress) DELETE progress');
    await driver.executeQuery('DROP CONSTRAINT confrere_ConfrereProgress_id');
    await driver.executeQuery('MATCH (store:ConfrereStore) SET store.schema = 5');
  }

  async function everything(): Promise<unknown[]> {
    const { records } = await driver.executeQuery(
      `MATCH (node:!ConfrereTestDatabase)
       RETURN labels(node) AS labels, properties(node) AS properties,
         COLLECT { MATCH (node)-[edge]->(end) RETURN [type(edge), properties(edge), end.record] } AS edges`,
    );
    const texts = records.map((record) => JSON.stringify(sorted(record.toObject())));
    return texts.sort();
  }

  const form = async () => {
    const { records } = await driver.executeQuery('MATCH (s:ConfrereStore) RETURN toInteger(s.schema)');
    return records.map((record) => Number(record.get(0)));
  };

  const acceptedAfter = async (store: Store, knownIn: number) => {
    const { items } = await store.findFacts({ statuses: ['ACCEPTED'], knownIn }, PAGE);
    return items.map(({ item }) => item.key);
  };

  test('becomes, at the next start, what it would be had it been written today', async () => {
    const written = await everything();
    await makeForm1();
    expect(await everything()).not.toEqual(written);

    const store = await open();
    expect(await everything()).toEqual(written);
    expect(await form()).toEqual([GRAPH_FORM]);
    expect(await findingsIn(store)).toEqual([]);
    expect(await acceptedAfter(store, 1)).toEqual(['training/y']);
    expect(await acceptedAfter(store, 2)).toEqual(['training/x', 'training/y']);
    expect(await acceptedAfter(store, 3)).toEqual(['training/z']);
    expect(await store.entities(['doctor/b'], 1)).toMatchObject([{ revision: 1 }]);
    expect(await store.entitiesRevisedSince(1)).toEqual(['doctor/b']);
  });

  test('and one of form 2 becomes so too', async () => {
    const written = await everything();
    await makeForm2();
    expect(await everything()).not.toEqual(written);

    const store = await open();
    expect(await everything()).toEqual(written);
    expect(await form()).toEqual([GRAPH_FORM]);
    expect(await findingsIn(store)).toEqual([]);
    expect(await store.findWords([{ words: ['bee', 'c'] }])).toEqual([[{ word: 'bee', count: 1 }]]);
    expect(await store.countEntities({ words: [['b'], ['bee']] })).toBe(1);
  });

  test('and one of form 3 becomes so too', async () => {
    await first().apply(draftOf([{ op: 'dropJudgement', judgement: 'judgement/dropped' }]));
    const written = await everything();
    await makeForm3();
    expect(await everything()).not.toEqual(written);

    const store = await open();
    expect(await everything()).toEqual(written);
    expect(await form()).toEqual([GRAPH_FORM]);
    expect(await findingsIn(store)).toEqual([]);
    const { items } = await store.judgementsSince(3, PAGE);
    expect(items.map(({ item }) => item.key)).toEqual(['judgement/dropped']);
    expect(await store.findWords([{ words: ['statement'] }], 'facts')).toEqual([
      [{ word: 'statement', count: 3 }],
    ]);
    expect(await store.countFacts({ words: [['statement'], ['y', 'z']] })).toBe(2);
    expect(await store.findSources(PAGE, { words: [['another'], ['title']] })).toMatchObject({
      items: [{ item: { key: 'source/paper' } }],
    });
  });

  test('and one of form 4 becomes so too', async () => {
    const written = await everything();
    await driver.executeQuery(
      `MATCH (doctor:Entity {key: 'doctor/a'})
       CREATE (doctor)-[:HAS_WORD {target: 'center', nameOrder: doctor.nameOrder}]->(:Word {key: 'center', backwards: 'retnec'})`,
    );
    await driver.executeQuery('MATCH (store:ConfrereStore) SET store.schema = 4');
    expect(await everything()).not.toEqual(written);

    const store = await open();
    expect(await everything()).toEqual(written);
    expect(await form()).toEqual([GRAPH_FORM]);
    expect(await findingsIn(store)).toEqual([]);
  });

  test('and one of form 5 becomes so too', async () => {
    const written = await everything();
    await makeForm5();
    expect(await everything()).not.toEqual(written);

    const store = await open();
    expect(await store.version()).toBe(3);
    expect(await everything()).toEqual(written);
    expect(await form()).toEqual([GRAPH_FORM]);
    expect(await findingsIn(store)).toEqual([]);
    expect(await acceptedAfter(store, 1)).toEqual(['training/y']);
    expect(await acceptedAfter(store, 2)).toEqual(['training/x', 'training/y']);
  });

  test('of more records than go into one transaction becomes so too', async () => {
    const many = Array.from({ length: 2_100 }, (_, index) => entity(`doctor/m-${index}`));
    const store = await open();
    await store.apply(draftOf(many));
    await store.apply(draftOf(many));
    const written = await everything();
    await makeForm1();
    await open();
    expect(await everything()).toEqual(written);
  });

  test('becomes so by many at once, while one of them writes already', async () => {
    await makeForm1();
    await Promise.all(
      Array.from({ length: 4 }, async (_, index) => {
        const store = await open();
        await store.apply(draftOf([fact(`training/new-${index}`, ['TRAINER=doctor/a', 'TRAINEE=doctor/b'])]));
        await store.apply(
          draftOf([
            { op: 'setStatus', fact: `training/new-${index}`, status: 'RETRACTED' },
            entity('doctor/a'),
          ]),
        );
      }),
    );
    expect(await form()).toEqual([GRAPH_FORM]);
    expect(await findingsIn(await open())).toEqual([]);
  });

  test('waits for who writes, for a record may be another by then', async () => {
    const written = await everything();
    await makeForm1();
    const training = 'MATCH (training:Fact {key: "training/x"})';
    const [record] = await first().facts(['training/x']);
    const before = recordText({ ...record, status: 'PROPOSED', history: record?.history.slice(0, 1) });
    await driver.executeQuery(`${training} SET training.record = $before`, { before });

    const session = driver.session();
    const writing = session.beginTransaction();
    await writing.run("MATCH (store:ConfrereStore) SET store.writing = 'someone'");
    await writing.run(`${training} SET training.record = $after`, { after: recordText({ ...record }) });
    const opened = open();
    await sleep(1_000);
    await writing.run('MATCH (store:ConfrereStore) REMOVE store.writing');
    await writing.commit();
    await session.close();
    await opened;
    expect(await everything()).toEqual(written);
  });

  test('stays form 1 where a record cannot be read, which is named, and goes on once that is mended', async () => {
    const written = await everything();
    await makeForm1();
    const training = 'MATCH (training:Fact {key: "training/z"})';
    await driver.executeQuery(`${training} SET training.kept = training.record, training.record = '{"half'`);
    await expect(open()).rejects.toMatchObject({
      code: 'STORE_CORRUPT',
      message: expect.stringContaining('training/z') as string,
    });
    expect(await form()).toEqual([1]);
    await driver.executeQuery(`${training} SET training.record = training.kept REMOVE training.kept`);
    await open();
    expect(await everything()).toEqual(written);
  });

  test('keeps what was damaged before as it was, for check to find', async () => {
    await makeForm1();
    await driver.executeQuery(
      `MATCH (doctor:Entity {key: 'doctor/a'})
       SET doctor.record = replace(doctor.record, '"A"', '"Z"')
       WITH doctor MATCH (training:Fact {key: 'training/x'}) SET training.status = 'ACCEPTED'`,
    );
    const findings = await findingsIn(await open());
    const keys = new Set(findings.map(({ key }) => key));
    expect([...keys].sort()).toEqual(['doctor/a', 'training/x']);
  });
});

/** With the fields of objects in one order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted).sort(byText);
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, item]): [string, unknown] => [name, sorted(item)]);
  return Object.fromEntries(fields.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function byText(a: unknown, b: unknown): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
