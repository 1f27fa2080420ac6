import { beforeEach, describe, expect, it } from 'vitest';
import { STATUSES, factAsKnown } from '../../src/ontology/index.js';
import type { FactStatus } from '../../src/ontology/index.js';
import type { FactFilter } from '../../src/store/port.js';
import { KEYS_MAXIMUM } from '../../src/store/port.js';
import { CITED, entity, fact, link, source } from '../helpers/graph.js';
import { BY_KEY, BY_TIME, keysOf } from './subject.js';
import type { Subject } from './subject.js';

/** The statuses of each fact after each changeset, from the first on. */
const HISTORIES: Readonly<Record<string, readonly (FactStatus | null)[]>> = {
  'training/corrected': ['ACCEPTED', 'ACCEPTED', 'RETRACTED', 'RETRACTED', 'RETRACTED'],
  'training/corrected~2': [null, null, 'PROPOSED', 'PROPOSED', 'ACCEPTED'],
  'training/doubted': ['ACCEPTED', 'DISPUTED', 'DISPUTED', 'DISPUTED', 'ACCEPTED'],
  'training/kept': ['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'ACCEPTED'],
  'visit/late': [null, 'PROPOSED', 'ACCEPTED', 'RETRACTED', 'PROPOSED'],
  'visit/never': ['RETRACTED', 'RETRACTED', 'RETRACTED', 'RETRACTED', 'RETRACTED'],
};
const NUMBERS = [0, 1, 2, 3, 4, 5, 6];
const ALL_STATUSES = Object.keys(STATUSES) as FactStatus[];
const PAPER = { source: 'source/paper', paragraph: 1 };
const OTHER = { source: 'source/other', paragraph: 1 };

/** The status of then; null before it was recorded. Nothing has changed since the fifth changeset. */
function statusIn(key: string, knownIn: number): FactStatus | null {
  return HISTORIES[key]?.[Math.min(knownIn, 5) - 1] ?? null;
}

/** What was known when, and what would be known without some sources. */
export function knowledgeContract(subject: Subject): void {
  describe('facts as known in an earlier changeset', () => {
    const A = ['VISITOR=doctor/a'];
    const T = ['TRAINER=doctor/a'];
    const set = (key: string, status: FactStatus) => ({ op: 'setStatus' as const, fact: key, status });

    beforeEach(async () => {
      await subject.write(
        source(),
        entity('doctor/a'),
        fact('training/corrected', T, { time: '2016' }),
        fact('training/doubted', T, { time: '2015' }),
        fact('training/kept', T),
        fact('visit/never', A, { status: 'RETRACTED' }),
      );
      await subject.write(
        fact('visit/late', A, { status: 'PROPOSED', time: '2012' }),
        set('training/doubted', 'DISPUTED'),
      );
      await subject.write(
        fact('training/corrected~2', T, { status: 'PROPOSED', supersedes: 'training/corrected' }),
        set('visit/late', 'ACCEPTED'),
      );
      await subject.write(set('visit/late', 'RETRACTED'));
      await subject.write(
        ...[set('visit/late', 'PROPOSED'), set('training/doubted', 'ACCEPTED')],
        set('training/corrected~2', 'ACCEPTED'),
      );
    });

    /** The keys that every method finds for the filter, which must agree. */
    const found = async (filter: FactFilter): Promise<string[]> => {
      const { store } = subject;
      const page = await store.findFacts(filter, BY_KEY);
      const [slice] = await store.factsOf([['doctor/a']], undefined, filter, BY_KEY);
      expect(slice).toEqual(page);
      expect(await store.countFacts(filter)).toBe(page.items.length);
      expect(await store.countFactsOf([['doctor/a'], []], undefined, filter)).toEqual([page.items.length, 0]);
      return keysOf(page);
    };

    it('are those that were recorded by then', async () => {
      for (const knownIn of NUMBERS) {
        const there = Object.keys(HISTORIES).filter((key) => statusIn(key, knownIn) !== null);
        expect(await found({ knownIn }), `in ${knownIn}`).toEqual(there);
      }
    });

    it('have the status of then', async () => {
      for (const knownIn of NUMBERS) {
        for (const status of ALL_STATUSES) {
          const there = Object.keys(HISTORIES).filter((key) => statusIn(key, knownIn) === status);
          expect(await found({ knownIn, statuses: [status] }), `${status} in ${knownIn}`).toEqual(there);
        }
      }
      expect(await found({ knownIn: 2, statuses: ALL_STATUSES })).toHaveLength(5);
      expect(await found({ knownIn: 2, statuses: [] })).toEqual([]);
    });

    it('are answered as they are now, and can be turned back', async () => {
      const { items } = await subject.store.findFacts({ knownIn: 2 }, BY_KEY);
      expect(items.map(({ item }) => item)).toEqual(
        await subject.store.facts(items.map(({ item }) => item.key)),
      );
      for (const { item } of items) expect(item.status).toBe(statusIn(item.key, 5));
      for (const { item } of items) expect(factAsKnown(item, 2)?.status).toBe(statusIn(item.key, 2));
    });

    it('are as they were answered then, with other conditions and from page to page', async () => {
      const filter: FactFilter = {
        knownIn: 2,
        statuses: ['ACCEPTED', 'PROPOSED'],
        kinds: ['Training', 'Visit'],
      };
      const inOrder = ['visit/late', 'training/corrected', 'training/kept'];
      const walked: string[] = [];
      let after: string | undefined;
      for (let more = true; more;) {
        const page = { ...BY_TIME, limit: 1, ...(after === undefined ? {} : { after }) };
        const slice = await subject.store.findFacts(filter, page);
        walked.push(...keysOf(slice));
        after = slice.items.at(-1)?.orderKey;
        more = slice.hasMore;
      }
      expect(walked).toEqual(inOrder);
      const [back] = await subject.store.factsOf([['doctor/a']], ['TRAINER', 'VISITOR'], filter, {
        ...BY_TIME,
        descending: true,
      });
      expect(keysOf(back)).toEqual(inOrder.toReversed());
      expect(await found({ ...filter, kinds: ['Visit'] })).toEqual(['visit/late']);
    });
  });

  describe('entities and sources as known in an earlier changeset', () => {
    it('are the revisions that stood then', async () => {
      const { store } = subject;
      const keys = ['doctor/b', 'doctor/a', 'doctor/nobody', 'doctor/a', 'source/paper', 'source/other'];
      const asked = async (knownIn?: number) => ({
        entities: await store.entities(keys, knownIn),
        sources: await store.sources(keys, knownIn),
      });
      const then = [await asked()];
      for (const operations of [
        [source(), entity('doctor/a', ['Ann'])],
        [entity('doctor/b', ['Ben'])],
        [entity('doctor/a', ['Anna']), source('source/other'), source('source/paper', { title: 'Second' })],
        [],
        [entity('doctor/a', ['Anne']), source('source/paper', { title: 'Third' })],
      ]) {
        await subject.write(...operations);
        then.push(await asked());
      }
      expect(then.map(({ entities }) => entities[1]?.names[0]?.text)).toEqual([
        ...[undefined, 'Ann', 'Ann', 'Anna', 'Anna', 'Anne'],
      ]);
      for (const [knownIn, answer] of then.entries()) expect(await asked(knownIn)).toStrictEqual(answer);
      expect(await asked(100)).toStrictEqual(then.at(-1));
      expect(await store.entities([], 1)).toEqual([]);
    });

    it('are found to have been revised since', async () => {
      const { store } = subject;
      expect(await store.entitiesRevisedSince(0)).toEqual([]);
      await subject.write(source(), entity('doctor/b'), entity('doctor/a'), entity('country/c'));
      await subject.write(entity('doctor/c'), source(), fact('visit/x', ['VISITOR=doctor/a']));
      await subject.write(entity('hospital/h', ['H'], { relations: [link('LOCATED_IN', 'country/c')] }));
      await subject.write(entity('doctor/a', ['Ann'], { citations: CITED }));
      expect(await store.entitiesRevisedSince(0)).toEqual([
        ...['country/c', 'doctor/a', 'doctor/b', 'doctor/c', 'hospital/h'],
      ]);
      expect(await store.entitiesRevisedSince(1)).toEqual(['doctor/a', 'doctor/c', 'hospital/h']);
      expect(await store.entitiesRevisedSince(3)).toEqual(['doctor/a']);
      expect(await store.entitiesRevisedSince(4)).toEqual([]);
      expect(await store.entitiesRevisedSince(100)).toEqual([]);
    });

    it('are not listed when more were revised than one answer may name', async () => {
      const many = Array.from({ length: KEYS_MAXIMUM }, (_, index) => entity(`doctor/d-${index}`));
      await subject.write(...many.slice(KEYS_MAXIMUM / 2));
      await subject.write(...many.slice(0, KEYS_MAXIMUM / 2));
      expect(await subject.store.entitiesRevisedSince(0)).toHaveLength(KEYS_MAXIMUM);
      await subject.write(entity('doctor/one-more'));
      await expect(subject.store.entitiesRevisedSince(0)).rejects.toMatchObject({ code: 'TOO_MANY_KEYS' });
      expect(await subject.store.entitiesRevisedSince(2)).toEqual(['doctor/one-more']);
    });
  });

  describe('facts without some sources', () => {
    beforeEach(async () => {
      await subject.write(
        ...[source(), source('source/other'), source('source/third'), entity('doctor/a'), entity('doctor/b')],
        fact('visit/both', ['VISITOR=doctor/a'], { citations: [PAPER, OTHER] }),
        fact('visit/other', ['VISITOR=doctor/b'], { citations: [OTHER] }),
        fact('visit/paper', ['VISITOR=doctor/a'], { citations: [PAPER] }),
        fact('visit/twice', ['VISITOR=doctor/a'], {
          citations: [PAPER, { source: 'source/paper', page: '2' }],
        }),
      );
    });
    const found = async (filter: FactFilter) => {
      const page = await subject.store.findFacts(filter, BY_KEY);
      expect(await subject.store.countFacts(filter)).toBe(page.items.length);
      return keysOf(page).map((key) => key.slice('visit/'.length));
    };

    it('cite at least one beside them', async () => {
      expect(await found({ withoutSources: ['source/paper'] })).toEqual(['both', 'other']);
      expect(await found({ withoutSources: ['source/other'] })).toEqual(['both', 'paper', 'twice']);
      expect(await found({ withoutSources: ['source/third'] })).toHaveLength(4);
      expect(await found({ withoutSources: ['source/other', 'source/paper', 'source/none'] })).toEqual([]);
    });

    it('are all facts where there are none of these', async () => {
      expect(await found({ withoutSources: [] })).toEqual(['both', 'other', 'paper', 'twice']);
    });

    it('meet the other conditions besides', async () => {
      const withoutSources = ['source/paper'];
      const filter = { withoutSources, participants: [{ entities: ['doctor/a'] }] };
      expect(await found(filter)).toEqual(['both']);
      expect(await found({ withoutSources, sources: ['source/other'], knownIn: 1 })).toEqual([
        'both',
        'other',
      ]);
      expect(await found({ withoutSources, knownIn: 0 })).toEqual([]);
      expect(
        await subject.store.countFactsOf([['doctor/a'], ['doctor/b']], undefined, { withoutSources }),
      ).toEqual([1, 1]);
    });
  });
}
