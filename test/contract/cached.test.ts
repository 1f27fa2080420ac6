import { cachedStore } from '../../src/store/cache/index.js';
import type { Store } from '../../src/store/port.js';
import { newReference } from '../helpers/stores.js';
import type { Place } from '../helpers/stores.js';
import { storeContract } from './storeContract.js';

/** Who asks for these learns of nothing newer by it. */
const ASKED_AS_THEY_ARE = ['audit', 'apply', 'during', 'health', 'close', 'horizon'];

storeContract('a store with a memory', newCached);

/** The records of the reference store, asked through a memory that has caught up with them before each call. */
async function newCached(): Promise<Place> {
  const place = await newReference();
  const forget: (() => void)[] = [];
  return {
    ...place,
    open: async () => {
      const store = await place.open();
      let cached = cachedStore(store, 1_000_000);
      forget.push(() => (cached = cachedStore(store, 1_000_000)));
      return caughtUp(() => cached);
    },
    // What was taken away and written anew within one test cannot be told from what was there.
    clear: async () => {
      await place.clear();
      for (const each of forget) each();
    },
  };
}

function caughtUp(now: () => Store): Store {
  return new Proxy({} as Store, {
    get: (_target, name: keyof Store) => {
      const store = now();
      const value: unknown = Reflect.get(store, name);
      if (typeof value !== 'function' || name.endsWith('AtHand') || ASKED_AS_THEY_ARE.includes(name))
        return value;
      return async (...asked: unknown[]) => {
        await store.version();
        return (await Reflect.apply(value, store, asked)) as unknown;
      };
    },
  });
}
