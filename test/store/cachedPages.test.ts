import { expect, it } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import { cachedStore } from '../../src/store/cache/index.js';
import { KEYS_MAXIMUM } from '../../src/store/port.js';
import type { Store } from '../../src/store/port.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { newFile } from '../helpers/stores.js';

const EACH = 100;
const DOCTORS = Array.from({ length: KEYS_MAXIMUM / EACH + 1 }, (_, index) => `doctor/d-${index}`);
const PAGE = { limit: EACH, order: 'TIME', descending: false } as const;

it('pages in memory are answered though more of their facts must be read anew than one call may name', async () => {
  const place = await newFile();
  try {
    const store = await place.open();
    await store.apply(draftOf([source(), ...DOCTORS.map((key) => entity(key))]));
    const trainings = DOCTORS.flatMap((doctor) =>
      Array.from({ length: EACH }, (_, index) =>
        fact(`training/${doctor.slice('doctor/'.length)}-${index}`, [`TRAINER=${doctor}`]),
      ),
    );
    await store.apply(draftOf(trainings.slice(0, KEYS_MAXIMUM / 2)));
    await store.apply(draftOf(trainings.slice(KEYS_MAXIMUM / 2)));
    const cached = cachedStore(withoutChanges(store), 64_000_000);
    const knownIn = await cached.version();
    const ask = () =>
      cached.factsOf(
        DOCTORS.map((key) => [key]),
        ['TRAINER'],
        { knownIn },
        PAGE,
      );
    const asked = await ask();
    expect(asked.every(({ items }) => items.length === EACH)).toBe(true);
    // What was changed cannot be asked, so that all records are forgotten.
    await cached.apply(draftOf([entity('doctor/new')]));
    await cached.version();
    expect(await ask()).toStrictEqual(asked);
  } finally {
    await place.remove();
  }
});

/** The store, which cannot be asked what was changed. */
function withoutChanges(store: Store): Store {
  const away = () => Promise.reject(new ConfrereError('STORE_UNAVAILABLE', 'It is away.'));
  return Object.create(store, { changesAfter: { value: away } }) as Store;
}
