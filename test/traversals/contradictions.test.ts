import { describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import type { FactContent } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { FINDINGS_MAXIMUM, PAIRS_MAXIMUM, contradictions, openView } from '../../src/traversals/index.js';
import type { ContradictionsQuestion, StandpointAsked } from '../../src/traversals/index.js';
import { draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

const BEINGS = [
  source(),
  source('source/web'),
  entity('country/a'),
  entity('country/b'),
  entity('hospital/a', ['A'], { relations: [link('LOCATED_IN', 'country/a')] }),
  entity('hospital/b', ['B'], { relations: [link('LOCATED_IN', 'country/b')] }),
  entity('technique/t'),
  entity('doctor/x'),
  entity('doctor/y'),
];
const FROM_WEB = [{ source: 'source/web', paragraph: 2 }];
const training = (key: string, rest: Partial<FactContent>, ...more: string[]) =>
  fact(`training/${key}`, ['TRAINER=doctor/x', 'TRAINEE=doctor/y', ...more], rest);
const post = (key: string, players: string[], time: string, title = 'Director') =>
  fact(`affiliation/${key}`, players, { time, properties: { post: title } });
const beds = (key: string, min: number, rest: Partial<FactContent> = {}) =>
  fact(`observation/${key}`, ['SUBJECT=hospital/a'], {
    quantity: { text: `${min}`, min, max: min, unit: 'beds' },
    ...rest,
  });

async function storeOf(...operations: Operation[]): Promise<ReferenceStore> {
  const store = new ReferenceStore(ontology);
  await store.apply(draftOf([...BEINGS, ...operations]));
  return store;
}

async function found(
  store: ReferenceStore,
  question: Partial<ContradictionsQuestion> = {},
  standpoint: StandpointAsked = {},
) {
  const view = await openView(store, standpoint);
  return await contradictions(view, { certainty: 'POSSIBLE', filter: {}, ...question });
}

/** What contradicts itself, and what does not though it is near. */
const EXAMPLES: Readonly<Record<string, { facts: Operation[]; findings: string[] }>> = {
  'an event of a year that is denied for the year': {
    facts: [training('a', { time: '2016-03' }), training('b', { time: '2016', negated: true })],
    findings: ['DENIED CERTAIN training/a training/b'],
  },
  'an event of a year that is denied for a month of it': {
    facts: [training('a', { time: '2016' }), training('b', { time: '2016-03', negated: true })],
    findings: ['DENIED POSSIBLE training/a training/b'],
  },
  'an event that is denied for another year': {
    facts: [training('a', { time: '2016' }), training('b', { time: '2017', negated: true })],
    findings: [],
  },
  'more than is denied': {
    facts: [training('a', {}, 'TECHNIQUE=technique/t'), training('b', { negated: true })],
    findings: ['DENIED POSSIBLE training/a training/b'],
  },
  'less than is denied': {
    facts: [training('a', {}), training('b', { negated: true }, 'TECHNIQUE=technique/t')],
    findings: [],
  },
  'another form than the denied one': {
    facts: [
      training('a', { properties: { form: 'COURSE' } }),
      training('b', { properties: { form: 'LECTURE' }, negated: true }),
    ],
    findings: [],
  },
  'a plan that is not carried out': {
    facts: [training('a', { modality: 'PLANNED' }), training('b', { negated: true })],
    findings: [],
  },
  'a training before a birth': {
    facts: [training('a', { time: '1970' }), fact('birth/y', ['BORN=doctor/y'], { time: '1971' })],
    findings: ['BEFORE_BIRTH CERTAIN training/a birth/y'],
  },
  'a training in the year of a birth': {
    facts: [training('a', { time: '1971' }), fact('birth/y', ['BORN=doctor/y'], { time: '1971' })],
    findings: [],
  },
  'a training on the first day on which someone can have been born': {
    facts: [training('a', { time: '1971-01-01' }), fact('birth/y', ['BORN=doctor/y'], { time: '1971' })],
    findings: [],
  },
  'a training on the last day on which someone can have died': {
    facts: [training('a', { time: '2000-12-31' }), fact('death/x', ['DECEASED=doctor/x'], { time: '2000' })],
    findings: [],
  },
  'a training after a death': {
    facts: [training('a', { time: '2001' }), fact('death/x', ['DECEASED=doctor/x'], { time: '2000-12-31' })],
    findings: ['AFTER_DEATH CERTAIN training/a death/x'],
  },
  'a training that went on until a death or beyond': {
    facts: [training('a', { time: '1999/..' }), fact('death/x', ['DECEASED=doctor/x'], { time: '2000' })],
    findings: [],
  },
  'praise after a death': {
    facts: [
      fact('assessment/a', ['SUBJECT=doctor/x'], { time: '2005' }),
      fact('death/x', ['DECEASED=doctor/x'], { time: '2000' }),
    ],
    findings: [],
  },
  'a death before a birth': {
    facts: [
      fact('birth/x', ['BORN=doctor/x'], { time: '1950' }),
      fact('death/x', ['DECEASED=doctor/x'], { time: '1949' }),
    ],
    findings: ['AFTER_DEATH CERTAIN birth/x death/x', 'BEFORE_BIRTH CERTAIN death/x birth/x'],
  },
  'two births': {
    facts: [
      fact('birth/x', ['BORN=doctor/x'], { time: '1950' }),
      fact('birth/x-too', ['BORN=doctor/x'], { time: '1951-02' }),
      fact('birth/x-about', ['BORN=doctor/x'], { time: '1950~' }),
    ],
    findings: ['LIVED_TWICE CERTAIN birth/x birth/x-too'],
  },
  'two directors of one hospital at once': {
    facts: [
      post('a', ['MEMBER=doctor/x', 'AT=hospital/a'], '2001/2005'),
      post('b', ['MEMBER=doctor/y', 'AT=hospital/a'], '2004/..', 'DIRECTOR'),
    ],
    findings: ['TWO_HEADS CERTAIN affiliation/a affiliation/b'],
  },
  'two directors one after the other, as far as is known': {
    facts: [
      post('a', ['MEMBER=doctor/x', 'AT=hospital/a'], '2001/2005'),
      post('b', ['MEMBER=doctor/y', 'AT=hospital/a'], '2005/..'),
    ],
    findings: [],
  },
  'two deputy directors at once': {
    facts: [
      post('a', ['MEMBER=doctor/x', 'AT=hospital/a'], '2001/2005', 'Deputy Director'),
      post('b', ['MEMBER=doctor/y', 'AT=hospital/a'], '2001/2005', 'Deputy Director'),
    ],
    findings: [],
  },
  'heads of one department, and of one that is not named, at once': {
    facts: ['a', 'b', 'c', 'd'].map((key, index) =>
      fact(`affiliation/${key}`, [`MEMBER=doctor/${index % 2 === 0 ? 'x' : 'y'}`, 'AT=hospital/a'], {
        time: '2001/2005',
        properties: { post: 'Head', ...(index < 2 ? { department: 'Surgery' } : {}) },
      }),
    ),
    findings: ['TWO_HEADS CERTAIN affiliation/a affiliation/b'],
  },
  'posts at hospitals of two countries at once': {
    facts: [
      post('a', ['MEMBER=doctor/x', 'AT=hospital/a'], '2001/2005', 'surgeon'),
      post('b', ['MEMBER=doctor/x', 'AT=hospital/b'], '2003', 'surgeon'),
    ],
    findings: ['TWO_COUNTRIES CERTAIN affiliation/a affiliation/b'],
  },
  'posts of which a source says that they were in one country': {
    facts: [
      post('a', ['MEMBER=doctor/x', 'AT=hospital/a', 'IN=country/b'], '2001/2005', 'surgeon'),
      post('b', ['MEMBER=doctor/x', 'AT=hospital/b'], '2003', 'surgeon'),
    ],
    findings: [],
  },
  'figures of one day': {
    facts: [beds('a', 500, { time: '2020-05-01' }), beds('b', 700, { time: '2020-05-01' })],
    findings: ['FIGURES_DIFFER CERTAIN observation/a observation/b'],
  },
  'figures of one year': {
    facts: [beds('a', 500, { time: '2020' }), beds('b', 700, { time: '2020' })],
    findings: ['FIGURES_DIFFER CERTAIN observation/a observation/b'],
  },
  'figures of a year and of a day of it': {
    facts: [beds('a', 500, { time: '2020' }), beds('b', 700, { time: '2020-05-01' })],
    findings: ['FIGURES_DIFFER POSSIBLE observation/a observation/b'],
  },
  'figures of which nobody says when they were taken': {
    facts: [beds('a', 500), beds('b', 700), beds('c', 700)],
    findings: [
      'FIGURES_DIFFER POSSIBLE observation/a observation/b',
      'FIGURES_DIFFER POSSIBLE observation/a observation/c',
    ],
  },
  'figures whose bounds leave room for one another': {
    facts: [
      beds('a', 500, { quantity: { text: 'over 400', min: 400, unit: 'beds' } }),
      beds('b', 500, { quantity: { text: 'nearly 600', max: 600, unit: 'beds' } }),
      beds('c', 500, { quantity: { text: 'hundreds', unit: 'beds' } }),
    ],
    findings: [],
  },
  'figures in different units': {
    facts: [beds('a', 500), beds('b', 700, { quantity: { text: '700', min: 700, max: 700, unit: 'wards' } })],
    findings: [],
  },
};

describe('contradictions', () => {
  it.each(Object.entries(EXAMPLES))(
    'are told from what is near them: %s',
    async (_name, { facts, findings }) => {
      const answer = await found(await storeOf(...facts));
      expect(
        answer.findings.map(({ rule, certainty, facts: pair }) => [rule, certainty, ...pair].join(' ')),
      ).toEqual(findings);
    },
  );

  it('say in words what contradicts what', async () => {
    const store = await storeOf(beds('a', 500, { time: '2020' }), beds('b', 700, { time: '2020-05-01' }));
    const [finding] = (await found(store)).findings;
    expect(finding).toMatchObject({
      about: ['hospital/a'],
      explanation:
        'The first gives “500” (2020), the second “700” (2020-05-01). The dates leave open whether they speak of one time.',
    });
  });

  it('name who held which post, where and when', async () => {
    const rector = (key: string, who: string, time: string) =>
      fact(`affiliation/${key}`, [`MEMBER=${who}`, 'AT=hospital/a', 'IN=country/b'], {
        time,
        properties: { post: 'Rector', department: 'Surgery' },
      });
    const store = await storeOf(rector('a', 'doctor/x', '2014/..'), rector('b', 'doctor/y', '2016-11-05'));
    const [finding] = (await found(store)).findings;
    expect(finding?.explanation).toBe(
      'Two held one post at once, “Rector” of “Surgery” at hospital/a in country/b: ' +
        'doctor/x from 2014 on by the first, doctor/y on 2016-11-05 by the second.',
    );
  });

  it('name the hospitals and countries between which someone stands', async () => {
    const store = await storeOf(
      post('a', ['MEMBER=doctor/x', 'AT=hospital/a'], '2001/2005', 'surgeon'),
      post('b', ['MEMBER=doctor/x', 'AT=hospital/b'], '2003', 'surgeon'),
    );
    const [finding] = (await found(store)).findings;
    expect(finding?.explanation).toBe(
      'doctor/x belonged to hospitals in different countries at once: ' +
        'by the first to hospital/a in country/a from 2001 to 2005, by the second to hospital/b in country/b in 2003.',
    );
  });

  it('name whose birth is told twice', async () => {
    const store = await storeOf(
      fact('birth/a', ['BORN=doctor/x'], { time: '1950' }),
      fact('birth/b', ['BORN=doctor/x'], { time: '1951-03-02' }),
    );
    const [finding] = (await found(store)).findings;
    expect(finding?.explanation).toBe(
      'By the first the birth of doctor/x was in 1950, by the second it was on 1951-03-02.',
    );
  });

  it('are none once the source of one side is taken not to exist, or before it was known', async () => {
    const store = await storeOf(training('a', { time: '2016' }));
    await store.apply(draftOf([training('b', { time: '2016', negated: true, citations: FROM_WEB })]));
    expect((await found(store)).findings).toHaveLength(1);
    expect((await found(store, {}, { withoutSources: ['source/web'] })).findings).toEqual([]);
    expect((await found(store, {}, { asKnownOn: '1' })).findings).toEqual([]);
  });

  it('say so when there are too many to be told', async () => {
    const size = Math.ceil(Math.sqrt(FINDINGS_MAXIMUM)) + 1;
    const many = Array.from({ length: 2 * size }, (_, index) =>
      training(`n${index}`, { time: '2016', negated: index < size }),
    );
    const { findings, cut } = await found(await storeOf(...many));
    expect(findings).toHaveLength(FINDINGS_MAXIMUM);
    expect(cut).toEqual({ bound: 'FINDINGS', maximum: FINDINGS_MAXIMUM });
  });

  it('say so when too many had to be compared, and leave room for what other rules find', async () => {
    const size = Math.ceil(Math.sqrt(2 * PAIRS_MAXIMUM)) + 1;
    const alike = Array.from({ length: size }, (_, index) => beds(`n${index}`, 500));
    const denied = [training('a', { time: '2016' }), training('b', { time: '2016', negated: true })];
    const { findings, cut } = await found(await storeOf(...alike, ...denied));
    expect(findings.map(({ rule }) => rule)).toEqual(['DENIED']);
    expect(cut).toEqual({ bound: 'PAIRS', maximum: PAIRS_MAXIMUM });
  });

  it('refuse keys that are unknown, and too many', async () => {
    const store = await storeOf();
    await expect(found(store, { keys: ['doctor/nobody'] })).rejects.toMatchObject({ code: 'BAD_KEY' });
    const many = Array.from({ length: 101 }, (_, index) => `doctor/n${index}`);
    await expect(found(store, { keys: many })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await found(store, { keys: [] })).findings).toEqual([]);
    expect((await found(store, { rules: [] })).findings).toEqual([]);
    expect((await found(store, { kinds: [] })).findings).toEqual([]);
  });
});
