import { beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import type { Ask } from '../helpers/graphql.js';
import { onBothStoresSeeded } from '../helpers/seeded.js';

interface Page {
  knownIn: number;
  totalCount: number;
  nodes: { key: string }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

const PAGE = 'knownIn totalCount nodes { key } pageInfo { endCursor hasNextPage }';

/** Writes three changesets on top of the seed graph: numbers 2, 3 and 4. */
async function writeHistory(store: Store): Promise<void> {
  const teach = (key: string, rest = {}) => fact(key, ['TRAINER=doctor/za', 'TRAINEE=doctor/zb'], rest);
  const said = (...sources: string[]) => ({
    citations: sources.map((key) => ({ source: key, paragraph: 1 })),
  });
  const day = (date: string) => ({ at: `${date}T12:00:00.000Z` });
  await store.apply(
    draftOf(
      [
        ...['source/z-one', 'source/z-two'].map((key) => source(key)),
        entity('doctor/za', ['Old Name']),
        entity('doctor/zb'),
        entity('country/za'),
        entity('country/zb'),
        entity('hospital/za', ['Z'], { relations: [link('LOCATED_IN', 'country/za')] }),
        teach('training/z1', said('source/z-one')),
        teach('training/z2', said('source/z-one', 'source/z-two')),
      ],
      day('2030-01-01'),
    ),
  );
  await store.apply(
    draftOf(
      [
        entity('doctor/za', ['New Name']),
        entity('hospital/za', ['Z'], { relations: [link('LOCATED_IN', 'country/zb')] }),
        teach('training/z3', { ...said('source/z-two'), supersedes: 'training/z1' }),
      ],
      day('2030-02-01'),
    ),
  );
  await store.apply(
    draftOf(
      [{ op: 'setStatus', fact: 'training/z2', status: 'DISPUTED', note: 'Doubted.' }],
      day('2030-03-01'),
    ),
  );
}

onBothStoresSeeded('the standpoint of a question', (store) => {
  let ask: Ask;
  beforeAll(async () => {
    await writeHistory(store());
    ask = graphqlOver(store()).ask;
  });
  const data = (query: string) => dataOf(ask(query));
  const trainings = async (args: string) =>
    (await data(`{ trainings(trainers: ["doctor/za"]${args}) { ${PAGE} } }`))['trainings'] as Page;

  it.each([
    ['asKnownOn: "2"', 2, ['training/z1', 'training/z2']],
    ['asKnownOn: "2030-01-01"', 2, ['training/z1', 'training/z2']],
    ['asKnownOn: "2030-01-31"', 2, ['training/z1', 'training/z2']],
    ['asKnownOn: "2030-01"', 2, ['training/z1', 'training/z2']],
    ['asKnownOn: "2030-02-01T12:00:00Z"', 3, ['training/z2', 'training/z3']],
    ['asKnownOn: "2030-02-01T13:59:59.999+02:00"', 2, ['training/z1', 'training/z2']],
    ['asKnownOn: "2099-12-31"', 4, ['training/z2', 'training/z3']],
    ['withoutSources: ["source/z-one"]', 4, ['training/z2', 'training/z3']],
    ['withoutSources: ["source/z-two"]', 4, ['training/z2']],
    ['withoutSources: ["source/z-two"], asKnownOn: "2"', 2, ['training/z1', 'training/z2']],
    ['withoutSources: ["source/z-one", "source/z-two"]', 4, []],
    ['filter: { sources: ["source/z-one"] }', 4, ['training/z2']],
    ['filter: { sources: ["source/z-one"] }, withoutSources: ["source/z-one"]', 4, []],
    ['filter: { statuses: [DISPUTED] }', 4, ['training/z2']],
    ['filter: { statuses: [DISPUTED] }, asKnownOn: "3"', 3, []],
    ['filter: { statuses: [RETRACTED] }, asKnownOn: "3"', 3, ['training/z1']],
  ])('%s reads the graph as it stood', async (args, knownIn, keys) => {
    const page = await trainings(`, order: KEY, ${args}`);
    expect(page).toMatchObject({ knownIn, totalCount: keys.length });
    expect(page.nodes.map(({ key }) => key)).toEqual(keys);
  });

  it('holds for all that is asked below', async () => {
    const below = `{
      fact(key: "training/z1", asKnownOn: "2") {
        status supersededBy { key } retractedAt history { changeset }
        ... on Training { trainers { ... on Doctor { name trainingsGiven(order: KEY) { ${PAGE} } } } }
      }
      then: entity(key: "country/za", asKnownOn: "2") { ... on Country { hospitals { totalCount nodes { key } } } }
      now: entity(key: "country/za") { ... on Country { hospitals { totalCount nodes { key } } } }
      moved: entity(key: "country/zb") { ... on Country { hospitals { totalCount nodes { key } } } }
      less: fact(key: "training/z2", withoutSources: ["source/z-one"]) { citations { source { key } } }
      gone: fact(key: "training/z1", withoutSources: ["source/z-one"]) { key }
      early: entity(key: "doctor/za", asKnownOn: "1") { key }
      unknown: entity(key: "doctor/joel-leroy", withoutSources: ["source/hanoi-health-system"]) {
        citations { quote } names { text } ... on Doctor { title profession }
      }
    }`;
    const hospitals = { totalCount: 1, nodes: [{ key: 'hospital/za' }] };
    expect(await data(below)).toMatchObject({
      fact: {
        status: 'ACCEPTED',
        supersededBy: null,
        retractedAt: null,
        history: [{ changeset: 2 }],
        trainers: [
          {
            name: 'Old Name',
            trainingsGiven: { knownIn: 2, nodes: [{ key: 'training/z1' }, { key: 'training/z2' }] },
          },
        ],
      },
      then: { hospitals },
      now: { hospitals: { totalCount: 0, nodes: [] } },
      moved: { hospitals },
      less: { citations: [{ source: { key: 'source/z-two' } }] },
      gone: null,
      early: null,
      unknown: { citations: [], names: [{ text: 'Joel Leroy' }], title: null, profession: null },
    });
  });

  it('stays the same from page to page, whatever is written meanwhile', async () => {
    const first = await trainings(', first: 1');
    await store().apply(
      draftOf([
        source(),
        fact('training/z0', ['TRAINER=doctor/za'], { time: '1990' }),
        fact('training/z9', ['TRAINER=doctor/za']),
        { op: 'setStatus', fact: 'training/z3', status: 'RETRACTED' },
      ]),
    );
    const second = await trainings(`, first: 10, after: "${first.pageInfo.endCursor}"`);
    expect(second.knownIn).toBe(first.knownIn);
    expect(second.totalCount).toBe(2);
    expect([...first.nodes, ...second.nodes].map(({ key }) => key)).toEqual(['training/z2', 'training/z3']);
    expect((await trainings('')).nodes.map(({ key }) => key)).toEqual([
      'training/z0',
      'training/z2',
      'training/z9',
    ]);
  });

  describe('refuses', () => {
    it.each([
      ['{ facts(asKnownOn: "99") { totalCount } }', 'BAD_TIME', /99.*newest is \d/],
      ['{ facts(asKnownOn: "last week") { totalCount } }', 'BAD_TIME', /last week.*expected/],
      ['{ facts(asKnownOn: "2018/2020") { totalCount } }', 'BAD_TIME', /expected/],
      ['{ facts(asKnownOn: "-1") { totalCount } }', 'BAD_TIME', /expected/],
      ['{ facts(asKnownOn: "") { totalCount } }', 'BAD_TIME', /expected/],
      ['{ facts(withoutSources: ["source/none"]) { totalCount } }', 'BAD_KEY', /source\/none/],
      ['{ trainings(trainers: ["doctor/za"], asKnownOn: "1") { totalCount } }', 'BAD_KEY', /changeset 1/],
      ['{ facts(time: { trueOn: "2019" }) { totalCount } }', 'BAD_TIME', /trueDuring/],
      ['{ facts(time: { certainty: POSSIBLE }) { totalCount } }', 'BAD_TIME', /expected one/],
    ])('%s', async (query, code, message) => {
      const { errors } = await ask(query);
      expect(errors?.[0]?.extensions?.['code']).toBe(code);
      expect(errors?.[0]?.message).toMatch(message);
    });

    it('a cursor of one state below a value of another that the query names', async () => {
      const below = 'entity(key: "doctor/za", asKnownOn: "3") { facts(first: 1) { pageInfo { endCursor } } }';
      const { entity: then } = (await data(`{ ${below} }`)) as { entity: { facts: Page } };
      const cursor = then.facts.pageInfo.endCursor;
      const at = (asKnownOn: string) =>
        ask(`{ entity(key: "doctor/za"${asKnownOn}) { facts(after: "${cursor}") { knownIn } } }`);
      expect((await at(', asKnownOn: "2"')).errors?.[0]?.extensions?.['code']).toBe('BAD_CURSOR');
      expect((await at(', asKnownOn: "3"')).data).toMatchObject({ entity: { facts: { knownIn: 3 } } });
      // Where nothing is named, the cursor brings its state along.
      expect((await at('')).data).toMatchObject({ entity: { facts: { knownIn: 3 } } });
    });

    it('a cursor of one state in a list of another', async () => {
      const { pageInfo } = await trainings(', first: 1, asKnownOn: "2"');
      const { errors } = await ask(
        `{ trainings(trainers: ["doctor/za"], asKnownOn: "3", after: "${pageInfo.endCursor}") { nodes { key } } }`,
      );
      expect(errors?.[0]?.extensions?.['code']).toBe('BAD_CURSOR');
      expect(errors?.[0]?.message).toMatch(/changeset 2.*3/);
    });
  });
});
