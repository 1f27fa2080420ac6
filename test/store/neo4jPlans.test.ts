import neo4jDriver from 'neo4j-driver';
import type { Driver, ProfiledPlan } from 'neo4j-driver';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import { openDriver } from '../../src/store/neo4j/connect.js';
import { Executor } from '../../src/store/neo4j/executor.js';
import type { Ask, Parameter, Parameters, Reading } from '../../src/store/neo4j/executor.js';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import { Neo4jStore } from '../../src/store/neo4j/store.js';
import { vocabularyOf } from '../../src/store/neo4j/vocabulary.js';
import type { Operation } from '../../src/store/changeset.js';
import type { FactFilter, FactOrder, Page } from '../../src/store/port.js';
import { CITED, draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';

/** Enough that reading them all could not pass for reading a page. */
const FACTS = 3_000;
const HUB = 'country/hub';
const PAGE: Page<FactOrder> = { limit: 10, order: 'TIME', descending: false };
const NAMES: Page<'NAME'> = { ...PAGE, order: 'NAME' };
const USUAL: FactFilter = { statuses: ['ACCEPTED'], modalities: ['FACTUAL'], negated: false };
/** The last changeset, and the one before it: every fact has got its present status in the last. */
const [NOW, THEN] = [2, 1];
/** One paper of two, both of which every fact cites. */
const WITHOUT = ['source/other'];

/** Operators that read more than they were asked for. */
const SCANS = ['AllNodesScan', 'NodeByLabelScan', 'UnionNodeByLabelsScan', 'CartesianProduct'];
/** Operators that read all before they give the first. */
const SORTS = ['Sort', 'PartialSort'];

/** Remembers what was asked. */
class RecordingExecutor extends Executor {
  readonly asked: { text: string; parameters: Parameters }[] = [];

  override async rows<Row extends object>(
    text: string,
    parameters: Parameters = {},
    reading?: Reading,
  ): Promise<Row[]> {
    this.asked.push({ text, parameters });
    return await super.rows<Row>(text, parameters, reading);
  }

  override async read<Answer>(work: (ask: Ask) => Promise<Answer>, timeoutMs?: number): Promise<Answer> {
    return await super.read(
      (ask) =>
        work(async (text, parameters = {}) => {
          this.asked.push({ text, parameters });
          return await ask(text, parameters);
        }),
      timeoutMs,
    );
  }
}

interface Operator {
  name: string;
  rows: number;
  hits: number;
}

describeNeo4j('The queries of the store on Neo4j', (server) => {
  let driver: Driver;
  let executor: RecordingExecutor;
  let store: Neo4jStore;

  beforeAll(async () => {
    driver = openTestDriver();
    await clearTestDatabase(driver);
    const { uri, username, password } = server();
    const opened = await openNeo4jStore({ uri, username, password });
    await opened.apply(
      draftOf([source(), source('source/other'), entity('doctor/late'), ...entities(), ...facts()]),
    );
    await opened.apply(draftOf([entity('doctor/late', ['Renamed']), ...statuses()]));
    await opened.close();
    await driver.executeQuery('CALL db.prepareForReplanning()');
    executor = new RecordingExecutor(openDriver({ uri, username, password }), {
      database: undefined,
      location: uri,
      queryTimeoutMs: 60_000,
      writeTimeoutMs: 60_000,
    });
    store = new Neo4jStore(uri, executor, ontology, vocabularyOf(ontology));
  });
  afterAll(async () => {
    await executor.close();
    await clearTestDatabase(driver);
    await driver.close();
  });

  /** Asks, then runs each query that was needed once more to see how it went. */
  async function profile(question: () => Promise<unknown>): Promise<Operator[]> {
    executor.asked.length = 0;
    await question();
    const operators: Operator[] = [];
    for (const { text, parameters } of [...executor.asked]) {
      const { summary } = await driver.executeQuery(`PROFILE ${text}`, withIntegers(parameters));
      if (summary.profile !== false) operators.push(...operatorsOf(summary.profile));
    }
    expect(operators).not.toEqual([]);
    return operators;
  }

  test.each<[string, () => Promise<unknown>]>([
    ['the page of a hub', () => store.factsOf([[HUB]], ['IN'], USUAL, PAGE)],
    ['from the end', () => store.factsOf([[HUB]], ['IN'], USUAL, { ...PAGE, descending: true })],
    ['between cursors', () => store.factsOf([[HUB]], ['IN'], USUAL, { ...PAGE, after: '4', before: '8' })],
    ['in any role', () => store.factsOf([[HUB]], undefined, USUAL, PAGE)],
    ['in any role, among others', () => store.factsOf([[HUB], ['doctor/d-1']], undefined, USUAL, PAGE)],
    ['of a cluster', () => store.factsOf([[HUB, 'country/other']], ['IN', 'FROM'], USUAL, PAGE)],
    ['of 20 parents', () => store.factsOf(doctors(20), ['TRAINER'], USUAL, PAGE)],
    ['all facts', () => store.findFacts(USUAL, PAGE)],
    ['all facts of some kinds', () => store.findFacts({ ...USUAL, kinds: ['Training', 'Visit'] }, PAGE)],
    ['all facts by key', () => store.findFacts(USUAL, { ...PAGE, order: 'KEY' })],
    ['of a kind by key', () => store.findFacts({ kinds: ['Training'] }, { ...PAGE, order: 'KEY' })],
    ['citing a source', () => store.findFacts({ ...USUAL, sources: ['source/paper'] }, PAGE)],
    [
      'of a doctor in the country, where the country has them all',
      () => store.findFacts({ participants: [{ entities: [HUB] }, { entities: ['doctor/d-1'] }] }, PAGE),
    ],
    [
      'of the country with a doctor',
      () => store.factsOf([[HUB]], ['IN'], { participants: [{ entities: ['doctor/d-1'] }] }, PAGE),
    ],
    ['linked to a hub', () => store.linkedTo([[HUB]], { relation: 'LOCATED_IN' }, NAMES)],
    ['entities by name', () => store.findEntities({}, NAMES)],
    ['entities of a kind by name', () => store.findEntities({ kinds: ['Doctor', 'Hospital'] }, NAMES)],
    ['entities by key', () => store.findEntities({ kinds: ['Doctor'] }, { ...PAGE, order: 'KEY' })],
    ['entities of a name', () => store.findEntities({ nameKeys: ['doctor one'] }, NAMES)],
    ['entities of initials', () => store.findEntities({ words: [['doctor']], initials: ['o'] }, NAMES)],
    ['entities of an id', () => store.findEntities({ externalIds: ['wikidata:Q1'] }, NAMES)],
    ['the page of a hub as known', () => store.factsOf([[HUB]], ['IN'], { ...USUAL, knownIn: NOW }, PAGE)],
    [
      'of a hub as known before',
      () => store.factsOf([[HUB]], ['IN'], { statuses: ['PROPOSED'], knownIn: THEN }, PAGE),
    ],
    ['in any role as known', () => store.factsOf([[HUB]], undefined, { ...USUAL, knownIn: NOW }, PAGE)],
    [
      'of 20 parents as known',
      () => store.factsOf(doctors(20), ['TRAINER'], { ...USUAL, knownIn: NOW }, PAGE),
    ],
    ['all facts as known', () => store.findFacts({ ...USUAL, knownIn: NOW }, PAGE)],
    ['all facts recorded by then', () => store.findFacts({ knownIn: THEN }, PAGE)],
    [
      'of a hub without a source',
      () => store.factsOf([[HUB]], ['IN'], { ...USUAL, knownIn: NOW, withoutSources: WITHOUT }, PAGE),
    ],
    ['entities as known', () => store.entities(['doctor/d-1', 'doctor/late'], NOW)],
    ['entities as known before', () => store.entities(['doctor/d-1', 'doctor/late'], THEN)],
    ['sources as known', () => store.sources(['source/paper', 'source/other'], THEN)],
    ['entities revised since', () => store.entitiesRevisedSince(THEN)],
    ['sources', () => store.findSources({ ...PAGE, order: 'KEY' })],
    [
      'sources by words',
      () => store.findSources({ ...PAGE, order: 'KEY' }, { words: [['title'], ['other']] }),
    ],
    [
      'facts by words',
      () => store.findFacts({ ...USUAL, knownIn: NOW, words: [['statement'], ['17']] }, PAGE),
    ],
    ['words of facts', () => store.findWords([{ begins: '29', shortest: 4, longest: 4 }], 'facts')],
    ['companions of a doctor', () => store.companionsOf(doctors(1), ['Hospital', 'Country'], USUAL)],
    ['records by key', () => store.facts(['training/t-1', 'training/t-2'])],
    ['judgements since', () => store.judgementsSince(NOW, { ...PAGE, order: 'KEY' })],
    ['changes from the beginning', () => store.changesAfter({ changeset: 0, key: '' }, 10)],
    ['changes within a changeset', () => store.changesAfter({ changeset: 1, key: 'training/t-1' }, 10)],
    ['the version', () => store.version()],
  ])('read no more than the page: %s', async (_name, question) => {
    const operators = await profile(question);
    const names = operators.map(({ name }) => name);
    expect(names.filter((name) => SCANS.includes(name))).toEqual([]);
    const widest = Math.max(...operators.map(({ rows }) => rows));
    // The pages of 20 parents have 11 rows each; a hub, or the whole, would be thousands.
    expect(widest).toBeLessThan(300);
    expect(operators.reduce((sum, { hits }) => sum + hits, 0)).toBeLessThan(5_000);
  });

  test.each<[string, FactFilter]>([
    ['as they are', USUAL],
    ['as known', { ...USUAL, knownIn: NOW }],
    ['as known before', { ...USUAL, statuses: ['PROPOSED'], knownIn: THEN }],
    ['without a source', { ...USUAL, knownIn: NOW, withoutSources: WITHOUT }],
  ])('never sort the facts of a hub, for its index has them in order: %s', async (_name, filter) => {
    const operators = await profile(() => store.factsOf([[HUB]], ['IN'], filter, PAGE));
    const names = operators.map(({ name }) => name);
    expect(names).toContain('DirectedRelationshipIndexSeek');
    expect(names.filter((name) => SORTS.includes(name))).toEqual([]);
    const seek = operators.find(({ name }) => name === 'DirectedRelationshipIndexSeek');
    expect(seek?.rows).toBeLessThan(30);
  });

  test('are the same whatever the changeset', async () => {
    const textsOf = async (knownIn: number) => {
      executor.asked.length = 0;
      await store.factsOf([[HUB]], ['IN'], { ...USUAL, knownIn, withoutSources: WITHOUT }, PAGE);
      await store.findFacts({ knownIn }, PAGE);
      await store.countFacts({ ...USUAL, knownIn });
      await store.entities(['doctor/d-1'], knownIn);
      await store.entitiesRevisedSince(knownIn);
      return executor.asked.map(({ text }) => text);
    };
    expect(await textsOf(NOW)).toEqual(await textsOf(1_000_000));
  });

  test('ask of a fact that stands as it was recorded no more than its status and since when', async () => {
    const hits = async (filter: FactFilter) => {
      const operators = await profile(() => store.countFactsOf([[HUB], [HUB]], ['IN'], filter));
      return operators.reduce((sum, operator) => sum + operator.hits, 0);
    };
    const plain = await hits({ statuses: ['ACCEPTED'] });
    expect((await hits({ statuses: ['ACCEPTED'], knownIn: NOW })) - plain).toBeLessThanOrEqual(2 * FACTS);
  });

  test('count a kind, or everything, without reading it', async () => {
    for (const question of [() => store.countFacts({}), () => store.countFacts({ kinds: ['Training'] })]) {
      const operators = await profile(question);
      expect(operators.map(({ name }) => name)).toContain('NodeCountFromCountStore');
      expect(operators.reduce((sum, { hits }) => sum + hits, 0)).toBeLessThan(10);
    }
    expect(await store.countFacts({ kinds: ['Training'] })).toBe(FACTS);
  });

  test('count what a hub takes part in by its relationships alone', async () => {
    expect(await store.countFactsOf([[HUB]], ['IN'], {})).toEqual([FACTS]);
    const operators = await profile(() => store.countFactsOf([[HUB], [HUB]], ['IN'], USUAL));
    expect(operators.map(({ name }) => name).filter((name) => SCANS.includes(name))).toEqual([]);
  });
});

function entities() {
  return [
    entity(HUB, ['Hub']),
    entity('country/other', ['Other']),
    ...Array.from({ length: 100 }, (_, index) =>
      entity(`doctor/d-${index}`, [`Doctor ${index === 1 ? 'One' : index}`], {
        externalIds: [{ scheme: 'wikidata', value: `Q${index + 1}` }],
      }),
    ),
    ...Array.from({ length: 400 }, (_, index) =>
      entity(`hospital/h-${index}`, [`Hospital ${index}`], { relations: [link('LOCATED_IN', HUB)] }),
    ),
  ];
}

function facts() {
  return Array.from({ length: FACTS }, (_, index) =>
    fact(`training/t-${index}`, [`TRAINER=doctor/d-${index % 100}`, `IN=${HUB}`], {
      time: String(1900 + (index % 120)),
      status: 'PROPOSED',
      citations: [...CITED, { source: 'source/other', paragraph: 1 }],
    }),
  );
}

function statuses(): Operation[] {
  return Array.from({ length: FACTS }, (_, index) => ({
    op: 'setStatus',
    fact: `training/t-${index}`,
    status: 'ACCEPTED',
  }));
}

function doctors(count: number): string[][] {
  return Array.from({ length: count }, (_, index) => [`doctor/d-${index}`]);
}

function operatorsOf(plan: ProfiledPlan): Operator[] {
  const name = plan.operatorType.replace(/@.*$/, '').replace(/\(.*\)$/, '');
  return [
    { name, rows: Number(plan.rows), hits: Number(plan.dbHits) },
    ...plan.children.flatMap(operatorsOf),
  ];
}

function withIntegers(value: Parameter | Parameters): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value), (_name, item: unknown) =>
    typeof item === 'number' ? neo4jDriver.int(item) : item,
  ) as Record<string, unknown>;
}
