import { afterAll, beforeAll, describe } from 'vitest';
import { importBundles } from '../../src/ingest/index.js';
import { SEEDS_DIRECTORY } from '../../src/paths.js';
import type { Store } from '../../src/store/port.js';
import { describeNeo4j } from './neo4j.js';
import { newDatabase, newFile } from './stores.js';
import type { Place } from './stores.js';

/** Runs a suite on the embedded store and on Neo4j, each holding the seed graph. */
export function onBothStoresSeeded(name: string, body: (store: () => Store) => void): void {
  describe(`${name}, embedded`, () => seeded(newFile, body));
  describeNeo4j(`${name}, Neo4j`, () => seeded(newDatabase, body));
}

/** Runs a suite on the embedded store with the seed graph. */
export function onSeededStore(name: string, body: (store: () => Store) => void): void {
  describe(name, () => seeded(newFile, body));
}

function seeded(newPlace: () => Promise<Place>, body: (store: () => Store) => void): void {
  let place: Place | undefined;
  let store: Store | undefined;

  beforeAll(async () => {
    place = await newPlace();
    store = await place.open();
    await importBundles(store, [SEEDS_DIRECTORY], { author: 'A. Tester', note: 'The seed graph' });
  });
  afterAll(() => place?.remove());

  body(() => {
    if (store === undefined) throw new Error('the store is asked before it is open');
    return store;
  });
}
