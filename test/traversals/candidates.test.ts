import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EntityRecord, FactRecord } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { assess } from '../../src/traversals/candidates/evidence.js';
import type { Assessment } from '../../src/traversals/candidates/evidence.js';
import { Rarity } from '../../src/traversals/candidates/names/rarity.js';
import { Profile } from '../../src/traversals/candidates/profile.js';
import { identityCandidates, openView } from '../../src/traversals/index.js';
import type { Candidate, CandidatesQuestion } from '../../src/traversals/index.js';
import { draftOf, entity, fact, judge, link, source } from '../helpers/graph.js';
import { newFile } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';
import { DOCTORS, candidateGraphs } from '../questions/candidateGraphs.js';

const NOWHERE = { recordedIn: 1, recordedAt: '2024-05-01T12:00:00.000Z' };

/** What operations say of the two, weighed. */
function weigh(operations: readonly Operation[], a: string, b: string): Assessment {
  const records = new Map<string, EntityRecord>();
  const facts: FactRecord[] = [];
  for (const each of operations) {
    if (each.op === 'putEntity') records.set(each.entity.key, { ...each.entity, ...NOWHERE, revision: 1 });
    if (each.op === 'recordFact') facts.push({ ...each.fact, ...NOWHERE, status: each.status, history: [] });
  }
  const [one, other] = [a, b].map((key) => {
    const record = records.get(key);
    if (record === undefined) throw new Error(`no ${key}`);
    const profile = new Profile(record);
    for (const each of facts) {
      if (each.participants.some((participant) => participant.entity === key)) profile.add(each);
    }
    profile.placePosts(records);
    return profile;
  });
  if (one === undefined || other === undefined) throw new Error('two are compared');
  return assess(one, other, new Rarity(records.size, new Map()), records);
}

const people = (a: string, b: string) => [entity('doctor/a', [a]), entity('doctor/b', [b])];
const places = (a: string, b: string) => [
  entity('country/v', ['Vietnam']),
  entity('hospital/a', [a], { relations: [link('LOCATED_IN', 'country/v')] }),
  entity('hospital/b', [b], { relations: [link('LOCATED_IN', 'country/v')] }),
];
const sameDay = [
  fact('birth/a', ['BORN=doctor/a'], { time: '1970-02-03' }),
  fact('birth/b', ['BORN=doctor/b'], { time: '1970-02-03' }),
];

describe('the evidence that two entities are one', () => {
  const pairs = fc.shuffledSubarray(DOCTORS, { minLength: 2, maxLength: 2 });

  it('weighs the same, whichever comes first', () => {
    fc.assert(
      fc.property(candidateGraphs, pairs, (graph, [a = '', b = '']) => {
        expect(weigh(graph, a, b)).toEqual(weigh(graph, b, a));
      }),
      { numRuns: 500 },
    );
  });

  it('is never more with a date that excludes, other ids, or a fact that names both', () => {
    const additions: fc.Arbitrary<(a: string, b: string) => Operation[]> = fc.constantFrom(
      (a, b) => [
        fact('birth/x', [`BORN=${a}`], { time: '1901-01-01' }),
        fact('birth/y', [`BORN=${b}`], { time: '1999-12-31' }),
      ],
      (a, b) => [
        fact('death/x', [`DECEASED=${a}`], { time: '1950' }),
        fact('affiliation/y', [`MEMBER=${b}`, 'AT=hospital/x'], { time: '2015' }),
      ],
      (a, b) => [fact('training/x', [`TRAINER=${a}`, `TRAINEE=${b}`])],
    );
    fc.assert(
      fc.property(candidateGraphs, pairs, additions, (graph, [a = '', b = ''], addition) => {
        const dateless = graph.filter(
          (each) => each.op !== 'recordFact' || !/^(birth|death)/.test(each.fact.key),
        );
        const before = weigh(dateless, a, b);
        const after = weigh([...dateless, ...addition(a, b)], a, b);
        expect(after.reasons.some(({ excludes }) => excludes)).toBe(true);
        expect(after.score).toBeLessThanOrEqual(before.score);
        expect(after.likelihood).not.toBe('LIKELY');
      }),
      { numRuns: 500 },
    );
  });

  it('grows with the rarity of a name', () => {
    const common = weigh(people('Nguyễn Văn Anh', 'Nguyen Van Anh'), 'doctor/a', 'doctor/b');
    const rare = weigh(people('Yves Lambertin-Korsak', 'Yves Lambertin-Korsak'), 'doctor/a', 'doctor/b');
    expect(common.likelihood).toBe('POSSIBLE');
    expect(rare.likelihood).toBe('LIKELY');
  });

  it.each([
    ['Children’s Hospital No. 7', 'Children’s Hospital No. 8'],
    ['Bệnh viện Đa khoa tỉnh Hà Tĩnh', 'Bệnh viện Đa khoa thành phố Hà Tĩnh'],
    ['Hue Medical University', 'Hue Medical University Hospital'],
    ['Cho Ray Hospital', 'Cho Ray Hospital, Binh Chanh branch'],
    ['第二人民医院', '第三人民医院'],
    ['Hospital E', 'Hospital K'],
    ['Thanh Hoa General Hospital', 'Khanh Hoa General Hospital'],
    ['Military Hospital 7A', 'Military Hospital 7B'],
    ['Vietnam-Sweden Hospital Uong Bi', 'Vietnam-Cuba Hospital Uong Bi'],
    ['National Cancer Hospital', 'National Heart Hospital'],
    ['Da Nang Hospital', 'Da Nang C Hospital'],
  ])('never calls "%s" and "%s" likely one', (a, b) => {
    expect(weigh(places(a, b), 'hospital/a', 'hospital/b').likelihood).not.toBe('LIKELY');
  });

  it.each([
    ['Lục Quang Vinh', 'Lục Quang Vĩnh'],
    ['Lục Quang Tân', 'Lục Quang Thân'],
    ['Quách Ngọc Linh', 'Quách Ngọc Linh Chi'],
    ['Wu Jiahao', 'Wu Jiahan'],
    ['Anna Ivanova', 'Anna Ivanov'],
    ['Chea Sophal', 'Chea Sophat'],
    ['Marie Martin', 'Maria Martin'],
  ])('does not take "%s" and "%s" of one hospital for one', (a, b) => {
    const posts = ['a', 'b'].map((one) =>
      fact(`affiliation/${one}`, [`MEMBER=doctor/${one}`, 'AT=hospital/a'], { time: '2010/2020' }),
    );
    const graph = [...people(a, b), ...places('Bạch Mai', 'E'), ...posts];
    expect(weigh(graph, 'doctor/a', 'doctor/b').likelihood).not.toBe('LIKELY');
  });

  it.each([
    ['Jürgen Weißmüller', 'Juergen Weissmueller'],
    ['Jean-Christophe Leroy', 'Leroy J. C.'],
    ['Mohamed Ben Youssef', 'Mohammed Benyoussef'],
    ['Sombath Phommachanh', 'Sombat Phommachan'],
    ['Александр Иванов', 'Aleksandr Ivanov'],
    ['Nguyễn Thị Ngọc Bích', 'Dr. Bich Nguyen Thi Ngoc'],
  ])('takes "%s" and "%s" of one hospital for one', (a, b) => {
    const posts = ['a', 'b'].map((one) =>
      fact(`affiliation/${one}`, [`MEMBER=doctor/${one}`, 'AT=hospital/a'], { time: '2010/2020' }),
    );
    const graph = [...people(a, b), ...places('Bạch Mai', 'E'), ...posts];
    expect(weigh(graph, 'doctor/a', 'doctor/b').likelihood).toBe('LIKELY');
  });

  it('takes terms that are a letter apart for two', () => {
    const graph = [entity('technique/a', ['tracheotomy']), entity('technique/b', ['tracheostomy'])];
    expect(weigh(graph, 'technique/a', 'technique/b').likelihood).not.toBe('LIKELY');
  });

  it('tells twins apart by their names, whatever they share', () => {
    const facts = ['a', 'b'].map((one) =>
      fact(`affiliation/${one}`, [`MEMBER=doctor/${one}`, 'AT=hospital/a'], { time: '2010/2020' }),
    );
    const graph = [
      ...people('Phạm Quốc Trung', 'Phạm Quốc Tuấn'),
      ...places('Bạch Mai', 'E'),
      ...facts,
      ...sameDay,
    ];
    expect(weigh(graph, 'doctor/a', 'doctor/b').likelihood).not.toBe('LIKELY');
  });

  it('suggests to look where ids agree and dates do not', () => {
    const orcid = { externalIds: [{ scheme: 'orcid', value: '0000-0002-1825-0097' }] };
    const graph = [
      entity('doctor/a', ['Phạm Quốc Trung'], orcid),
      entity('doctor/b', ['Pham Quoc Trung'], orcid),
      fact('birth/a', ['BORN=doctor/a'], { time: '1970' }),
      fact('birth/b', ['BORN=doctor/b'], { time: '1976' }),
    ];
    expect(weigh(graph, 'doctor/a', 'doctor/b')).toMatchObject({ likelihood: 'POSSIBLE' });
  });

  it('reads characters in both ways of writing as the same, and others of one sound as others', () => {
    const facts = ['a', 'b'].map((one) =>
      fact(`affiliation/${one}`, [`MEMBER=doctor/${one}`, 'AT=hospital/a'], { time: '2010/2020' }),
    );
    const graph = (a: string, b: string) => [...people(a, b), ...places('Ruijin', 'E'), ...facts, ...sameDay];
    expect(weigh(graph('陳偉', '陈伟'), 'doctor/a', 'doctor/b').likelihood).toBe('LIKELY');
    expect(weigh(graph('陈伟', '陈薇'), 'doctor/a', 'doctor/b').likelihood).not.toBe('LIKELY');
  });
});

describe('identityCandidates', () => {
  let place: Place;
  let store: Store;

  beforeAll(async () => {
    place = await newFile();
    store = await place.open();
    const three = ['a', 'b', 'c'].map((one) => entity(`doctor/${one}`, ['Yves Lambertin-Korsak']));
    await store.apply(draftOf([source(), source('source/other'), ...three]));
    await store.apply(draftOf([entity('doctor/late', ['Yves Lambertin-Korsak'])]));
    const cited = [{ source: 'source/other', paragraph: 1 }];
    await store.apply(
      draftOf([
        fact('training/late', ['TRAINER=doctor/late', 'TRAINEE=doctor/c'], { citations: cited }),
        judge('judgement/a-and-b', ['doctor/a', 'doctor/b'], 'SAME'),
        judge('judgement/b-and-c', ['doctor/b', 'doctor/c'], 'DIFFERENT'),
        judge('judgement/b-and-late', ['doctor/b', 'doctor/late'], 'UNSURE'),
      ]),
    );
  });
  afterAll(() => place.remove());

  const ask = async (asked: Partial<CandidatesQuestion>, view = openView(store, { identity: 'STRICT' })) =>
    (await identityCandidates(await view, { atLeast: 'POSSIBLE', judged: false, ...asked })).candidates;
  const pairs = (candidates: readonly Candidate[]) => candidates.map(({ keys }) => keys.join(' '));

  it('leaves out what is judged, of the two or through others that are the same', async () => {
    expect(pairs(await ask({ kind: 'Doctor' }))).toEqual(['doctor/a doctor/late']);
    expect(pairs(await ask({ key: 'doctor/c' }))).toEqual([]);
  });

  it('takes those for one that are judged so, unless the question does not', async () => {
    expect(pairs(await ask({ kind: 'Doctor' }, openView(store)))).toEqual([]);
    const all = await ask({ key: 'doctor/b', judged: true }, openView(store));
    expect(all.map(({ keys, judgements }) => [keys[1], judgements.map(({ verdict }) => verdict)])).toEqual([
      ['doctor/c', ['DIFFERENT']],
      ['doctor/late', ['UNSURE']],
    ]);
    expect(all.map(({ keys }) => keys[0])).toEqual(['doctor/a', 'doctor/a']);
  });

  it('shows it with its judgements where that is asked', async () => {
    const all = await ask({ key: 'doctor/b', judged: true });
    expect(all.map(({ keys, judgements }) => [keys[1], judgements.map(({ verdict }) => verdict)])).toEqual([
      ['doctor/a', ['SAME']],
      ['doctor/c', ['DIFFERENT']],
      ['doctor/late', ['UNSURE']],
    ]);
  });

  it('sees the graph as it stood, and without sources', async () => {
    const earlier = openView(store, { asKnownOn: '1', identity: 'STRICT' });
    expect(pairs(await ask({ kind: 'Doctor' }, earlier))).toEqual([
      'doctor/a doctor/b',
      'doctor/a doctor/c',
      'doctor/b doctor/c',
    ]);
    const all = pairs(await ask({ kind: 'Doctor', judged: true }));
    expect(all).not.toContain('doctor/c doctor/late');
    const without = openView(store, { withoutSources: ['source/other'], identity: 'STRICT' });
    expect(pairs(await ask({ kind: 'Doctor', judged: true }, without))).toContain('doctor/c doctor/late');
  });

  it('demands a key or a kind, and a key that is there', async () => {
    for (const asked of [{}, { key: 'doctor/a', kind: 'Doctor' }]) {
      await expect(ask(asked)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    await expect(ask({ key: 'doctor/nobody' })).rejects.toMatchObject({ code: 'BAD_KEY' });
  });

  it('judges by what stood, also where it was dropped since', async () => {
    await store.apply(draftOf([{ op: 'dropJudgement', judgement: 'judgement/b-and-late' }]));
    expect(pairs(await ask({ kind: 'Doctor' }))).toContain('doctor/b doctor/late');
    const then = openView(store, { asKnownOn: '3', identity: 'STRICT' });
    expect(pairs(await ask({ kind: 'Doctor' }, then))).toEqual(['doctor/a doctor/late']);
  });
});
