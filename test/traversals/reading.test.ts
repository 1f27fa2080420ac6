import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import type { FactFilter, Store } from '../../src/store/port.js';
import { openView } from '../../src/traversals/index.js';
import { Reading } from '../../src/traversals/view/reading.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

/** More than what is read at once, and not a whole number of portions. */
const VISITS = 1_203;
const A_OR_B: FactFilter = { participants: [{ entities: ['doctor/a', 'doctor/b'] }] };

async function storeOfVisits(): Promise<Store> {
  const store = new ReferenceStore(ontology);
  const visits = Array.from({ length: VISITS }, (_, index) => {
    const visitors = index % 3 === 0 ? ['doctor/a', 'doctor/b'] : [index % 3 === 1 ? 'doctor/a' : 'doctor/b'];
    const time = { time: String(1900 + ((index * 7) % 100)) };
    return fact(
      `visit/v${index}`,
      [...visitors, 'doctor/c'].map((key) => `VISITOR=${key}`),
      time,
    );
  });
  const doctors = ['doctor/a', 'doctor/b', 'doctor/c'].map((key) => entity(key));
  await store.apply(draftOf([source(), ...doctors, ...visits]));
  return store;
}

/** The store, with something done before each call that finds or reads facts. */
function before(store: Store, act: () => Promise<void>): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || !['findFacts', 'findFactKeys', 'facts'].includes(String(name))) {
        return method;
      }
      return async (...given: unknown[]): Promise<unknown> => {
        await act();
        return Reflect.apply(method, target, given) as unknown;
      };
    },
  });
}

async function readAll(reading: Reading, filter: FactFilter): Promise<string[]> {
  const keys: string[] = [];
  for await (const facts of reading.facts(filter)) keys.push(...facts.map(({ key }) => key));
  return keys;
}

describe('the facts that a question reads', async () => {
  const store = await storeOfVisits();
  const view = await openView(store);
  const page = { order: 'TIME', descending: false, limit: 1_000 } as const;
  const first = await store.findFacts({}, page);
  const rest = await store.findFacts({}, { ...page, after: first.items.at(-1)?.orderKey ?? '' });
  const inOrder = [...first.items, ...rest.items].map(({ item }) => item.key);

  test('come each once and by time, whichever way they are found', async () => {
    expect(inOrder).toHaveLength(VISITS);
    expect(await readAll(new Reading(view), {})).toEqual(inOrder);
    expect(await readAll(new Reading(view), A_OR_B)).toEqual(inOrder);
    expect(await readAll(new Reading(view), { ...A_OR_B, kinds: ['Training'] })).toEqual([]);
  });

  test('come to each of the entities that play one of the roles', async () => {
    const of = new Map<string, string[]>();
    for await (const portion of new Reading(view).factsOf(['doctor/a', 'doctor/b'], ['VISITOR'], {})) {
      for (const { entity, facts } of portion) {
        of.set(entity, [...(of.get(entity) ?? []), ...facts.map(({ key }) => key)]);
      }
    }
    const visitsOf = (rest: number) => inOrder.filter((key) => Number(key.slice(7)) % 3 !== rest);
    expect([...of.keys()].sort()).toEqual(['doctor/a', 'doctor/b']);
    expect(of.get('doctor/a')).toEqual(visitsOf(2));
    expect(of.get('doctor/b')).toEqual(visitsOf(1));
    for await (const portion of new Reading(view).factsOf(['doctor/a'], ['TRAINER'], {})) {
      expect(portion).toEqual([]);
    }
  });

  test('are as many as may be read, and it is said whether that left any out', async () => {
    for (const filter of [{}, A_OR_B]) {
      for (const maximum of [0, 1, 499, 500, 501, VISITS - 1, VISITS, VISITS + 1]) {
        const reading = new Reading(view, maximum);
        expect(await readAll(reading, filter)).toEqual(inOrder.slice(0, maximum));
        expect(reading.cut).toEqual(maximum < VISITS ? { bound: 'FACTS_READ', maximum } : null);
        // Once something was left out, nothing more is read, not even what there would be room for.
        expect(await readAll(reading, { kinds: ['Training'] })).toEqual([]);
      }
    }
  });

  test('do not hang on which of two readers is faster', async () => {
    const outcomes = new Set<string>();
    for (let pace = 1; pace <= 12; pace++) {
      let call = 0;
      const slow = await openView(before(store, () => setTimeout((pace * ++call) % 5)));
      const reading = new Reading(slow, 1_500);
      const read: string[] = [];
      for await (const facts of reading.facts({})) {
        read.push(`${facts.length}`);
        read.push(
          `${(await readAll(reading, { participants: [{ entities: ['doctor/a'] }] })).length} beside`,
        );
      }
      outcomes.add(read.join(', '));
    }
    expect([...outcomes]).toEqual(['500, 802 beside, 198, 0 beside']);
  });

  test('fail where the store fails, and are not asked for beyond what comes next', async () => {
    let calls = 0;
    const failing = before(store, () => {
      calls++;
      return calls > 2 ? Promise.reject(new Error('The store is gone.')) : Promise.resolve();
    });
    const read: number[] = [];
    const reading = new Reading(await openView(failing));
    await expect(async () => {
      for await (const facts of reading.facts({})) read.push(facts.length);
    }).rejects.toThrow('The store is gone.');
    expect(read).toEqual([500, 500]);

    // Who stops early has asked for one more portion, whose failure nobody hears of.
    calls = 1;
    for await (const facts of new Reading(await openView(failing)).facts({})) {
      expect(facts).toHaveLength(500);
      break;
    }
    await setTimeout(5);
    expect(calls).toBe(3);
  });
});
