import type { Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { collect, findingsIn } from '../helpers/collect.js';
import { CITED, draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';

const DOCTOR = '(doctor:Doctor {key: "doctor/a"})';
const TRAINING = '(training:Training {key: "training/x"})';
const VISIT = '(visit:Visit {key: "visit/y"})';

describeNeo4j('The audit of a graph in Neo4j', (server) => {
  let driver: Driver;
  let store: Store;

  beforeAll(() => {
    driver = openTestDriver();
  });
  beforeEach(async () => {
    await clearTestDatabase(driver);
    const { uri, username, password } = server();
    store = await openNeo4jStore({ uri, username, password });
    await store.apply(
      draftOf([
        source(),
        entity('country/c', ['C']),
        entity('technique/broad', ['Surgery']),
        entity('technique/narrow', ['Keyhole surgery'], { relations: [link('BROADER', 'technique/broad')] }),
        entity('doctor/a', ['Đỗ A', 'A. Do'], {
          citations: CITED,
          externalIds: [{ scheme: 'wikidata', value: 'Q1' }],
        }),
        entity('doctor/b', ['B']),
        fact('training/x', ['TRAINER=doctor/a', 'TRAINEE=doctor/b', 'IN=country/c'], { time: '2016-11' }),
        fact('visit/y', ['VISITOR=doctor/b', 'IN=country/c'], { status: 'PROPOSED' }),
        {
          op: 'judge',
          judgement: {
            key: 'judgement/one',
            entities: ['doctor/b', 'doctor/a'],
            verdict: 'UNSURE',
            reason: 'Their names differ.',
            judge: 'A. Tester',
          },
        },
      ]),
    );
    await store.apply(
      draftOf([
        source('source/paper', { title: 'Another title' }),
        entity('doctor/b', ['B', 'Bee']),
        { op: 'setStatus', fact: 'visit/y', status: 'ACCEPTED' },
      ]),
    );
  });
  afterEach(() => store.close());
  afterAll(async () => {
    await clearTestDatabase(driver);
    await driver.close();
  });

  const strays = async () =>
    (await collect(store.audit())).flatMap((item) => (item.record === 'stray' ? [item] : []));

  test('finds nothing in an untouched one', async () => {
    expect(await findingsIn(store)).toEqual([]);
    expect(await strays()).toEqual([]);
  });

  // Each line: what someone did behind the store's back, and which record `check` must name for it.
  test.each<[what: string, cypher: string, key: string]>([
    [
      'another record of a fact',
      `MATCH ${TRAINING} SET training.record = replace(training.record, '2016', '2017')`,
      'training/x',
    ],
    ['no record', `MATCH ${TRAINING} REMOVE training.record`, 'training/x'],
    ['a record that is no text', `MATCH ${TRAINING} SET training.record = 7`, 'training/x'],
    ['another digest', `MATCH ${DOCTOR} SET doctor.digest = 'abc'`, 'doctor/a'],
    [
      'another statement to read',
      `MATCH ${TRAINING} SET training.statement = 'Nothing happened.'`,
      'training/x',
    ],
    ['another time to read', `MATCH ${TRAINING} SET training.time = '1999'`, 'training/x'],
    ['another name to read', `MATCH ${DOCTOR} SET doctor.name = 'Someone else'`, 'doctor/a'],
    ['another title to read', `MATCH (source:Source) SET source.title = 'A title'`, 'source/paper'],
    ['another author to read', `MATCH (c:Changeset {number: 1}) SET c.author = 'Nobody'`, 'changeset 1'],
    ['a property of its own', `MATCH ${DOCTOR} SET doctor.remark = 'seen'`, 'doctor/a'],
    ['another status', `MATCH ${TRAINING} SET training.status = 'RETRACTED'`, 'training/x'],
    ['another modality', `MATCH ${TRAINING} SET training.modality = 'PLANNED'`, 'training/x'],
    ['a status that is no text', `MATCH ${TRAINING} SET training.status = 1`, 'training/x'],
    ['a negation that is no yes or no', `MATCH ${TRAINING} SET training.negated = 'no'`, 'training/x'],
    [
      'bounds that are no numbers',
      `MATCH ${TRAINING} SET training.latestEnd = toString(training.latestEnd)`,
      'training/x',
    ],
    ['an earlier fact', `MATCH ${TRAINING} SET training.recordedIn = 0`, 'training/x'],
    ['a fact of no changeset', `MATCH ${TRAINING} REMOVE training.recordedIn`, 'training/x'],
    ['an earlier entity', `MATCH ${DOCTOR} SET doctor.recordedIn = 0`, 'doctor/a'],
    ['a later source', `MATCH (source:Source) SET source.recordedIn = 3`, 'source/paper'],
    ['a later revision', `MATCH (r:EntityRevision) SET r.recordedIn = 2`, 'doctor/b'],
    ['a status since another changeset', `MATCH ${VISIT} SET visit.statusSince = 1`, 'visit/y'],
    ['another standing', `MATCH ${VISIT} SET visit.standing = visit.standing + 1`, 'visit/y'],
    ['no standing', `MATCH ${TRAINING} REMOVE training.standing`, 'training/x'],
    ['another earlier status', `MATCH ${VISIT} SET visit.statuses = ['REJECTED', visit.status]`, 'visit/y'],
    ['an earlier status since then', `MATCH ${VISIT} SET visit.statusesSince = [0, 2]`, 'visit/y'],
    ['an earlier status less', `MATCH ${VISIT} SET visit.statuses = visit.statuses[1..]`, 'visit/y'],
    ['no earlier status', `MATCH ${VISIT} REMOVE visit.statuses, visit.statusesSince`, 'visit/y'],
    [
      'a history that ends otherwise',
      `MATCH ${VISIT} SET visit.statuses = visit.statuses + 'RETRACTED', visit.statusesSince = visit.statusesSince + 2`,
      'visit/y',
    ],
    [
      'an earlier status too many',
      `MATCH ${TRAINING} SET training.statuses = ['PROPOSED', training.status], training.statusesSince = [0, 1]`,
      'training/x',
    ],
    [
      'a list of earlier statuses too many',
      `MATCH ${TRAINING} SET training.statuses = [training.status], training.statusesSince = [training.statusSince]`,
      'training/x',
    ],
    ['another place in time', `MATCH ${TRAINING} SET training.timeOrder = '0'`, 'training/x'],
    ['other bounds', `MATCH ${TRAINING} SET training.latestEnd = 0`, 'training/x'],
    ['another place by name', `MATCH ${DOCTOR} SET doctor.nameOrder = 'zz|doctor/a'`, 'doctor/a'],
    ['another kind', `MATCH ${DOCTOR} REMOVE doctor:Doctor SET doctor:Person`, 'doctor/a'],
    ['a second kind', `MATCH ${TRAINING} SET training:Visit`, 'training/x'],
    ['a fact that is an entity too', `MATCH ${TRAINING} SET training:Entity`, 'training/x'],
    ['a source with another label', `MATCH (source:Source) SET source:Film`, 'source/paper'],
    ['a judgement that does not stand', `MATCH (j:Judgement) SET j.stands = false`, 'judgement/one'],
    ['a participant less', `MATCH ${TRAINING}-[edge:TRAINEE]->() DELETE edge`, 'training/x'],
    [
      'a participant more',
      `MATCH ${TRAINING}, (b:Doctor {key: 'doctor/b'}) CREATE (training)-[:TRAINER {target: b.key}]->(b)`,
      'training/x',
    ],
    [
      'a participant twice',
      `MATCH ${TRAINING}-[edge:TRAINER]->(a) CREATE (training)-[twin:TRAINER]->(a) SET twin = properties(edge)`,
      'training/x',
    ],
    [
      'a role that leads to no entity',
      `MATCH ${TRAINING}, (s:Source) CREATE (training)-[:AT]->(s)`,
      'training/x',
    ],
    [
      'another key on a relationship',
      `MATCH ${TRAINING}-[edge:TRAINER]->() SET edge.target = 'doctor/b'`,
      'training/x',
    ],
    [
      'another place on a relationship',
      `MATCH ${TRAINING}-[edge:IN]->() SET edge.timeOrder = '0'`,
      'training/x',
    ],
    ['another locator', `MATCH ${TRAINING}-[edge:CITES]->() SET edge.locators = ['page 99']`, 'training/x'],
    ['a citation less', `MATCH ${DOCTOR}-[edge:CITES]->() DELETE edge`, 'doctor/a'],
    ['a relation less', `MATCH (:Technique)-[edge:BROADER]->() DELETE edge`, 'technique/narrow'],
    [
      'a relation more',
      `MATCH (n:Technique {key: 'technique/narrow'}), (b:Technique {key: 'technique/broad'}) CREATE (b)-[:BROADER]->(n)`,
      'technique/broad',
    ],
    [
      'another order on a relation',
      `MATCH (:Technique)-[edge:BROADER]->() SET edge.nameOrder = 'zz'`,
      'technique/narrow',
    ],
    ['a name key less', `MATCH ${DOCTOR}-[:NAMED]->(name {nameKey: 'a do'}) DETACH DELETE name`, 'doctor/a'],
    ['another name key', `MATCH ${DOCTOR}-[:NAMED]->(name) SET name.nameKey = 'someone'`, 'doctor/a'],
    [
      'another external id',
      `MATCH ${DOCTOR}-[:IDENTIFIED_BY]->(id) SET id.externalId = 'wikidata:Q2'`,
      'doctor/a',
    ],
    [
      'an unknown relationship',
      `MATCH ${TRAINING}-[:TRAINER]->(a) CREATE (training)-[:LIKES]->(a)`,
      'training/x',
    ],
    [
      'an unknown relationship between entities',
      `MATCH ${DOCTOR}, (b:Doctor {key: 'doctor/b'}) CREATE (doctor)-[:TRAINED]->(b)`,
      'doctor/a',
    ],
    [
      'a relationship from a source',
      `MATCH (source:Source), (a:Doctor {key: 'doctor/a'}) CREATE (source)-[:ABOUT]->(a)`,
      'source/paper',
    ],
    [
      'a judgement on fewer',
      `MATCH (:Judgement)-[edge:JUDGES]->({key: 'doctor/b'}) DELETE edge`,
      'judgement/one',
    ],
    [
      'a judgement on more',
      `MATCH (j:Judgement), (c:Country) CREATE (j)-[:JUDGES {target: c.key}]->(c)`,
      'judgement/one',
    ],
    [
      'a revision of something else',
      `MATCH (r:EntityRevision)-[edge:REVISION_OF]->() MATCH ${DOCTOR} DELETE edge CREATE (r)-[:REVISION_OF]->(doctor)`,
      'doctor/b',
    ],
    [
      'a revision with another number',
      `MATCH (r:EntityRevision) SET r.revision = 7`,
      'doctor/b (revision 7)',
    ],
    ['a revision without a number', `MATCH (r:SourceRevision) REMOVE r.revision`, 'source/paper'],
    ['an entity less', `MATCH (b:Doctor {key: 'doctor/b'}) DETACH DELETE b`, 'doctor/b'],
    ['an entity without a key', `MATCH ${DOCTOR} REMOVE doctor.key`, 'doctor/a'],
    ['another key', `MATCH ${DOCTOR} SET doctor.key = 'doctor/z'`, 'doctor/z'],
    ['a changeset less', `MATCH (c:Changeset {number: 2}) DELETE c`, 'changeset 2'],
  ])('finds %s', async (_what, cypher, key) => {
    const { summary } = await driver.executeQuery(cypher);
    expect(summary.counters.containsUpdates()).toBe(true);
    const findings = await findingsIn(store);
    expect(findings.map((finding) => finding.key)).toContain(key);
  });

  test.each<[what: string, cypher: string, found: RegExp]>([
    ['a node of another label', `CREATE (:Film {title: 'Metropolis'})`, /label that is not of Confrere/],
    ['a node without a label', `CREATE ({title: 'Metropolis'})`, /label that is not of Confrere/],
    ['a fact without a record', `CREATE (:Fact:Training {key: 'training/made-up'})`, /without a record/],
    ['a name of nobody', `CREATE (:Name {nameKey: 'nobody'})`, /a name of no entity/],
    ['an id of nobody', `CREATE (:ExternalId {externalId: 'wikidata:Q9'})`, /an external id of no entity/],
    ['a second store', `CREATE (:ConfrereStore {id: 'another'})`, /second node of the store/],
    ['a changeset without a number', `CREATE (:Changeset {record: '{}'})`, /changeset without a number/],
  ])('finds %s, which belongs to no record', async (_what, cypher, found) => {
    await driver.executeQuery(cypher);
    expect(await strays()).toEqual([
      expect.objectContaining({ what: expect.stringMatching(found) as string }),
    ]);
    expect(await findingsIn(store)).toHaveLength(1);
  });

  test('gives the same items whatever the number of pages it takes', async () => {
    const many = Array.from({ length: 1_100 }, (_, index) => entity(`doctor/m-${index}`, [`M ${index}`]));
    await store.apply(draftOf(many));
    await store.apply(draftOf(many));
    const items = await collect(store.audit());
    const keys = items.map((item) => `${item.record} ${item.key}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(items.filter(({ record }) => record === 'entity')).toHaveLength(1_105);
    expect(items.filter(({ record }) => record === 'entityRevision')).toHaveLength(1_101);
    expect(await findingsIn(store)).toEqual([]);
  });

  test('sees the readable form that a person is shown in Neo4j Browser', async () => {
    const { records } = await driver.executeQuery(
      `MATCH (t:Fact:Training)-[:TRAINER]->(a:Doctor), (t)-[:TRAINEE]->(b:Doctor), (t)-[c:CITES]->(s:Source)
       RETURN t.statement AS statement, t.time AS time, a.name AS trainer, b.name AS trainee, c.locators AS locators, s.title AS title`,
    );
    expect(records.map((record) => record.toObject())).toEqual([
      {
        statement: 'The statement of training/x.',
        time: '2016-11',
        trainer: 'Đỗ A',
        trainee: 'B',
        locators: ['paragraph 1'],
        title: 'Another title',
      },
    ]);
  });
});
