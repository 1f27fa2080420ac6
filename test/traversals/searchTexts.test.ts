import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { USUAL_FACTS, openView, searchFacts, searchSources } from '../../src/traversals/index.js';
import type { FactSearchQuestion, View } from '../../src/traversals/index.js';
import { draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { newFile } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';

describe('search for texts', () => {
  let place: Place;
  let view: View;

  beforeAll(async () => {
    place = await newFile();
    const store = await place.open();
    const says = (key: string, statement: string, rest = {}) =>
      fact(key, ['TRAINER=doctor/huu', 'TRAINEE="some"'], { statement, ...rest });
    await store.apply(
      draftOf([
        source('source/paper', { title: 'The state of surgery in Việt Nam', authors: ['An Lê'] }),
        source('source/other', { title: 'Radiology today', publisher: 'Surgery Press' }),
        entity('doctor/huu', ['Nguyễn Phú Hữu']),
        entity('country/vn'),
        entity('hospital/h', ['H'], { relations: [link('LOCATED_IN', 'country/vn')] }),
        entity('technique/broad'),
        entity('technique/narrow', ['N'], { relations: [link('BROADER', 'technique/broad')] }),
        says('training/robot', 'Hữu teaches robotic surgery to the doctors of the hospital.', {
          time: '2020',
        }),
        says('training/earlier', 'Hữu teaches robotic surgery to the doctors of the hospital.', {
          time: '2019',
        }),
        says(
          'training/long',
          `The robotic age: ${'a course of surgery and more '.repeat(3)}for all doctors.`,
        ),
        says('training/french', "L’équipe d’Indochine apprend l'œsophagectomie."),
        says('training/planned', 'Hữu will teach robotic surgery.', { modality: 'PLANNED' }),
        says('training/denied', 'Hữu did not teach robotic surgery.', { negated: true }),
        says('training/other', 'A doctor teaches radiology.', {
          citations: [{ source: 'source/other', paragraph: 1 }],
        }),
        fact('training/there', ['TRAINEE="some"', 'AT=hospital/h', 'TECHNIQUE=technique/narrow'], {
          statement: 'Radiology is taught.',
        }),
        ...Array.from({ length: 450 }, (_, index) => says(`training/m${index}`, `Course number ${index}`)),
      ]),
    );
    view = await openView(store);
  });
  afterAll(() => place.remove());

  const found = async (text: string, rest: Partial<FactSearchQuestion> = {}, seen = view) =>
    (await searchFacts(seen, { text, narrower: true, filter: USUAL_FACTS, ...rest })).hits;
  const keys = async (...asked: Parameters<typeof found>) => (await found(...asked)).map(({ key }) => key);

  it('finds facts whatever the order of words, their marks and endings, with a letter wrong, and without grammar', async () => {
    for (const text of [
      'surgery robotic huu',
      'the robotic surgeri of Hữu',
      'huu robot',
      'Huu teaches robtic',
    ]) {
      expect((await keys(text)).slice(0, 2), text).toEqual(['training/earlier', 'training/robot']);
    }
    expect((await found('huu the robot'))[0]?.words).toEqual([
      { typed: 'huu', found: 'huu', match: 'EXACT' },
      { typed: 'robot', found: 'robotic', match: 'PREFIX' },
    ]);
  });

  it('finds French words behind an apostrophe', async () => {
    for (const text of ['equipe', 'Indochine', "l'équipe", 'oesophagectomie indochine']) {
      expect(await keys(text), text).toEqual(['training/french']);
    }
  });

  it('has short texts before long ones, and those that lack the commonest word behind all others', async () => {
    const robots = ['training/earlier', 'training/robot', 'training/long'];
    expect((await keys('robotic surgery doctors')).slice(0, 3)).toEqual(robots);
    const far = await keys('unheard of robotic surgery, such as none teaches doctors');
    expect(far.slice(0, 3)).toEqual(robots);
    const [first, second] = await found('radiology teaches');
    expect([first?.key, second?.key]).toEqual(['training/other', 'training/there']);
    expect(second?.words).toEqual([{ typed: 'radiology', found: 'radiology', match: 'EXACT' }]);
    expect(second?.score).toBeLessThan(first?.score ?? 0);
  });

  it('keeps to the facts that are meant, and to the standpoint', async () => {
    expect(await keys('robotic', { filter: { ...USUAL_FACTS, modalities: ['PLANNED'] } })).toEqual([
      'training/planned',
    ]);
    expect(await keys('robotic', { filter: { ...USUAL_FACTS, negated: true } })).toEqual(['training/denied']);
    expect(await keys('radiology', { countries: ['country/vn'] })).toEqual(['training/there']);
    expect(await keys('radiology', { techniques: ['technique/broad'] })).toEqual(['training/there']);
    expect(await keys('radiology', { techniques: ['technique/broad'], narrower: false })).toEqual([]);
    expect(await keys('radiology', { countries: [] })).toEqual([]);
    const without = await openView(view.store, { withoutSources: ['source/other'] });
    expect(await keys('radiology', {}, without)).toEqual(['training/there']);
    const before = await openView(view.store, { asKnownOn: '0' });
    expect(await keys('radiology', {}, before)).toEqual([]);
    await expect(found('x y', { countries: ['country/none'] })).rejects.toMatchObject({ code: 'BAD_KEY' });
    await expect(found('x y', { techniques: ['country/vn'] })).rejects.toMatchObject({ code: 'BAD_KEY' });
  });

  it('finds sources by titles, publishers and authors, without those that are taken not to exist', async () => {
    const sources = async (text: string, seen = view) =>
      (await searchSources(seen, text)).hits.map(({ key }) => key);
    expect(await sources('surgery viet nam')).toEqual(['source/paper']);
    expect(await sources('surgery')).toEqual(['source/other', 'source/paper']);
    expect(await sources('An Le')).toEqual(['source/paper']);
    expect(await sources('today surgery')).toEqual(['source/other', 'source/paper']);
    const without = await openView(view.store, { withoutSources: ['source/other'] });
    expect(await sources('surgery', without)).toEqual(['source/paper']);
  });

  it('says when it has not looked at all', async () => {
    const { hits, cut } = await searchFacts(view, { text: 'course', narrower: true, filter: USUAL_FACTS });
    expect(hits).toHaveLength(400);
    expect(cut).toEqual({ bound: 'CANDIDATES', maximum: 400 });
    expect((await searchFacts(view, { text: 'robotic', narrower: true, filter: {} })).cut).toBeNull();
  });

  it('refuses nothing and too much, and finds nothing in what has no words', async () => {
    for (const text of ['', '  ', 'x'.repeat(201)]) {
      await expect(found(text)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      await expect(searchSources(view, text)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    }
    for (const text of ['—', '%', '*', '_', "' OR 1=1", '\u0000', '\ud800', '((((', 'x'.repeat(200)]) {
      expect(await found(text), text).toEqual([]);
      expect((await searchSources(view, text)).hits, text).toEqual([]);
    }
    expect(Array.isArray(await found('a* '.repeat(66)))).toBe(true);
  });
});
