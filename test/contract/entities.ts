import { beforeEach, describe, expect, it } from 'vitest';
import { nameKey } from '../../src/ontology/index.js';
import { WORDS_MAXIMUM } from '../../src/store/port.js';
import type { EntityFilter, WordSearch } from '../../src/store/port.js';
import { findingsIn } from '../helpers/collect.js';
import { CITED, entity, link, source } from '../helpers/graph.js';
import { BY_KEY, BY_NAME, keysOf } from './subject.js';
import type { Subject } from './subject.js';

/** A word of letters, four of them, for each number. */
function lettersOf(index: number): string {
  const digits = [...String(index).padStart(4, '0')];
  return digits.map((digit) => 'bcdfghjklm'[Number(digit)]).join('');
}

/** Which entities a question means, and in what order they come. */
export function entitiesContract(subject: Subject): void {
  describe('entities that fit a filter', () => {
    const found = async (filter: EntityFilter) => {
      const page = await subject.store.findEntities(filter, BY_KEY);
      expect(await subject.store.countEntities(filter)).toBe(page.items.length);
      return keysOf(page).join(' ');
    };

    beforeEach(async () => {
      await subject.write(
        source(),
        source('source/other'),
        entity('country/vn', ['Việt Nam', 'Vietnam'], { externalIds: [{ scheme: 'iso3166', value: 'VN' }] }),
        entity('doctor/huu', ['Nguyễn Phú Hữu', 'Nguyen Phu Huu'], { citations: CITED }),
        entity('doctor/other-huu', ['Hữu, Nguyễn Phú'], {
          citations: [{ source: 'source/other', paragraph: 1 }],
        }),
        entity('hospital/pumch', ['北京协和医院'], {
          externalIds: [
            { scheme: 'wikidata', value: 'Q1' },
            { scheme: 'wikidata', value: 'Q2' },
          ],
          relations: [{ relation: 'LOCATED_IN', to: 'country/vn', citations: CITED }],
        }),
        entity('person/nameless', ['—']),
      );
    });

    it('are all of them without conditions, or of one of the kinds', async () => {
      expect(await found({})).toBe('country/vn doctor/huu doctor/other-huu hospital/pumch person/nameless');
      expect(await found({ kinds: ['Doctor', 'Country'] })).toBe('country/vn doctor/huu doctor/other-huu');
      expect(await found({ kinds: ['doctor'] })).toBe('');
    });

    it('have one of the name keys, whatever the order of the words, and count once', async () => {
      expect(await found({ nameKeys: [nameKey('huu nguyen phu')] })).toBe('doctor/huu doctor/other-huu');
      expect(await found({ nameKeys: [nameKey('vietnam'), nameKey('viet nam')] })).toBe('country/vn');
      expect(await found({ nameKeys: [nameKey('北京协和医院')] })).toBe('hospital/pumch');
      expect(await found({ nameKeys: ['Vietnam', 'viet', 'nam vie'] })).toBe('');
      expect(await found({ nameKeys: [''] })).toBe('');
    });

    it('have one of the external ids, with its scheme', async () => {
      expect(await found({ externalIds: ['iso3166:VN'] })).toBe('country/vn');
      expect(await found({ externalIds: ['wikidata:Q2', 'wikidata:Q1'] })).toBe('hospital/pumch');
      expect(await found({ externalIds: ['VN', 'wikidata:VN'] })).toBe('');
    });

    it('have a word of each list in their names, or one that stands for it', async () => {
      await subject.write(entity('hospital/bach-mai', ['Bệnh viện Bạch Mai', 'BM']));
      expect(await found({ words: [['huu']] })).toBe('doctor/huu doctor/other-huu');
      expect(
        await found({
          words: [
            ['huu', 'vietnam'],
            ['nguyen', 'viet'],
          ],
        }),
      ).toBe('country/vn doctor/huu doctor/other-huu');
      expect(await found({ words: [['hospital'], ['mai', 'bm']] })).toBe('hospital/bach-mai');
      expect(await found({ words: [['xie'], ['he'], ['hospital']] })).toBe('hospital/pumch');
      expect(await found({ words: [['benh'], ['huu']] })).toBe('');
      expect(await found({ words: [['hospital'], []] })).toBe('');
      expect(await found({ words: [['hu'], ['']] })).toBe('');
    });

    it('have words that begin with each of the initials', async () => {
      expect(await found({ initials: ['h', 'n'] })).toBe('doctor/huu doctor/other-huu');
      expect(await found({ words: [['huu']], initials: ['p', 'ngu'] })).toBe('doctor/huu doctor/other-huu');
      expect(await found({ words: [['huu']], initials: ['x'] })).toBe('');
      expect(await found({ kinds: ['Country'], initials: ['v', 'v'] })).toBe('country/vn');
    });

    it('cite one of the sources, for themselves or for a relation', async () => {
      expect(await found({ sources: ['source/paper'] })).toBe('doctor/huu hospital/pumch');
      expect(await found({ sources: ['source/other'] })).toBe('doctor/other-huu');
    });

    it('meet all conditions together, and are none where a list is empty', async () => {
      expect(
        await found({ kinds: ['Doctor'], sources: ['source/other'], nameKeys: ['huu nguyen phu'] }),
      ).toBe('doctor/other-huu');
      expect(await found({ kinds: ['Country'], sources: ['source/other'] })).toBe('');
      expect(await found({ kinds: [] })).toBe('');
      expect(await found({ nameKeys: [] })).toBe('');
      expect(await found({ externalIds: [] })).toBe('');
      expect(await found({ sources: [] })).toBe('');
    });

    it('come by the folded first name, then by key', async () => {
      await subject.write(entity('doctor/a-huu', ['NGUYEN PHU HUU']), entity('doctor/z', ['Đặng']));
      await subject.write(entity('doctor/short', ['Nguyễn Phú']), entity('doctor/long', ['Nguyễn-Phúc']));
      const page = await subject.store.findEntities({}, BY_NAME);
      expect(keysOf(page)).toEqual([
        ...['person/nameless', 'hospital/pumch', 'doctor/z', 'doctor/other-huu'],
        ...['doctor/short', 'doctor/a-huu', 'doctor/huu', 'doctor/long', 'country/vn'],
      ]);
      const backwards = await subject.store.findEntities({}, { ...BY_NAME, descending: true });
      expect(keysOf(backwards)).toEqual(keysOf(page).toReversed());
    });
  });

  describe('words of names', () => {
    const found = async (...searches: WordSearch[]) =>
      (await subject.store.findWords(searches)).map((words) =>
        words.map(({ word, count }) => `${word} ${count}`).join(', '),
      );
    const within = { shortest: 1, longest: 20 };

    beforeEach(async () => {
      await subject.write(
        source(),
        entity('doctor/a', ['Nguyễn Văn An', 'An Nguyen']),
        entity('doctor/b', ['Nguyễn Văn Ngà']),
        entity('doctor/c', ['Ngô Thị An Nhiên']),
      );
    });

    it('are found themselves, by how they begin and by how they end, the shortest first', async () => {
      expect(await found({ words: ['nguyen', 'an', 'none', 'an'] })).toEqual(['an 2, nguyen 2']);
      expect(await found({ begins: 'ng', ...within }, { ends: 'n', ...within })).toEqual([
        'nga 1, ngo 1, nguyen 2',
        'an 2, van 2, nhien 1, nguyen 2, annguyen 1',
      ]);
      expect(await found({ begins: 'ng', shortest: 4, longest: 6 })).toEqual(['nguyen 2']);
      expect(await found({ begins: 'nguyens', ...within }, { ends: 'xan', ...within })).toEqual(['', '']);
      expect(await found()).toEqual([]);
    });

    it('are no more than may be answered', async () => {
      const many = Array.from({ length: WORDS_MAXIMUM + 5 }, (_, index) => `zz${lettersOf(index)}`);
      await subject.write(entity('doctor/many', [many.slice(0, 20).join(' ')]));
      await subject.write(...many.map((name, index) => entity(`doctor/z-${index}`, [name])));
      const [words] = await subject.store.findWords([{ begins: 'zz', ...within }]);
      expect(words).toHaveLength(WORDS_MAXIMUM);
      expect(words?.[0]).toEqual({ word: 'zzbbbb', count: 2 });
    });

    it('are gone with the last name that has them', async () => {
      await subject.write(entity('doctor/b', ['Trần Ngà']));
      expect(await found({ words: ['nguyen', 'van', 'nga', 'tran'] })).toEqual([
        'nga 1, van 1, tran 1, nguyen 1',
      ]);
      await subject.write(entity('doctor/a', ['Lê An']));
      expect(await found({ words: ['nguyen', 'van', 'an', 'le'] })).toEqual(['an 2, le 1']);
      expect(await findingsIn(subject.store)).toEqual([]);
    });
  });

  describe('entities linked to parents', () => {
    beforeEach(async () => {
      await subject.write(
        ...['country/a', 'country/b', 'technique/root'].map((key) => entity(key)),
        entity('hospital/one', ['Zeta'], { relations: [link('LOCATED_IN', 'country/a')] }),
        entity('hospital/two', ['Alpha'], { relations: [link('LOCATED_IN', 'country/b')] }),
        entity('organisation/o', ['Mu'], { relations: [link('LOCATED_IN', 'country/a')] }),
        entity('technique/left', ['Left'], { relations: [link('BROADER', 'technique/root')] }),
        entity('technique/leaf', ['Leaf'], {
          relations: [
            ...[link('BROADER', 'technique/left'), link('BROADER', 'technique/root')],
            link('BROADER', 'technique/left'),
          ],
        }),
      );
    });

    it('come for each parent, by name, each once for a cluster', async () => {
      const parents = [['country/b'], ['country/a', 'country/b', 'country/a'], ['country/none'], []];
      const slices = await subject.store.linkedTo(parents, { relation: 'LOCATED_IN' }, BY_NAME);
      expect(slices.map(keysOf)).toEqual([
        ['hospital/two'],
        ['hospital/two', 'organisation/o', 'hospital/one'],
        [],
        [],
      ]);
      expect(await subject.store.countLinkedTo(parents, { relation: 'LOCATED_IN' })).toEqual([1, 3, 0, 0]);
      const both = [['technique/left', 'technique/root']];
      const [narrower] = await subject.store.linkedTo(both, { relation: 'BROADER' }, BY_KEY);
      expect(keysOf(narrower)).toEqual(['technique/leaf', 'technique/left']);
    });

    it('are of the relation and the kinds that were asked for', async () => {
      const parents = [['country/a']];
      const kinds = ['Hospital'];
      const [hospitals] = await subject.store.linkedTo(parents, { relation: 'LOCATED_IN', kinds }, BY_NAME);
      expect(keysOf(hospitals)).toEqual(['hospital/one']);
      expect(await subject.store.countLinkedTo(parents, { relation: 'LOCATED_IN', kinds })).toEqual([1]);
      expect(await subject.store.countLinkedTo(parents, { relation: 'LOCATED_IN', kinds: [] })).toEqual([0]);
      expect(await subject.store.countLinkedTo(parents, { relation: 'PART_OF' })).toEqual([0]);
      expect(await subject.store.countLinkedTo([], { relation: 'LOCATED_IN' })).toEqual([]);
    });
  });
}
