import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import { jsonOf } from '../../src/graphql/rememberedAnswers.js';
import { cachedStore } from '../../src/store/cache/index.js';
import type { CacheUse } from '../../src/store/cacheUse.js';
import type { Operation } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { begun, slow, switching } from '../helpers/betweenCalls.js';
import { counting } from '../helpers/counting.js';
import { draftOf, entity } from '../helpers/graph.js';
import { dataOf, graphqlOver } from '../helpers/graphql.js';
import { written } from '../helpers/meanwhile.js';
import { operations } from '../helpers/operations.js';
import { onSeededStore } from '../helpers/seeded.js';

const BYTES = 1_000_000;

/** Questions that may be asked as known in any changeset. */
const QUESTIONS = [
  'query ($at: String) { entity(key: "hospital/one", asKnownOn: $at) { names { text } facts(first: 5) { totalCount nodes { key status } } } }',
  'query ($at: String) { facts(first: 5, asKnownOn: $at) { totalCount nodes { key participants { participant { ... on Entity { key name } } } citations { source { title } } } } }',
  'query ($at: String) { cooperation(between: COUNTRY, first: 5, asKnownOn: $at) { totalCount nodes { facts(first: 5) { nodes { record { key } } } } } }',
];

type Action = { write: Operation } | { ask: number };

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ write: written }),
  fc.record({ ask: fc.nat(QUESTIONS.length - 1) }),
);

describe('whole answers that are remembered', () => {
  it('are as the store stood after all that was acknowledged before they were asked for, whoever writes meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.tuple(fc.boolean(), fc.array(action, { maxLength: 8, size: 'max' })), {
          minLength: 2,
          maxLength: 4,
          size: 'max',
        }),
        async (scheduler, clients) => {
          const truth = await begun();
          const instances = [0, 1].map(() => serviceOver(slow(truth, scheduler)));
          let acknowledged = 1;
          const answers: { query: string; since: number; until: number; answer: unknown }[] = [];
          const work = clients.map(async ([which, actions]) => {
            const instance = instances[Number(which)];
            for (const one of actions) {
              if ('write' in one) {
                const landed = await instance?.store.apply(draftOf([one.write])).catch(() => null);
                acknowledged = Math.max(acknowledged, landed?.number ?? 0);
                continue;
              }
              const [query = '', since] = [QUESTIONS[one.ask], acknowledged];
              const answer = instance && (await dataOf(instance.ask(query)));
              answers.push({ query, since, until: await truth.version(), answer });
            }
          });
          await scheduler.waitFor(Promise.all(work));
          const { ask } = graphqlOver(truth);
          for (const { query, since, until, answer } of answers) {
            const possible = [];
            for (let at = since; at <= until; at++)
              possible.push(await dataOf(ask(query, { at: String(at) })));
            expect(possible).toContainEqual(answer);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('take nothing of the store but the newest changeset', async () => {
    const { store, calls } = counting(await begun());
    const { ask, use } = serviceOver(store);
    for (const query of QUESTIONS) {
      const first = await dataOf(ask(query));
      for (const method of Object.keys(calls)) calls[method] = 0;
      expect(await dataOf(ask(query))).toEqual(first);
      expect(Object.entries(calls).filter(([, count]) => count > 0)).toEqual([['version', 1]]);
    }
    expect(use()).toEqual({ entries: 3, hits: 3, misses: 3 });
  });

  it('are told from those to other variables and to other operations of the same text', async () => {
    const { server, ask, contextOf } = serviceOver(await begun());
    const query =
      'query One($key: String!) { entity(key: $key) { key } } query Other($key: String!) { entity(key: $key) { name } }';
    const asked = ['One', 'Other'].flatMap((operationName) =>
      ['doctor/a', 'doctor/b'].map((key) => ({ query, operationName, variables: { key } })),
    );
    const answered = async () =>
      Promise.all(
        asked.map(async (each) => {
          const { body } = await server.executeOperation(each, { contextValue: contextOf() });
          return body.kind === 'single' ? JSON.stringify(body.singleResult.data) : '';
        }),
      );
    const first = await answered();
    expect(new Set(first).size).toBe(4);
    expect(await answered()).toEqual(first);
    const page = 'query ($first: Int) { facts(first: $first) { nodes { key } } }';
    expect(await ask(page, { first: 1 })).not.toEqual(await ask(page, { first: 2 }));
  });

  it('are none that have errors', async () => {
    const { ask, use } = serviceOver(await begun());
    const wrong = '{ one: entity(key: "doctor/a") { key } other: entity(key: "no key") { key } }';
    const first = await ask(wrong);
    expect(first.errors).toHaveLength(1);
    expect(await ask(wrong)).toEqual(first);
    // A number beyond all others is null in JSON, which a page size may be.
    const page = 'query ($first: Int) { facts(first: $first) { totalCount } }';
    expect((await ask(page, { first: null })).errors).toBeUndefined();
    expect((await ask(page, { first: Infinity })).errors).toHaveLength(1);
    expect(use()).toMatchObject({ entries: 1, hits: 0 });
  });

  it('are forgotten where the store was put back', async () => {
    const [later, earlier] = [await begun(), await begun()];
    const name = async (store: Store, ...names: string[]) => {
      for (const each of names) await store.apply(draftOf([entity('hospital/one', [each])]));
    };
    await name(later, 'Alpha', 'Beta');
    let now = later;
    const { ask } = serviceOver(switching(() => now));
    const nameNow = async () => (await dataOf(ask('{ entity(key: "hospital/one") { name } }')))['entity'];
    expect(await nameNow()).toEqual({ name: 'Beta' });
    now = earlier;
    expect(await nameNow()).toEqual({ name: 'hospital/one' });
    await name(earlier, 'Gamma', 'Delta');
    expect(await nameNow()).toEqual({ name: 'Delta' });
  });

  it('say of a store that is away what is wrong, and nothing that is remembered', async () => {
    const store = await begun();
    const away = new ConfrereError('STORE_UNAVAILABLE', 'The store is away.');
    let isAway = false;
    const { ask } = serviceOver(
      new Proxy(store, {
        get: (target, property) => {
          if (property === 'version' && isAway) return () => Promise.reject(away);
          const value: unknown = Reflect.get(target, property, target);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      }),
    );
    const [query = ''] = QUESTIONS;
    await dataOf(ask(query));
    isAway = true;
    expect(await ask(query)).toMatchObject({
      data: { entity: null },
      errors: [{ extensions: { code: 'STORE_UNAVAILABLE' } }],
    });
    // What asks for nothing of the store is answered all the same.
    expect(await ask('{ __typename }')).toMatchObject({ data: { __typename: 'Query' } });
    isAway = false;
    await dataOf(ask(query));
  });

  it('take no more room than they may', async () => {
    const { ask, use } = serviceOver(await begun(), 20_000);
    for (let first = 1; first < 300; first++)
      await ask('query ($first: Int) { facts(first: $first) { nodes { key } } }', { first });
    expect(use().entries).toBeGreaterThan(10);
    expect(use().entries).toBeLessThan(60);
  });
});

onSeededStore('whole answers about the seed graph', (store) => {
  it('are, byte for byte, what they are when they are worked out', async () => {
    const plain = graphqlOver(store());
    const remembering = serviceOver(store(), 64_000_000);
    const textOf = async ({ server }: Pick<typeof remembering, 'server'>, query: string) => {
      const contextValue = remembering.contextOf();
      const { body } = await server.executeOperation({ query }, { contextValue });
      if (body.kind !== 'single') throw new Error('expected one answer');
      const { errors, data, extensions } = body.singleResult;
      return jsonOf({ errors, data, extensions });
    };
    for (const { query } of operations) {
      const expected = await textOf(plain, query);
      expect(JSON.parse(expected)).toMatchObject({ extensions: { cost: {} } });
      expect(await textOf(remembering, query)).toBe(expected);
      expect(await textOf(remembering, query)).toBe(expected);
    }
    expect(remembering.use().hits).toBe(operations.length);
  });
});

/** A service with a memory, as it is over HTTP, and how that fares. */
function serviceOver(store: Store, answerBytes = BYTES) {
  let remembered: CacheUse | undefined;
  const cached = cachedStore(store, BYTES);
  const graphql = graphqlOver(cached, {
    answerBytes,
    // A store that is away is told of; nothing else here is.
    report: () => undefined,
    watchCache: (name, use) => {
      if (name === 'whole_answers') remembered = use;
    },
  });
  const use = () => {
    const { entries = 0, hits = 0, misses = 0 } = remembered ?? {};
    return { entries, hits, misses };
  };
  return { ...graphql, store: cached, use };
}
