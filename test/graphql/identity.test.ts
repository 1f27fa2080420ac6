import { beforeAll, expect, it } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { draftOf, entity, fact, judge, link, source } from '../helpers/graph.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import type { Ask } from '../helpers/graphql.js';
import { onBothStoresSeeded } from '../helpers/seeded.js';

/** Writes, on top of the seed graph, three spellings of one teacher with a pupil each, and judges two of them the same. */
async function writeSpellings(store: Store): Promise<void> {
  const teach = (key: string, trainer: string) =>
    fact(key, [`TRAINER=${trainer}`, `TRAINEE=doctor/pupil-${key.slice(-1)}`]);
  await store.apply(
    draftOf([
      source(),
      ...['a', 'b', 'c'].map((name) => entity(`doctor/pupil-${name}`)),
      entity('doctor/hau-nguyen', ['Hau Nguyen'], {
        externalIds: [{ scheme: 'wikidata', value: 'Q12345678901' }],
      }),
      entity('doctor/nguyen-hau', ['Nguyễn Hậu']),
      entity('doctor/n-hau', ['N. Hậu']),
      entity('hospital/harbour', ['Harbour'], { relations: [link('LOCATED_IN', 'country/vietnam')] }),
      entity('hospital/harbor', ['Harbor'], { relations: [link('LOCATED_IN', 'country/vietnam')] }),
      ...['country/za', 'country/zb'].map((key) => entity(key)),
      entity('hospital/quay', ['Quay'], { relations: [link('LOCATED_IN', 'country/za')] }),
      entity('hospital/pier', ['Pier'], { relations: [link('LOCATED_IN', 'country/zb')] }),
      teach('training/z-a', 'doctor/hau-nguyen'),
      teach('training/z-b', 'doctor/nguyen-hau'),
      teach('training/z-c', 'doctor/n-hau'),
    ]),
  );
  await store.apply(
    draftOf([
      judge('judgement/z-same', ['doctor/nguyen-hau', 'doctor/hau-nguyen']),
      judge('judgement/z-countries', ['country/za', 'country/zb']),
      judge('judgement/z-harbours', ['hospital/harbour', 'hospital/harbor']),
      judge('judgement/z-unsure', ['doctor/nguyen-hau', 'doctor/n-hau'], 'UNSURE'),
    ]),
  );
}

onBothStoresSeeded('identity', (store) => {
  let ask: Ask;
  beforeAll(async () => {
    await writeSpellings(store());
    ({ ask } = graphqlOver(store()));
  });
  const data = (query: string) => dataOf(ask(query));

  it('answers one entity under any of its keys, with its members listed', async () => {
    const one = `{ key name names { text } externalIds { value } members { key name } judgements { key verdict entities { key } } ... on Doctor { trainingsGiven { totalCount } } }`;
    const found = await data(`{ entity(key: "doctor/nguyen-hau") ${one} }`);
    expect(found).toEqual({
      entity: {
        key: 'doctor/hau-nguyen',
        name: 'Hau Nguyen',
        names: [{ text: 'Hau Nguyen' }, { text: 'Nguyễn Hậu' }],
        externalIds: [{ value: 'Q12345678901' }],
        members: [
          { key: 'doctor/hau-nguyen', name: 'Hau Nguyen' },
          { key: 'doctor/nguyen-hau', name: 'Nguyễn Hậu' },
        ],
        judgements: [
          {
            key: 'judgement/z-same',
            verdict: 'SAME',
            entities: [{ key: 'doctor/nguyen-hau' }, { key: 'doctor/hau-nguyen' }],
          },
          {
            key: 'judgement/z-unsure',
            verdict: 'UNSURE',
            entities: [{ key: 'doctor/nguyen-hau' }, { key: 'doctor/n-hau' }],
          },
        ],
        trainingsGiven: { totalCount: 2 },
      },
    });
  });

  const trainings = async (args: string) =>
    (
      await data(
        `{ trainings(order: KEY, ${args}) { totalCount judgements { key } nodes { key participants { recordedAs participant { ... on Entity { key } } } } } }`,
      )
    )['trainings'] as {
      totalCount: number;
      judgements: { key: string }[];
      nodes: { key: string; participants: { recordedAs: string | null; participant: { key: string } }[] }[];
    };

  it.each([
    ['STRICT', ['training/z-b'], []],
    ['JUDGED', ['training/z-a', 'training/z-b'], ['judgement/z-same']],
    [
      'PROBABLE',
      ['training/z-a', 'training/z-b', 'training/z-c'],
      ['judgement/z-same', 'judgement/z-unsure'],
    ],
  ])(
    '%s treats as one what it says, and lists what the answer leans on',
    async (identity, keys, judgements) => {
      const answer = await trainings(`trainers: ["doctor/nguyen-hau"], identity: ${identity}`);
      expect(answer.totalCount).toBe(keys.length);
      expect(answer.nodes.map(({ key }) => key)).toEqual(keys);
      expect(answer.judgements.map(({ key }) => key)).toEqual(judgements);
    },
  );

  it('tells under which key a fact is recorded', async () => {
    const { nodes } = await trainings('trainers: ["doctor/hau-nguyen"]');
    expect(nodes.map(({ participants }) => participants[0])).toEqual([
      { recordedAs: null, participant: { key: 'doctor/hau-nguyen' } },
      { recordedAs: 'doctor/nguyen-hau', participant: { key: 'doctor/hau-nguyen' } },
    ]);
  });

  it('leans on nothing that the answer does not meet', async () => {
    expect(await trainings('trainees: ["doctor/pupil-c"]')).toMatchObject({ totalCount: 1, judgements: [] });
    expect((await trainings('trainees: ["doctor/pupil-a"]')).judgements).toEqual([
      { key: 'judgement/z-same' },
    ]);
  });

  it('leans on what makes one of the places where two lie', async () => {
    const shared = await data(
      '{ common(keys: ["hospital/quay", "hospital/pier"]) { nodes { entity { key } } judgements { key } } }',
    );
    expect(shared).toEqual({
      common: { nodes: [{ entity: { key: 'country/za' } }], judgements: [{ key: 'judgement/z-countries' }] },
    });
  });

  it('says so where all that it names is one', async () => {
    for (const question of ['common(keys:', 'commonAncestors(of:']) {
      const { errors } = await ask(
        `{ ${question} ["doctor/hau-nguyen", "doctor/nguyen-hau"]) { totalCount } }`,
      );
      expect(errors?.[0]?.message).toContain('2 keys that are judged one and the same (judgement/z-same)');
    }
  });

  it('holds for all that is asked below, unless that says otherwise', async () => {
    const lists =
      'trainingsGiven { totalCount judgements { key } } alone: trainingsGiven(identity: STRICT) { totalCount judgements { key } }';
    const found = await data(`{
      strict: entity(key: "doctor/nguyen-hau", identity: STRICT) { key members { key } ... on Doctor { ${lists} } }
      judged: entity(key: "doctor/nguyen-hau") { key ... on Doctor { ${lists} } }
      fact(key: "training/z-b", identity: STRICT) { ... on Training { trainers { ... on Doctor { key trainingsGiven { totalCount } } } } }
    }`);
    const alone = { totalCount: 1, judgements: [] };
    expect(found).toEqual({
      strict: {
        key: 'doctor/nguyen-hau',
        members: [{ key: 'doctor/nguyen-hau' }],
        trainingsGiven: alone,
        alone,
      },
      judged: {
        key: 'doctor/hau-nguyen',
        trainingsGiven: { totalCount: 2, judgements: [{ key: 'judgement/z-same' }] },
        alone,
      },
      fact: { trainers: [{ key: 'doctor/nguyen-hau', trainingsGiven: { totalCount: 1 } }] },
    });
  });

  it('lists what is one once', async () => {
    const list = (name: string) =>
      `entities(name: "${name}", kinds: [DOCTOR]) { totalCount nodes { key } judgements { key } }`;
    expect(await data(`{ ${list('Hậu Nguyễn')} }`)).toEqual({
      entities: {
        totalCount: 1,
        nodes: [{ key: 'doctor/hau-nguyen' }],
        judgements: [{ key: 'judgement/z-same' }],
      },
    });
    const hospitals =
      'entity(key: "country/vietnam") { ... on Country { hospitals(last: 100) { totalCount nodes { key } } } }';
    const { entity: vietnam } = await data(`{ ${hospitals} }`);
    const { totalCount, nodes } = (vietnam as { hospitals: { totalCount: number; nodes: { key: string }[] } })
      .hospitals;
    expect(nodes).toHaveLength(totalCount);
    const harbours = nodes.map(({ key }) => key).filter((key) => key.includes('/harbo'));
    expect(harbours).toEqual(['hospital/harbor']);
  });

  it('walks as one who is one', async () => {
    const ways = `{
      lineage(of: "doctor/nguyen-hau") { nodes { depth } judgements { key } }
      paths(from: "doctor/pupil-a", to: "doctor/pupil-b") { paths { length stops { entity { key } } } judgements { key } }
      apart: paths(from: "doctor/pupil-a", to: "doctor/pupil-b", identity: STRICT) { paths { length } judgements { key } }
    }`;
    expect(await data(ways)).toMatchObject({
      lineage: { nodes: [{ depth: 1 }, { depth: 1 }], judgements: [{ key: 'judgement/z-same' }] },
      paths: { paths: [{ length: 2 }], judgements: [{ key: 'judgement/z-same' }] },
      apart: { paths: [], judgements: [] },
    });
    const { errors } = await ask(
      '{ paths(from: "doctor/hau-nguyen", to: "doctor/nguyen-hau") { paths { length } } }',
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain('that are judged one and the same (judgement/z-same)');
  });

  it('is that of the time that is asked about, and what was dropped is undone', async () => {
    const count = async (args: string) =>
      (await trainings(`trainers: ["doctor/n-hau"], identity: PROBABLE, ${args}`)).totalCount;
    expect(await count('asKnownOn: "2"')).toBe(1);
    expect(await count('asKnownOn: "3"')).toBe(3);
    await store().apply(draftOf([{ op: 'dropJudgement', judgement: 'judgement/z-same' }]));
    expect(await count('asKnownOn: "4"')).toBe(2);
    expect(await count('asKnownOn: "3"')).toBe(3);
    expect(await data('{ entity(key: "doctor/nguyen-hau") { key judgements { key } } }')).toEqual({
      entity: { key: 'doctor/nguyen-hau', judgements: [{ key: 'judgement/z-unsure' }] },
    });
    const then = await data(
      '{ entity(key: "doctor/nguyen-hau", asKnownOn: "3") { key judgements { key } } }',
    );
    expect(then).toEqual({
      entity: {
        key: 'doctor/hau-nguyen',
        judgements: [{ key: 'judgement/z-same' }, { key: 'judgement/z-unsure' }],
      },
    });
  });
});
