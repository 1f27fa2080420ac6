import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entitiesOf, spellingCases } from '../../bench/names/cases.js';
import { openView, search } from '../../src/traversals/index.js';
import type { Hit, SearchQuestion, View } from '../../src/traversals/index.js';
import { draftOf, entity, source } from '../helpers/graph.js';
import { newFile } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';

describe('search', () => {
  let place: Place;
  let view: View;

  beforeAll(async () => {
    place = await newFile();
    const store = await place.open();
    const many = Array.from({ length: 450 }, (_, index) =>
      entity(`doctor/binh-${index}`, [`Binh A${index}`]),
    );
    await store.apply(
      draftOf([
        source(),
        entity('doctor/huu', ['Nguyễn Phú Hữu', 'Huu Nguyen'], {
          externalIds: [{ scheme: 'wikidata', value: 'Q77' }],
        }),
        entity('doctor/huan', ['Nguyễn Phú Huân']),
        entity('hospital/bach-mai', ['Bệnh viện Bạch Mai']),
        entity('hospital/thanh-mai', ['Bệnh viện Thanh Mai']),
        entity('person/binh', ['Binh']),
        entity('technique/mis', ['minimally invasive surgery']),
        ...many,
      ]),
    );
    view = await openView(store);
  });
  afterAll(() => place.remove());

  const found = async (text: string, rest: Partial<SearchQuestion> = {}): Promise<readonly Hit[]> =>
    (await search(view, { text, ...rest })).hits;

  it('says which name was found, and how its words answer', async () => {
    const [hit] = await found('huu nguyen phu');
    expect(hit).toMatchObject({ key: 'doctor/huu', name: 'Nguyễn Phú Hữu', externalId: null });
    const words = await found('BV Bach M');
    expect(words[0]).toMatchObject({ key: 'hospital/bach-mai' });
    expect(words[0]?.words).toEqual([
      { typed: 'bv', found: 'benh vien', match: 'COMMON' },
      { typed: 'bach', found: 'bach', match: 'EXACT' },
      { typed: 'm', found: 'mai', match: 'PREFIX' },
    ]);
    const [typo] = await found('Ngyuen Phu Huan');
    expect(typo?.key).toBe('doctor/huan');
  });

  it('finds words with another ending, and names of which a word is unknown', async () => {
    for (const text of ['minimal invasive surgery', 'invasive surgery zzzz', 'minimaly invasiv surgery']) {
      expect((await found(text))[0]?.key, text).toBe('technique/mis');
    }
  });

  it('finds external ids, with their scheme or without', async () => {
    for (const text of ['Q77', 'q77', 'wikidata:Q77', 'Wikidata: Q77']) {
      expect(await found(text), text).toMatchObject([
        { key: 'doctor/huu', score: 1, name: null, externalId: 'wikidata:Q77', words: [] },
      ]);
    }
    expect(await found('ror:Q77')).toEqual([]);
  });

  it('keeps to the kinds that were asked for', async () => {
    expect((await found('mai', { kinds: ['Hospital'] })).map(({ key }) => key).sort()).toEqual([
      ...['hospital/bach-mai', 'hospital/thanh-mai'],
    ]);
    expect(await found('mai', { kinds: ['Doctor'] })).toEqual([]);
  });

  it('says when it has not looked at all, and still finds who bears just that name', async () => {
    const { hits, cut } = await search(view, { text: 'Binh' });
    expect(cut).toEqual({ bound: 'CANDIDATES', maximum: 400 });
    expect(hits[0]).toMatchObject({ key: 'person/binh', score: 1 });
    expect((await search(view, { text: 'Bach Mai' })).cut).toBeNull();
  });

  it('refuses nothing and too much, and finds nothing in what has no words', async () => {
    await expect(found('  ')).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(found('x'.repeat(201))).rejects.toThrow(/has 201 characters; expected 1 to 200/);
    for (const text of ['—', '%', '*', "' OR 1=1", '\u0000', '\ud800', '((((', 'x'.repeat(200)]) {
      expect(await found(text), text).toEqual([]);
    }
    expect(Array.isArray(await found('a '.repeat(100)))).toBe(true);
  });
});

describe('search among the names of the bench', () => {
  it('has the one that is meant first nearly always', async () => {
    const cases = await spellingCases();
    const place = await newFile();
    try {
      const store = await place.open();
      await store.apply(draftOf(entitiesOf(cases)));
      const view = await openView(store);
      const missed: string[] = [];
      let asked = 0;
      for (const { key, queries } of cases) {
        for (const { text } of queries) {
          const { hits } = await search(view, { text });
          asked++;
          if (hits[0]?.key !== key) missed.push(`${text}: ${hits[0]?.key ?? 'nothing'} for ${key}`);
        }
      }
      expect(asked).toBeGreaterThan(2_000);
      expect(missed.slice(0, Math.floor(asked * 0.02))).toEqual(missed);
    } finally {
      await place.remove();
    }
  });
});
