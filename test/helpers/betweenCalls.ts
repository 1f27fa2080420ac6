import type fc from 'fast-check';
import { ontology } from '../../src/ontology/index.js';
import type { Store } from '../../src/store/port.js';
import { draftOf, fact } from './graph.js';
import { BEGINNING } from './meanwhile.js';
import { ReferenceStore } from './referenceStore.js';

/*
 * Stores between which and whoever asks them something happens.
 */

/** A store with the little graph of meanwhile.ts. The trainer of one training is another one where one is named. */
export async function begun(trainer?: string): Promise<Store> {
  const store = new ReferenceStore(ontology);
  const operations = BEGINNING.map((operation) =>
    trainer !== undefined && operation.op === 'recordFact' && operation.fact.key === 'training/x'
      ? fact('training/x', [`TRAINER=${trainer}`, 'AT=hospital/one'])
      : operation,
  );
  await store.apply(draftOf(operations));
  return store;
}

/** The store behind a network: each call reaches it at some time, and its answer comes back at some later one. */
export function slow(store: Store, scheduler: fc.Scheduler): Store {
  return wrapped(store, async (ask, name) => {
    await scheduler.schedule(Promise.resolve(), `${name} is asked`);
    const answer = await ask();
    await scheduler.schedule(Promise.resolve(), `${name} is answered`);
    return answer;
  });
}

/** Whichever store is there now. */
export function switching(now: () => Store): Store {
  return new Proxy({} as Store, {
    get: (_target, name: keyof Store) => {
      const store = now();
      const value: unknown = Reflect.get(store, name);
      return typeof value === 'function'
        ? (...args: unknown[]) => Reflect.apply(value, store, args) as unknown
        : value;
    },
  });
}

/** The store, between whose calls and their answers something is done. */
export function wrapped(
  store: Store,
  around: (ask: () => Promise<unknown>, name: string) => Promise<unknown>,
): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || name === 'audit') return value;
      if (name === 'during') return (signal: AbortSignal) => wrapped(target.during(signal), around);
      return (...args: unknown[]) =>
        around(async () => (await Reflect.apply(value, target, args)) as unknown, String(name));
    },
  });
}
