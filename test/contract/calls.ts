import { describe, expect, it } from 'vitest';
import { CONDITIONS_MAXIMUM } from '../../src/store/bounds.js';
import { KEYS_MAXIMUM, PAGE_MAXIMUM } from '../../src/store/port.js';
import type { Store } from '../../src/store/port.js';
import { collect } from '../helpers/collect.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { BY_KEY, BY_NAME, BY_TIME } from './subject.js';
import type { Subject } from './subject.js';

const MANY = Array.from({ length: KEYS_MAXIMUM }, (_, index) => `doctor/d-${index}`);
const TOO_MANY = [...MANY, 'doctor/a'];
const LINKS = { relation: 'LOCATED_IN' };

/** How much one call may ask for, and what a store says that is closed. */
export function callsContract(subject: Subject): void {
  describe('a call', () => {
    it('may name many keys', async () => {
      await subject.write(source(), entity('doctor/d-19999'), fact('visit/v', ['VISITOR=doctor/d-19999']));
      const { store } = subject;
      expect((await store.entities(MANY)).filter((record) => record !== null)).toHaveLength(1);
      expect(await store.countFacts({ participants: [{ entities: MANY }] })).toBe(1);
      expect(await store.countFactsOf([MANY], undefined, {})).toEqual([1]);
      const each = await store.countFactsOf(
        MANY.map((key) => [key]),
        undefined,
        {},
      );
      expect(each.reduce((sum, count) => sum + count, 0)).toBe(1);
      const slices = await store.factsOf(
        MANY.map((key) => [key]),
        ['VISITOR'],
        {},
        { ...BY_TIME, limit: 1 },
      );
      expect(slices.flatMap(({ items }) => items)).toHaveLength(1);
    });

    it('may not name more', async () => {
      const { store } = subject;
      const each = TOO_MANY.map((key) => [key]);
      for (const ask of [
        () => store.sources(TOO_MANY),
        () => store.entities(TOO_MANY),
        () => store.facts(TOO_MANY),
        () => store.judgements(TOO_MANY),
        () => store.changesets(TOO_MANY.map((_, index) => index)),
        () => store.findEntities({ keys: TOO_MANY }, BY_NAME),
        () => store.findEntities({ nameKeys: TOO_MANY }, BY_NAME),
        () => store.countEntities({ externalIds: TOO_MANY }),
        () => store.countEntities({ sources: TOO_MANY }),
        () => store.countEntities({ words: [MANY, ['huu']] }),
        () => store.countFacts({ words: [MANY, ['huu']] }),
        () => store.findSources(BY_KEY, { words: [TOO_MANY] }),
        () => store.findWords([{ words: TOO_MANY }]),
        () => store.findWords(TOO_MANY.map((word) => ({ words: [word] }))),
        () => store.linkedTo(each, LINKS, BY_NAME),
        () => store.countLinkedTo([TOO_MANY], LINKS),
        () => store.countLinkedTo([['country/c']], { ...LINKS, keys: TOO_MANY }),
        () => store.linkedTo([MANY], { ...LINKS, keys: ['doctor/a'] }, BY_NAME),
        () => store.sources(TOO_MANY, 1),
        () => store.entities(TOO_MANY, 1),
        () => store.findFacts({ sources: TOO_MANY }, BY_TIME),
        () => store.findFactKeys({ participants: [{ entities: TOO_MANY }] }, BY_TIME),
        () => store.countFacts({ withoutSources: TOO_MANY }),
        () => store.countFacts({ sources: MANY, withoutSources: ['source/paper'] }),
        () => store.countFacts({ participants: [{ entities: MANY }, { entities: ['doctor/a'] }] }),
        () => store.factsOf(each, undefined, {}, BY_TIME),
        () => store.factsOf([MANY], undefined, { sources: ['source/paper'] }, BY_TIME),
        () => store.countFactsOf([MANY, ['doctor/a']], undefined, {}),
        () => store.companionsOf([MANY, ['doctor/a']], ['Hospital'], {}),
      ]) {
        await expect(ask()).rejects.toMatchObject({ code: 'TOO_MANY_KEYS' });
      }
    });

    it('may not name one key more often either, however well it is known', async () => {
      await subject.write(source(), entity('doctor/a'), fact('visit/v', ['VISITOR=doctor/a']));
      const { store } = subject;
      const questions: [key: string, ask: (keys: readonly string[]) => Promise<unknown>][] = [
        ['source/paper', (keys) => store.sources(keys, 1)],
        ['doctor/a', (keys) => store.entities(keys, 1)],
        ['visit/v', (keys) => store.facts(keys, 1)],
        ['doctor/a', (keys) => store.factsOf([keys], undefined, { knownIn: 1 }, BY_TIME)],
      ];
      for (const [key, ask] of questions) {
        await ask([key]);
        await expect(ask(TOO_MANY.map(() => key))).rejects.toMatchObject({ code: 'TOO_MANY_KEYS' });
      }
    });

    it('may make many conditions, and not more', async () => {
      await subject.write(source(), entity('doctor/a'), fact('visit/v', ['VISITOR=doctor/a']));
      const conditions = Array.from({ length: CONDITIONS_MAXIMUM }, () => ({ entities: ['doctor/a'] }));
      expect(await subject.store.countFacts({ participants: conditions })).toBe(1);
      const more = { participants: [...conditions, { entities: ['doctor/a'] }] };
      await expect(subject.store.countFacts(more)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
      await expect(subject.store.findFacts(more, BY_TIME)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    });

    it('asks for a page of a size that there is', async () => {
      const { store } = subject;
      for (const limit of [-1, PAGE_MAXIMUM + 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
        for (const ask of [
          () => store.findSources({ ...BY_KEY, limit }),
          () => store.judgementsSince(0, { ...BY_KEY, limit }),
          () => store.changesAfter({ changeset: 0, key: '' }, limit),
          () => store.findEntities({}, { ...BY_KEY, limit }),
          () => store.linkedTo([['country/c']], LINKS, { ...BY_KEY, limit }),
          () => store.linkedTo([], LINKS, { ...BY_KEY, limit }),
          () => store.findFacts({}, { ...BY_KEY, limit }),
          () => store.findFacts({ kinds: [] }, { ...BY_KEY, limit }),
          () => store.factsOf([['doctor/a']], undefined, {}, { ...BY_KEY, limit }),
          () => store.factsOf([], undefined, { knownIn: 0 }, { ...BY_KEY, limit }),
        ]) {
          await expect(ask()).rejects.toMatchObject({ code: 'BAD_PAGE_SIZE' });
        }
      }
      for (const limit of [-1, KEYS_MAXIMUM + 1, 0.5, Number.NaN]) {
        await expect(store.findFactKeys({}, { ...BY_KEY, limit })).rejects.toMatchObject({
          code: 'BAD_PAGE_SIZE',
          message: `The size of a page is a whole number from 0 to ${KEYS_MAXIMUM}; got ${limit}.`,
        });
      }
      const nothing = { items: [], hasMore: false };
      expect(await store.findFacts({}, { ...BY_KEY, limit: PAGE_MAXIMUM })).toEqual(nothing);
      expect(await store.findFactKeys({}, { ...BY_KEY, limit: KEYS_MAXIMUM })).toEqual(nothing);
    });
  });

  describe('a store', () => {
    it('says what it is and where, and that it is well', async () => {
      expect(['embedded', 'neo4j']).toContain(subject.store.kind);
      expect(subject.store.location).not.toBe('');
      await expect(subject.store.health()).resolves.toBeUndefined();
    });

    it('answers nothing once it is closed, which may be done twice', async () => {
      await subject.write(source(), entity('doctor/a'));
      const { store } = subject;
      await store.close();
      await store.close();
      for (const [name, ask] of Object.entries(callsOf(store))) {
        await expect(ask(), name).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      }
    });

    it('answers what was asked before it was closed, or says that it is closed', async () => {
      await subject.write(source(), entity('doctor/a'));
      const { store } = subject;
      const asked = Array.from({ length: 20 }, () => store.entities(['doctor/a']));
      const outcomes = Promise.allSettled(asked);
      await store.close();
      for (const outcome of await outcomes) {
        if (outcome.status === 'fulfilled') expect(outcome.value).toHaveLength(1);
        else expect(outcome.reason).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      }
    });
  });
}

/** Every call that a store takes, but for those that end it. */
export function callsOf(store: Store): Record<string, () => Promise<unknown>> {
  return {
    sources: () => store.sources(['source/paper']),
    entities: () => store.entities(['doctor/a']),
    facts: () => store.facts(['training/x']),
    judgements: () => store.judgements(['judgement/x']),
    judgementsSince: () => store.judgementsSince(0, BY_KEY),
    findSources: () => store.findSources(BY_KEY),
    'findSources by words': () => store.findSources(BY_KEY, { words: [['title']] }),
    'findWords of facts': () => store.findWords([{ words: ['statement'] }], 'facts'),
    countSources: () => store.countSources(),
    findEntities: () => store.findEntities({}, BY_KEY),
    countEntities: () => store.countEntities({}),
    'entities as known then': () => store.entities(['doctor/a'], 0),
    'sources as known then': () => store.sources(['source/paper'], 0),
    entitiesRevisedSince: () => store.entitiesRevisedSince(0),
    changesAfter: () => store.changesAfter({ changeset: 0, key: '' }, 10),
    findWords: () => store.findWords([{ words: ['huu'] }]),
    linkedTo: () => store.linkedTo([['country/c']], LINKS, BY_KEY),
    countLinkedTo: () => store.countLinkedTo([['country/c']], LINKS),
    findFacts: () => store.findFacts({}, BY_KEY),
    countFacts: () => store.countFacts({}),
    findFactKeys: () => store.findFactKeys({}, BY_KEY),
    factsOf: () => store.factsOf([['doctor/a']], undefined, {}, BY_KEY),
    countFactsOf: () => store.countFactsOf([['doctor/a']], undefined, {}),
    companionsOf: () => store.companionsOf([['doctor/a']], ['Hospital'], {}),
    apply: () => store.apply(draftOf([source('source/late')])),
    version: () => store.version(),
    changesets: () => store.changesets([1]),
    audit: () => collect(store.audit()),
    health: () => store.health(),
  };
}
