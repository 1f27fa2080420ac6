import { setMaxListeners } from 'node:events';
import type { WatchCache } from '../cacheUse.js';
import type { Store } from '../port.js';
import { AnswerCache } from './answerCache.js';
import { CachedCalls } from './cachedCalls.js';
import type { Caches } from './cachedCalls.js';
import { Newest } from './newest.js';
import { RecordCache } from './recordCache.js';
import { WorkedAnswers } from './workedAnswers.js';

/**
 * The same store, with what it has read in memory, in about so many bytes. It is never stale, whoever writes and through
 * which instance: only what is asked as known in a changeset is answered from memory, and which changeset a question is about
 * it always learns from the store. What was known in a changeset never changes; of a record that is taken for still standing,
 * the store was asked what has changed since.
 */
export function cachedStore(store: Store, bytes: number, watchCache?: WatchCache): Store {
  const records = new RecordCache(Math.ceil(bytes * RECORDS));
  const readNewest = async () => {
    const before = records.horizon;
    const newest = await store.version();
    await records.moveTo(newest, before, store);
    return newest;
  };
  const caches: Caches = {
    newest: new Newest(readNewest),
    records,
    answers: new AnswerCache(Math.ceil(bytes * PAGES)),
    worked: new WorkedAnswers(Math.ceil(bytes * WORKED)),
  };
  watchCache?.('records', records);
  watchCache?.('answers', caches.answers);
  watchCache?.('worked', caches.worked);
  return over(store, caches);
}

/** The shares of the memory: for records, for which facts stand on which page, and for what was worked out of them. */
const RECORDS = 1 / 2;
const PAGES = 1 / 4;
const WORKED = 1 / 4;

function over(store: Store, caches: Caches, outer?: AbortSignal): Store {
  const calls: Partial<Store> = new CachedCalls(store, caches, outer);
  return new Proxy(store, {
    get(target, name: keyof Store) {
      if (name === 'during')
        return (signal: AbortSignal) => over(target.during(signal), caches, either(outer, signal));
      const own = name in calls;
      const value: unknown = Reflect.get(own ? calls : target, name);
      return typeof value === 'function' ? (value.bind(own ? calls : target) as unknown) : value;
    },
  });
}

function either(one: AbortSignal | undefined, other: AbortSignal): AbortSignal {
  const own = AbortSignal.any(one === undefined ? [other] : [one, other]);
  // Each call that waits for the newest changeset listens to it, and many may.
  setMaxListeners(0, own);
  return own;
}
