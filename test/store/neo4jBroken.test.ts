import type { Driver } from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { collect, findingsIn } from '../helpers/collect.js';
import { draftOf, entity, source } from '../helpers/graph.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';
import { rounds } from '../helpers/soak.js';
import { openBoltProxy } from './boltProxy.js';
import type { BoltProxy, Refusal } from './boltProxy.js';
import { changesetOf, factKey, sizeOf } from './durabilityChangesets.js';
import { timeToRefusal } from './refusal.js';

const CUTS = rounds(3, 100);

describeNeo4j('A store whose Neo4j', (server) => {
  let driver: Driver;
  let proxy: BoltProxy;
  let store: Store;

  beforeAll(() => {
    driver = openTestDriver();
  });
  beforeEach(async () => {
    await clearTestDatabase(driver);
    proxy = await openBoltProxy(server().uri);
    store = await open('bolt');
    await store.apply(draftOf([source()]));
  });
  afterEach(async () => {
    await store.close();
    await proxy.close();
  });
  afterAll(async () => {
    await clearTestDatabase(driver);
    await driver.close();
  });

  function open(scheme: 'bolt' | 'neo4j'): Promise<Store> {
    const { username, password } = server();
    return openNeo4jStore({ uri: proxy.uri.replace('bolt:', `${scheme}:`), username, password });
  }

  describe('breaks off in the middle of an answer', { timeout: rounds(120_000, 3_600_000) }, () => {
    const PAGE = { limit: 100, order: 'KEY', descending: false } as const;
    const KEYS = Array.from({ length: sizeOf(2) }, (_, index) => factKey(2, index));
    const QUESTIONS: [name: string, ask: () => Promise<unknown>][] = [
      ['a page of facts', () => store.findFacts({}, PAGE)],
      ['an audit of all', () => collect(store.audit())],
      ['facts by key', () => store.facts(KEYS)],
      ['the facts of entities', () => store.factsOf([['doctor/d1'], ['doctor/d2']], undefined, {}, PAGE)],
    ];

    test.each(QUESTIONS.slice(0, rounds(2, 4)))(
      'never takes a part of a list for all of it: %s',
      async (_name, ask) => {
        for (const number of [1, 2]) await store.apply(changesetOf(number));
        const before = proxy.answered();
        const whole = await ask();
        const bytes = proxy.answered() - before;
        expect(bytes).toBeGreaterThan(1_000);
        for (let cut = 0; cut < CUTS; cut++) {
          proxy.cutAnswers(Math.floor((bytes * cut) / CUTS), 1);
          // Asked anew by itself, for nothing else would make the list whole.
          expect(await ask()).toEqual(whole);
        }
        for (const place of [1 / 2, 0, 3 / 4].slice(0, rounds(1, 3))) {
          proxy.cutAnswers(Math.floor(bytes * place), Infinity);
          expect(await timeToRefusal(ask)).toBeLessThan(12_000);
        }
        proxy.cutAnswers(0, 0);
        expect(await ask()).toEqual(whole);
      },
    );
  });

  describe('ceases to lead its cluster', { timeout: 120_000 }, () => {
    const DRAFT = draftOf([entity('doctor/new', ['New']), source('source/new')]);
    const CODES = [
      'Neo.ClientError.Cluster.NotALeader',
      'Neo.TransientError.General.DatabaseUnavailable',
      'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase',
      'Neo.TransientError.Transaction.LeaderSwitch',
      'Neo.TransientError.Cluster.ReplicationFailure',
    ].slice(0, rounds(2, 5));
    /** A write commits three times: that it begins, the changeset, and that all of it can be found. */
    const PLACES: Pick<Refusal, 'at' | 'after'>[] = [
      { at: 'query', after: 0 },
      ...(['commit', 'commit that lands'] as const).flatMap((at) =>
        [1, 0, 2].slice(0, rounds(2, 3)).map((after) => ({ at, after })),
      ),
    ];
    const CASES = (['bolt', 'neo4j'] as const).flatMap((scheme) =>
      PLACES.flatMap((place) => CODES.map((code) => ({ scheme, code, ...place }))),
    );

    test.each(CASES)(
      'applies a write once or not at all: $scheme, $code at a $at after $after of them',
      async ({ scheme, code, at, after }) => {
        const own = await open(scheme);
        try {
          proxy.refuseWrites({ code, at, after, times: 1 });
          const outcome = await outcomeOf(own);
          expect(proxy.refused()).toBe(1);
          const version = await own.version();
          if (outcome === 'landed') expect(version).toBe(2);
          else expect(outcome).toMatchObject({ code: 'STORE_UNAVAILABLE' });
          // A server that the driver has found by its routing may be another one by now; what passes is tried again.
          if (scheme === 'neo4j' || code.startsWith('Neo.TransientError.')) expect(outcome).toBe('landed');
          if (at !== 'commit that lands' && outcome !== 'landed') expect(version).toBe(1);
          await expectOnce(own, version);
        } finally {
          await own.close();
        }
      },
    );

    test('says so, in bounded time, where there is no other leader', async () => {
      for (const code of CODES) {
        proxy.refuseWrites({ code, at: 'query', times: Infinity });
        expect(await timeToRefusal(() => store.apply(DRAFT))).toBeLessThan(12_000);
        expect(await store.version()).toBe(1);
      }
      proxy.refuseWrites(null);
      expect(await outcomeOf(store)).toBe('landed');
    });

    async function outcomeOf(asked: Store): Promise<unknown> {
      return await asked.apply(DRAFT).then(
        () => 'landed',
        (error: unknown) => error,
      );
    }

    /** That the draft is there whole if the version says so, and that the next one is numbered after it. */
    async function expectOnce(asked: Store, version: number): Promise<void> {
      const there = [...(await asked.entities(['doctor/new'])), ...(await asked.sources(['source/new']))];
      if (version === 1) expect(there).toEqual([null, null]);
      else
        expect(there).toMatchObject([
          { recordedIn: 2, revision: 1 },
          { recordedIn: 2, revision: 1 },
        ]);
      expect(await asked.apply(draftOf([source('source/next')]))).toMatchObject({ number: version + 1 });
      expect(await findingsIn(asked)).toEqual([]);
    }
  });
});
