import { beforeEach, describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/ontology/index.js';
import type { FactFilter } from '../../src/store/port.js';
import { entity, fact, source } from '../helpers/graph.js';
import { BY_KEY, BY_TIME, keysOf } from './subject.js';
import type { Subject } from './subject.js';

const PEOPLE = ['doctor/a', 'doctor/b', 'doctor/c'].map((key) => entity(key));
const PLACES = [entity('hospital/h'), entity('country/v'), entity('technique/t')];

/** Which facts a question means, and in what order they come. */
export function factsContract(subject: Subject): void {
  describe('facts that fit a filter', () => {
    const found = async (filter: FactFilter) => {
      const page = await subject.store.findFacts(filter, BY_KEY);
      expect(await subject.store.countFacts(filter)).toBe(page.items.length);
      return keysOf(page).join(' ');
    };

    beforeEach(async () => {
      await subject.write(
        source(),
        source('source/other'),
        ...PEOPLE,
        ...PLACES,
        fact('training/ab', ['TRAINER=doctor/a', 'TRAINEE=doctor/b', 'TECHNIQUE=technique/t']),
        fact('training/ba', ['TRAINER=doctor/b', 'TRAINEE=doctor/a'], { negated: true, status: 'DISPUTED' }),
        fact('training/group', ['TRAINEE="hundreds of doctors"', 'AT=hospital/h'], { modality: 'PLANNED' }),
        fact('visit/both', ['VISITOR=doctor/a', 'VISITOR=doctor/b', 'HOST=hospital/h'], {
          citations: [
            { source: 'source/paper', paragraph: 1 },
            { source: 'source/other', paragraph: 1 },
            { source: 'source/other', paragraph: 2 },
          ],
        }),
        fact('visit/self', ['VISITOR=doctor/c', 'INVITER=doctor/c'], { status: 'RETRACTED' }),
      );
    });

    it('are all of them without conditions, retracted ones too', async () => {
      expect(await found({})).toBe('training/ab training/ba training/group visit/both visit/self');
    });

    it('are of one of the kinds', async () => {
      expect(await found({ kinds: ['Visit'] })).toBe('visit/both visit/self');
      expect(await found({ kinds: ['Visit', 'Training', 'Visit'] })).toBe(await found({}));
      expect(await found({ kinds: ['Rumour', 'visit'] })).toBe('');
    });

    it('have a word of each list in their statements, without those of grammar', async () => {
      await subject.write(
        fact('visit/words', ['VISITOR=doctor/a'], {
          statement: 'The team of Hữu visits a hôpital, and An too.',
        }),
      );
      expect(await found({ words: [['statement'], ['ab', 'ba']] })).toBe('training/ab training/ba');
      expect(await found({ words: [['huu'], ['hospital'], ['hopital', 'none']] })).toBe('visit/words');
      expect(await found({ words: [['an'], ['visits']], kinds: ['Visit'] })).toBe('visit/words');
      expect(await found({ words: [['the']] })).toBe('');
      expect(await found({ words: [['and', 'a', 'of']] })).toBe('');
      expect(await found({ words: [['statement'], []] })).toBe('');
      expect(await found({ words: [['statement']], participants: [{ entities: ['doctor/c'] }] })).toBe(
        'visit/self',
      );
      expect(
        await subject.store.countFactsOf([['doctor/a'], ['doctor/c']], undefined, {
          words: [['self', 'ab']],
        }),
      ).toEqual([1, 1]);
      expect(await subject.store.findWords([{ begins: 'hu', shortest: 1, longest: 9 }], 'facts')).toEqual([
        [{ word: 'huu', count: 1 }],
      ]);
      expect(await subject.store.findWords([{ words: ['statement'] }])).toEqual([[]]);
    });

    it('have one of the entities in one of the roles, for every condition', async () => {
      const a = { entities: ['doctor/a'] };
      expect(await found({ participants: [a] })).toBe('training/ab training/ba visit/both');
      expect(await found({ participants: [{ ...a, roles: ['TRAINER'] }] })).toBe('training/ab');
      expect(await found({ participants: [{ ...a, roles: ['TRAINER', 'TRAINEE'] }] })).toBe(
        'training/ab training/ba',
      );
      expect(
        await found({ participants: [a, { entities: ['doctor/b', 'doctor/c'], roles: ['TRAINEE'] }] }),
      ).toBe('training/ab');
      expect(await found({ participants: [{ entities: ['hospital/h'], roles: ['HOST', 'AT'] }] })).toBe(
        'training/group visit/both',
      );
      expect(await found({ participants: [{ entities: ['doctor/c', 'doctor/c'] }] })).toBe('visit/self');
      expect(await found({ participants: [{ entities: ['doctor/nobody'] }] })).toBe('');
    });

    it('may have one player in two conditions', async () => {
      const once = { entities: ['doctor/a'], roles: ['TRAINER'] };
      expect(await found({ participants: [once, once] })).toBe('training/ab');
      expect(await found({ participants: [once, { entities: ['doctor/a'] }] })).toBe('training/ab');
    });

    it('cite one of the sources, and count once however often they cite it', async () => {
      expect(await found({ sources: ['source/other'] })).toBe('visit/both');
      expect(await found({ sources: ['source/other', 'source/paper'] })).toBe(await found({}));
      expect(await found({ sources: ['source/none'] })).toBe('');
    });

    it('have one of the statuses and modalities, and are negated or not', async () => {
      expect(await found({ statuses: ['DISPUTED', 'RETRACTED'] })).toBe('training/ba visit/self');
      expect(await found({ statuses: ['PROPOSED'] })).toBe('');
      expect(await found({ modalities: ['PLANNED', 'PROPOSED'] })).toBe('training/group');
      expect(await found({ negated: true })).toBe('training/ba');
      expect(await found({ negated: false })).toBe('training/ab training/group visit/both visit/self');
    });

    it('meet all conditions together', async () => {
      const together: FactFilter = {
        kinds: ['Training'],
        participants: [{ entities: ['doctor/a'], roles: ['TRAINEE'] }],
        sources: ['source/paper'],
        statuses: ['DISPUTED'],
        modalities: ['FACTUAL'],
        negated: true,
        time: { period: parsePeriod('2020'), certainty: 'POSSIBLE' },
      };
      expect(await found(together)).toBe('training/ba');
      expect(await found({ ...together, negated: false })).toBe('');
    });

    it('are none where a list is empty, and all where there are no conditions on participants', async () => {
      expect(await found({ kinds: [] })).toBe('');
      expect(await found({ sources: [] })).toBe('');
      expect(await found({ statuses: [] })).toBe('');
      expect(await found({ modalities: [] })).toBe('');
      expect(await found({ participants: [{ entities: [] }] })).toBe('');
      expect(await found({ participants: [{ entities: ['doctor/a'], roles: [] }] })).toBe('');
      expect(await found({ participants: [] })).toBe(await found({}));
    });
  });

  describe('facts by time', () => {
    const TIMES: Readonly<Record<string, string | undefined>> = {
      'visit/year': '2016',
      'visit/day': '2016-11-27',
      'visit/open': '2014/..',
      'visit/until': '../2010',
      'visit/around': '2016~',
      'visit/yearless': 'XXXX-11-27',
      'visit/month': 'XXXX-11',
      'visit/span': '2015/2017',
      'visit/undated': undefined,
      'visit/a-undated': undefined,
      'visit/always': '../..',
      'visit/ancient': '-0044-03-15',
      'visit/far': 'Y170000002',
    };

    beforeEach(async () => {
      const facts = Object.entries(TIMES).map(([key, time]) =>
        fact(key, ['VISITOR=doctor/a'], time === undefined ? {} : { time }),
      );
      await subject.write(source(), ...PEOPLE, ...facts);
    });

    it('come by their earliest start, then by their latest end, the undated last, ties by key', async () => {
      const inOrder = [
        ...['visit/ancient', 'visit/until', 'visit/open', 'visit/around', 'visit/span', 'visit/year'],
        ...['visit/day', 'visit/far', 'visit/always', 'visit/month', 'visit/yearless'],
        ...['visit/a-undated', 'visit/undated'],
      ];
      const forwards = await subject.store.findFacts({}, BY_TIME);
      expect(keysOf(forwards)).toEqual(inOrder);
      const orderKeys = forwards.items.map(({ orderKey }) => orderKey);
      expect([...orderKeys].sort()).toEqual(orderKeys);
      const backwards = await subject.store.findFacts({}, { ...BY_TIME, descending: true });
      expect(keysOf(backwards)).toEqual(inOrder.toReversed());
      expect(backwards.items.map(({ orderKey }) => orderKey)).toEqual(orderKeys.toReversed());
    });

    const inPeriod = async (edtf: string, certainty: 'CERTAIN' | 'POSSIBLE') => {
      const filter = { time: { period: parsePeriod(edtf), certainty } };
      return keysOf(await subject.store.findFacts(filter, BY_KEY)).map((key) => key.slice('visit/'.length));
    };
    const UNDATED = ['a-undated', 'undated'];

    it('are certain where all that their time allows overlaps the period', async () => {
      expect(await inPeriod('2016', 'CERTAIN')).toEqual(['always', 'day', 'open', 'span', 'year']);
      expect(await inPeriod('2016-11-27', 'CERTAIN')).toEqual(['always', 'day', 'open', 'span']);
      expect(await inPeriod('2010', 'CERTAIN')).toEqual(['always', 'until']);
      expect(await inPeriod('2015/2017', 'CERTAIN')).toEqual([
        ...['always', 'around', 'day', 'open', 'span', 'year'],
      ]);
    });

    it('are possible where something that their time allows does, the undated in every period', async () => {
      expect(await inPeriod('2016-11-27', 'POSSIBLE')).toEqual([
        ...['a-undated', 'always', 'around', 'day', 'month', 'open', 'span', 'undated', 'year', 'yearless'],
      ]);
      expect(await inPeriod('2016-11-28', 'POSSIBLE')).toEqual([
        ...['a-undated', 'always', 'around', 'month', 'open', 'span', 'undated', 'year'],
      ]);
      expect(await inPeriod('2009-05', 'POSSIBLE')).toEqual(['a-undated', 'always', 'undated', 'until']);
      expect(await inPeriod('Y170000002', 'POSSIBLE')).toEqual([
        ...['a-undated', 'always', 'far', 'month', 'open', 'undated', 'yearless'],
      ]);
      expect(await inPeriod('-0044-03-15', 'POSSIBLE')).toEqual([
        ...UNDATED.slice(0, 1),
        'always',
        'ancient',
        'undated',
        'until',
      ]);
    });

    it('are all possible within all time', async () => {
      const time = { period: { from: -Infinity, to: Infinity }, certainty: 'POSSIBLE' as const };
      expect(await subject.store.countFacts({ time })).toBe(Object.keys(TIMES).length);
      const certain = { time: { ...time, certainty: 'CERTAIN' as const } };
      expect(await subject.store.countFacts(certain)).toBe(Object.keys(TIMES).length - UNDATED.length);
    });
  });

  describe('facts of parents', () => {
    beforeEach(async () => {
      await subject.write(
        source(),
        ...PEOPLE,
        ...PLACES,
        fact('training/1', ['TRAINER=doctor/a', 'TRAINEE=doctor/b'], { time: '2019' }),
        fact('training/2', ['TRAINER=doctor/a', 'TRAINER=doctor/b', 'TRAINEE=doctor/c'], { time: '2018' }),
        fact('visit/3', ['VISITOR=doctor/c', 'INVITER=doctor/c', 'HOST=hospital/h'], { time: '2017' }),
      );
    });
    const factsOf = async (...[parents, roles, filter = {}, page = BY_TIME]: FactsOf) => {
      const slices = await subject.store.factsOf(parents, roles, filter, page);
      return slices.map((slice) => keysOf(slice).join(' '));
    };
    type FactsOf = [
      parents: readonly (readonly string[])[],
      roles?: readonly string[],
      filter?: FactFilter,
      page?: typeof BY_TIME,
    ];

    it('come for each parent in the order asked, each parent with a page of its own', async () => {
      const parents = [['doctor/c'], ['doctor/a'], ['doctor/nobody'], ['doctor/c'], []];
      expect(await factsOf(parents)).toEqual([
        ...['visit/3 training/2', 'training/2 training/1', '', 'visit/3 training/2', ''],
      ]);
      expect(await subject.store.countFactsOf(parents, undefined, {})).toEqual([2, 2, 0, 2, 0]);
      expect(await factsOf(parents, undefined, {}, { ...BY_TIME, limit: 1, descending: true })).toEqual([
        ...['training/2', 'training/1', '', 'training/2', ''],
      ]);
      expect(await factsOf([])).toEqual([]);
      expect(await subject.store.countFactsOf([], undefined, {})).toEqual([]);
    });

    it('come once for a cluster, however many of its keys play, and in however many roles', async () => {
      const cluster = [['doctor/a', 'doctor/b', 'doctor/c', 'doctor/a']];
      expect(await factsOf(cluster)).toEqual(['visit/3 training/2 training/1']);
      expect(await subject.store.countFactsOf(cluster, undefined, {})).toEqual([3]);
      expect(await factsOf(cluster, ['TRAINER', 'TRAINEE'])).toEqual(['training/2 training/1']);
    });

    it('come by the roles that the parent itself plays', async () => {
      expect(await factsOf([['doctor/b'], ['doctor/c']], ['TRAINEE'])).toEqual(['training/1', 'training/2']);
      expect(await factsOf([['doctor/b']], [])).toEqual(['']);
      expect(await subject.store.countFactsOf([['doctor/b']], [], {})).toEqual([0]);
      expect(await factsOf([['doctor/b']], ['VILLAIN'])).toEqual(['']);
    });

    it('fit the filter besides, whose conditions may name others', async () => {
      const withB = { participants: [{ entities: ['doctor/b'], roles: ['TRAINER'] }] };
      expect(await factsOf([['doctor/a'], ['doctor/c']], undefined, withB)).toEqual([
        'training/2',
        'training/2',
      ]);
      expect(await factsOf([['doctor/c']], ['TRAINEE', 'VISITOR'], { kinds: ['Visit'] })).toEqual([
        'visit/3',
      ]);
      expect(await subject.store.countFactsOf([['doctor/a'], ['doctor/c']], undefined, withB)).toEqual([
        1, 1,
      ]);
    });

    it('are cut between the cursors for every parent alike', async () => {
      const all = await subject.store.findFacts({}, BY_TIME);
      const [first, , last] = all.items.map(({ orderKey }) => orderKey);
      const page = { ...BY_TIME, ...(first === undefined ? {} : { after: first }) };
      const parents = [['doctor/c'], ['doctor/a']];
      expect(await factsOf(parents, undefined, {}, page)).toEqual(['training/2', 'training/2 training/1']);
      const within = { ...page, ...(last === undefined ? {} : { before: last }) };
      const slices = await subject.store.factsOf(parents, undefined, {}, within);
      expect(slices.map((slice) => keysOf(slice).join(' '))).toEqual(['training/2', 'training/2']);
      expect(slices.map(({ hasMore }) => hasMore)).toEqual([false, false]);
    });
  });
}
