import { afterAll, afterEach, beforeAll } from 'vitest';
import type { FactOrder, Page, Slice, Store } from '../../src/store/port.js';
import type { Operation } from '../../src/store/changeset.js';
import { draftOf } from '../helpers/graph.js';
import type { NewPlace, Place } from '../helpers/stores.js';

/** The store under test. Each test finds it empty and open. */
export interface Subject {
  readonly store: Store;
  readonly place: Place;
  /** Writes in one changeset. */
  write(...operations: Operation[]): Promise<void>;
}

/** Opens a store for all tests of a suite, empties it after each, and takes it away at the end. */
export function useStore(newPlace: NewPlace): Subject {
  let current: { store: Store; place: Place } | undefined;
  const now = () => {
    if (current === undefined) throw new Error('Ask for the store within a test.');
    return current;
  };
  beforeAll(async () => {
    const place = await newPlace();
    current = { place, store: await place.open() };
  });
  afterEach(async () => {
    const { place, store } = now();
    await place.clear();
    const isOpen = await store.version().then(
      () => true,
      () => false,
    );
    if (!isOpen) current = { place, store: await place.open() };
  });
  afterAll(async () => {
    await current?.place.remove();
  });
  return {
    get store() {
      return now().store;
    },
    get place() {
      return now().place;
    },
    write: async (...operations) => {
      await now().store.apply(draftOf(operations));
    },
  };
}

/** The first 100 by time. */
export const BY_TIME: Page<FactOrder> = { limit: 100, order: 'TIME', descending: false };
/** The first 100 by key. */
export const BY_KEY: Page<'KEY'> = { limit: 100, order: 'KEY', descending: false };
/** The first 100 by name. */
export const BY_NAME: Page<'NAME'> = { limit: 100, order: 'NAME', descending: false };

/** The keys of the items of a page, in its order. */
export function keysOf(slice: Slice<{ key: string }> | undefined): string[] {
  return (slice?.items ?? []).map(({ item }) => item.key);
}
