import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ontology, parsePeriod } from '../../src/ontology/index.js';
import type { FactStatus } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import type { EntityOrder, FactFilter, FactOrder, LinkFilter, Page } from '../../src/store/port.js';
import { Connection } from '../../src/store/sqlite/connection.js';
import type { Value } from '../../src/store/sqlite/connection.js';
import { decodePage, decodePages } from '../../src/store/decode.js';
import { readingMethods } from '../../src/store/sqlite/methods.js';
import { migrate } from '../../src/store/sqlite/migrate.js';
import { applyDraft } from '../../src/store/sqlite/write.js';
import { draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

/*
 * Which way a question takes into the file depends on the sizes of lists: here are enough records, and lists long
 * enough, for every way to be taken. The answers must not depend on it.
 */

const [DOCTORS, HOSPITALS, FACTS] = [90, 60, 2_600];
const HUB = 'country/hub';

/** A connection that remembers how SQLite means to answer each question. */
class Explaining extends Connection {
  plans: string[] | undefined;

  override rows<Row>(sql: string, values: readonly Value[] = []): Row[] {
    if (this.plans !== undefined) {
      const steps = super.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, values);
      this.plans.push(steps.map(({ detail }) => detail).join('\n'));
    }
    return super.rows<Row>(sql, values);
  }
}

const reference = new ReferenceStore(ontology);
let folder = '';
let connection: Explaining;
let methods: ReturnType<typeof readingMethods>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-search-'));
  connection = new Explaining({
    file: join(folder, 'confrere.db'),
    create: true,
    patience: 0,
    cache: 10_000,
  });
  migrate(connection);
  for (const operations of [graph(), statuses(13, 'DISPUTED'), statuses(26, 'ACCEPTED')]) {
    applyDraft(connection, draftOf(operations), ontology);
    await reference.apply(draftOf(operations));
  }
  methods = readingMethods(connection);
});
afterAll(async () => {
  connection.close();
  await rm(folder, { recursive: true, force: true });
});

function graph(): Operation[] {
  const TIMES = ['2016-11', '2018/2020', '2014/..', '../1999', '2023~', 'XXXX-11-27', 'XXXX-02', undefined];
  return [
    ...Array.from({ length: 40 }, (_, index) => source(`source/s${index}`)),
    entity(HUB),
    ...Array.from({ length: DOCTORS }, (_, index) => entity(`doctor/d${index}`, [`Doctor ${index % 7}`])),
    ...Array.from({ length: HOSPITALS }, (_, index) =>
      entity(`hospital/h${index}`, [`Hospital ${index % 5}`], {
        relations: [
          link('LOCATED_IN', HUB),
          ...(index < 4 ? [] : [index % 3, 3].map((whole) => link('PART_OF', `hospital/h${whole}`))),
        ],
      }),
    ),
    ...Array.from({ length: FACTS }, (_, index) => {
      const [kind, one, other] =
        index % 9 === 0 ? ['visit', 'VISITOR', 'HOST'] : ['training', 'TRAINER', 'TRAINEE'];
      const players = [
        `${one}=doctor/d${index % DOCTORS}`,
        `${other}=doctor/d${(index * 7 + 1) % DOCTORS}`,
        ...(index % 4 === 0 ? [`AT=hospital/h${index % HOSPITALS}`] : []),
        `IN=${HUB}`,
        ...(kind === 'training' && index % 6 === 0 ? [`FROM=${HUB}`] : []),
      ];
      const time = TIMES[index % TIMES.length];
      return fact(`${kind}/f${index}`, players, {
        ...(time === undefined ? {} : { time }),
        negated: index % 11 === 0,
        modality: index % 5 === 0 ? 'PLANNED' : 'FACTUAL',
        citations: [index % 40, (index * 3) % 40].map((of) => ({ source: `source/s${of}`, paragraph: 1 })),
      });
    }),
  ];
}

/** Sets the status of every so manieth fact. */
function statuses(every: number, status: FactStatus): Operation[] {
  return graph()
    .flatMap((operation) => (operation.op === 'recordFact' ? [operation.fact.key] : []))
    .filter((_key, index) => index % every === 0)
    .map((key) => ({ op: 'setStatus', fact: key, status }));
}

const keys = fc.oneof(
  { weight: 3, arbitrary: fc.nat(DOCTORS + 2).map((index) => `doctor/d${index}`) },
  { weight: 1, arbitrary: fc.nat(HOSPITALS + 2).map((index) => `hospital/h${index}`) },
  { weight: 2, arbitrary: fc.constant(HUB) },
);
const fewOrMany = <Item>(item: fc.Arbitrary<Item>) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.array(item, { minLength: 1, maxLength: 3 }) },
    { weight: 5, arbitrary: fc.array(item, { minLength: 30, maxLength: 70, size: 'max' }) },
    { weight: 1, arbitrary: fc.constant([]) },
  );
/** A condition that is seldom made, so that some facts meet all that are. */
const seldom = <Item>(item: fc.Arbitrary<Item>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: item });
const roles = seldom(
  fc.subarray(['TRAINER', 'TRAINEE', 'VISITOR', 'HOST', 'AT', 'IN', 'FROM'], { minLength: 1 }),
);
const filters: fc.Arbitrary<FactFilter> = fc.record({
  kinds: seldom(fc.subarray(['Training', 'Visit', 'Posting'])),
  participants: seldom(fc.array(fc.record({ entities: fewOrMany(keys), roles }), { maxLength: 2 })),
  sources: seldom(fewOrMany(fc.nat(45).map((index) => `source/s${index}`))),
  statuses: seldom(fc.subarray(['ACCEPTED', 'DISPUTED'] as const)),
  modalities: seldom(fc.subarray(['PLANNED', 'FACTUAL'] as const)),
  negated: seldom(fc.boolean()),
  withoutSources: seldom(fewOrMany(fc.nat(45).map((index) => `source/s${index}`))),
  knownIn: seldom(fc.integer({ min: 1, max: 4 })),
  time: seldom(
    fc.record({
      period: fc.constantFrom(
        ...['2016', '2018-06/2019', '1990/2030', '2020-11-20/2020-12-01', '2021-02', '2018/..'].map(
          parsePeriod,
        ),
        { from: -Infinity, to: Infinity },
      ),
      certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const),
    }),
  ),
});

/** A page; its cursors are places in the list of everything, from 0 to 1, until `placed` knows the list. */
function pages<Order extends string>(...orders: Order[]) {
  return fc.record({
    limit: fc.constantFrom(0, 1, 5, 40, 1_000),
    order: fc.constantFrom(...orders),
    descending: fc.boolean(),
    after: seldom(fc.double({ min: 0, max: 0.6, noNaN: true })),
    before: seldom(fc.double({ min: 0.3, max: 1, noNaN: true })),
  });
}

type Drawn<Order extends string> = Omit<Page<Order>, 'after' | 'before'> & {
  after?: number;
  before?: number;
};

async function placed<Order extends string>(
  { after, before, ...page }: Drawn<Order>,
  everything: (page: Page<Order>) => Promise<{ items: readonly { orderKey: string }[] }>,
): Promise<Page<Order>> {
  const { items } = await everything({ ...page, limit: 1_000 });
  const cursor = (place: number) => items[Math.floor(place * items.length)]?.orderKey ?? '';
  return {
    ...page,
    ...(after === undefined ? {} : { after: cursor(after) }),
    ...(before === undefined ? {} : { before: cursor(before) }),
  };
}

describe('whichever way is taken into the file', () => {
  /** A comparison of nothing with nothing says little: of enough questions the answer must be something. */
  function expectMostly(answers: readonly number[]): void {
    expect(answers.filter((items) => items > 0).length).toBeGreaterThan(answers.length / 4);
  }

  it('the facts found, their order and their count are the same', async () => {
    const sizes: number[] = [];
    await fc.assert(
      fc.asyncProperty(filters, pages<FactOrder>('TIME', 'KEY'), async (filter, drawn) => {
        const page = await placed(drawn, (whole) => reference.findFacts(filter, whole));
        const found = await decodePage(methods.findFacts(filter, page));
        expect(found).toStrictEqual(await reference.findFacts(filter, page));
        sizes.push(found.items.length);
        expect(methods.countFacts(filter)).toBe(await reference.countFacts(filter));
      }),
      { numRuns: 300 },
    );
    expectMostly(sizes);
  });

  it('the facts of each parent are', async () => {
    const parents = fc.array(fewOrMany(keys), { maxLength: 3 });
    const sizes: number[] = [];
    const asked = fc.tuple(parents, roles, filters);
    await fc.assert(
      fc.asyncProperty(asked, pages<FactOrder>('TIME', 'KEY'), async ([parent, played, filter], drawn) => {
        const page = await placed(drawn, (whole) => reference.findFacts({}, whole));
        const found = await decodePages(methods.factsOf(parent, played, filter, page));
        expect(found).toStrictEqual(await reference.factsOf(parent, played, filter, page));
        sizes.push(...found.map(({ items }) => items.length));
        expect(methods.countFactsOf(parent, played, filter)).toStrictEqual(
          await reference.countFactsOf(parent, played, filter),
        );
      }),
      { numRuns: 200 },
    );
    expectMostly(sizes);
  });

  it('the entities that lead to each parent are', async () => {
    const hospitals = fc.nat(4).map((index) => `hospital/h${index}`);
    const parents = fc.array(fewOrMany(fc.oneof(keys, hospitals)), { maxLength: 3 });
    const sizes: number[] = [];
    const link: fc.Arbitrary<LinkFilter> = fc.record({
      relation: fc.constantFrom('LOCATED_IN', 'PART_OF'),
      kinds: seldom(fc.subarray(['Hospital', 'Organisation'])),
    });
    await fc.assert(
      fc.asyncProperty(parents, link, pages<EntityOrder>('NAME', 'KEY'), async (parent, filter, drawn) => {
        const page = await placed(drawn, (whole) => reference.findEntities({ kinds: ['Hospital'] }, whole));
        const found = await decodePages(methods.linkedTo(parent, filter, page));
        expect(found).toStrictEqual(await reference.linkedTo(parent, filter, page));
        sizes.push(...found.map(({ items }) => items.length));
        expect(methods.countLinkedTo(parent, filter)).toStrictEqual(
          await reference.countLinkedTo(parent, filter),
        );
      }),
      { numRuns: 200 },
    );
    expectMostly(sizes);
  });
});

describe('a page of a hub is a step into an index', () => {
  const BY_TIME = { limit: 20, order: 'TIME', descending: false } as const;

  it.each<[string, () => unknown]>([
    ['for one role', () => methods.factsOf([[HUB]], ['IN'], {}, BY_TIME)],
    [
      'after a cursor, from the end',
      () => methods.factsOf([[HUB]], ['IN'], {}, { ...BY_TIME, after: '5', descending: true }),
    ],
    ['for any role', () => methods.factsOf([[HUB]], undefined, {}, BY_TIME)],
    ['for a cluster', () => methods.factsOf([[HUB, 'doctor/d1']], undefined, {}, BY_TIME)],
    [
      'with a filter',
      () => methods.factsOf([[HUB]], ['IN'], { statuses: ['ACCEPTED'], negated: false }, BY_TIME),
    ],
    [
      'as known in the newest changeset',
      () => methods.factsOf([[HUB]], ['IN'], { statuses: ['ACCEPTED'], knownIn: 3 }, BY_TIME),
    ],
    [
      'as known earlier',
      () => methods.factsOf([[HUB]], ['IN'], { statuses: ['ACCEPTED'], knownIn: 1 }, BY_TIME),
    ],
    [
      'without some sources',
      () => methods.factsOf([[HUB]], ['IN'], { withoutSources: ['source/s1'] }, BY_TIME),
    ],
    ['of facts of a kind', () => methods.findFacts({ kinds: ['Training'] }, BY_TIME)],
    ['of all facts', () => methods.findFacts({}, BY_TIME)],
    ['of all facts by key', () => methods.findFacts({}, { ...BY_TIME, order: 'KEY' })],
    ['of facts of a source', () => methods.findFacts({ sources: ['source/s1'] }, BY_TIME)],
    [
      'of entities of a kind',
      () => methods.findEntities({ kinds: ['Doctor'] }, { ...BY_TIME, order: 'NAME' }),
    ],
    [
      'of linked entities',
      () => methods.linkedTo([[HUB]], { relation: 'LOCATED_IN' }, { ...BY_TIME, order: 'NAME' }),
    ],
  ])('%s', (_which, ask) => {
    connection.plans = [];
    ask();
    const plans = connection.plans.filter((plan) => plan.includes('SCAN found'));
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      const [search = ''] = plan.split('SCAN found');
      expect(search).toMatch(/(SEARCH (way|row) USING|SCAN row USING) (PRIMARY KEY|(COVERING )?INDEX)/);
      // Only the page itself is sorted, once its texts have been looked up.
      expect(search).not.toContain('TEMP B-TREE');
    }
  });

  it('as known in the newest changeset is asked for as if nothing were known of earlier ones', () => {
    const asked = (filter: FactFilter) => {
      connection.plans = [];
      methods.countFactsOf([[HUB], ['doctor/d1']], ['IN'], filter);
      return connection.plans;
    };
    const [version, ...plans] = asked({ knownIn: 3 });
    expect(version).toMatch(/SEARCH changeset/);
    expect(plans).toEqual(asked({}));
  });

  it('as known earlier looks an entity up by its key, and its revisions by theirs', () => {
    connection.plans = [];
    methods.entities([HUB], 1);
    methods.sources(['source/s1'], 1);
    methods.entitiesRevisedSince(1);
    const plans = connection.plans.filter((plan) => !plan.includes('changeset')).join('\n');
    expect(plans).toMatch(/SEARCH record USING INDEX \w+ \(key=\?\)/);
    expect(plans).toMatch(/SEARCH earlier USING INDEX \w+entity_revision\w+ \(key=\?\)/);
    expect(plans).toMatch(/SEARCH earlier USING INDEX \w+source_revision\w+ \(key=\?\)/);
    expect(plans).toMatch(/SEARCH entity_row USING COVERING INDEX entity_row_recorded/);
    expect(plans).not.toContain('TEMP B-TREE');
  });
});
