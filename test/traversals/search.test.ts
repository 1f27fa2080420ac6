import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entitiesOf, spellingCases } from '../../bench/names/cases.js';
import { openView, search } from '../../src/traversals/index.js';
import type { Hit, SearchQuestion, View } from '../../src/traversals/index.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { newFile } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';

const lettersOf = (index: number) => [...String(index)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('');

describe('search', () => {
  let place: Place;
  let view: View;

  beforeAll(async () => {
    place = await newFile();
    const store = await place.open();
    const many = Array.from({ length: 4_500 }, (_, index) =>
      entity(`doctor/binh-${index}`, [`Binh A${lettersOf(index)}`]),
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
        entity('country/laos', ['Lào']),
        entity('doctor/tam', ['Nguyễn Trung Tâm']),
        entity('doctor/hop', ['Trần Hợp']),
        entity('hospital/center', ['Trung tâm Y tế Ba Vì']),
        entity('hospital/aix', ['Hôpital d’Aix']),
        entity('doctor/thi-hanh', ['Trịnh Thị Hạnh']),
        entity('doctor/thanh', ['Trịnh Thành']),
        entity('doctor/thuy-van', ['Ngô Thị Thúy Vân']),
        entity('doctor/thu-van', ['Ngô Thu Vân']),
        entity('doctor/xiaochuan', ['汪晓春']),
        entity('doctor/emile', ['Émile E.']),
        entity('hospital/district-1', ['Bệnh viện Quận 1']),
        entity('hospital/e', ['Bệnh viện E']),
        entity('hospital/dan-dan', ['Bệnh viện Đan Đan']),
        entity('hospital/dan', ['Bệnh viện Đan']),
        entity('country/vietnam', ['Việt Nam']),
        entity('country/mornavia', ['Mornavia']),
        entity('organisation/ministry', ['Ministry of Health of Mornavia']),
        entity('doctor/zebrun', ['Zébrun Binh']),
        fact('affiliation/zebrun', ['MEMBER=doctor/zebrun', 'IN=country/laos']),
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

  it('looks further among very many where few belong to what was asked for, or have the initials', async () => {
    const { hits, cut } = await search(view, { text: 'Binh', countries: ['country/laos'] });
    expect(hits.map(({ key }) => key)).toEqual(['doctor/zebrun']);
    expect(cut).toBeNull();
    expect((await found('Z. Binh'))[0]).toMatchObject({
      key: 'doctor/zebrun',
      words: [
        { typed: 'z', found: 'zebrun', match: 'INITIAL' },
        { typed: 'binh', found: 'binh', match: 'EXACT' },
      ],
    });
  });

  it('takes the words of a person for words, and those of an institution for what they stand for', async () => {
    const first = async (text: string) => (await found(text))[0]?.key;
    expect(await first('Tam Nguyen')).toBe('doctor/tam');
    expect(await first('Trung Tam Nguyen')).toBe('doctor/tam');
    expect(await first('Tran Hop')).toBe('doctor/hop');
    expect((await found('Hop')).map(({ key }) => key)).toContain('doctor/hop');
    for (const text of ['trung tam y te ba vi', 'center of health Ba Vi', 'Trung tam y', 'TTYT Ba Vì']) {
      expect(await first(text), text).toBe('hospital/center');
    }
    expect((await found('Trung t')).map(({ key }) => key)).toContain('hospital/center');
    expect((await found('center')).map(({ key }) => key)).not.toContain('doctor/tam');
  });

  it('takes no letter for part of a word, and each letter for a word of its own', async () => {
    const first = async (text: string) => (await found(text))[0]?.key;
    for (const text of ['Trinh T. Hanh', 'T. T. Hanh', 'TT Hanh']) {
      expect(await first(text), text).toBe('doctor/thi-hanh');
    }
    expect(await first('Ngo T. T. Van')).toBe('doctor/thuy-van');
    expect(await first('Ngo T. Van')).toBe('doctor/thu-van');
  });

  it('takes no number for another, no word for an initial of an institution, and a word said twice for two', async () => {
    expect((await found('Bệnh viện Quận 12'))[0]?.score ?? 0).toBeLessThan(0.6);
    expect((await found('Quận 12')).flatMap(({ words }) => words.map(({ match }) => match))).not.toContain(
      'INITIAL',
    );
    expect((await found('Emergency')).map(({ key }) => key)).not.toContain('hospital/e');
    expect((await found('BV E'))[0]?.key).toBe('hospital/e');
    expect((await found('Bệnh viện Đan Đan'))[0]).toMatchObject({ key: 'hospital/dan-dan', score: 1 });
    expect((await found('BV Dan Dan'))[0]?.key).toBe('hospital/dan-dan');
    expect((await found('BV Dan'))[0]?.key).toBe('hospital/dan');
  });

  it('finds names that are written as one while they are typed, and misspelt', async () => {
    for (const text of ['Wang Xiaochun', 'Wang Xiaochu', 'Wang Xiaohcun', 'xiaoch', 'wangxiaochun']) {
      expect((await found(text))[0]?.key, text).toBe('doctor/xiaochuan');
    }
    for (const text of ['Vietnam', 'vietn', 'Vietnma']) {
      expect((await found(text))[0]?.key, text).toBe('country/vietnam');
    }
  });

  it('finds a name among words that nobody has, and nobody by common words where another is named', async () => {
    expect((await found('Republic of Mornavia'))[0]?.key).toBe('country/mornavia');
    expect((await found('Bach Mai Hospital, Hanoi'))[0]?.key).toBe('hospital/bach-mai');
    expect(await found('Ministry of Health of Syldavia')).toEqual([]);
  });

  it('finds what French has written together with an article', async () => {
    for (const text of ['Aix', 'hôpital d’Ai', 'hôpital d’Aix', "hopital d'aix", 'daix', 'Hospital Aix']) {
      expect((await found(text))[0]?.key, text).toBe('hospital/aix');
    }
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
