import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { openView } from '../../src/traversals/index.js';
import type { View } from '../../src/traversals/index.js';
import { draftOf } from '../helpers/graph.js';
import { BEGINNING, HOSPITALS, written } from '../helpers/meanwhile.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

const LOCATED = { relation: 'LOCATED_IN' } as const;
const BY_NAME = { limit: 10, order: 'NAME', descending: false } as const;
const BY_TIME = { limit: 10, order: 'TIME', descending: false } as const;

/** Each is asked several times of one view, for a view remembers. */
const QUESTIONS: readonly ((view: View) => Promise<unknown>)[] = [
  (view) => view.linkedTo([['country/a'], ['country/b']], LOCATED, BY_NAME),
  (view) => view.countLinkedTo([['country/a'], ['country/b']], LOCATED),
  (view) => view.factsOf([['doctor/a'], ['hospital/two']], undefined, { statuses: ['ACCEPTED'] }, BY_TIME),
  (view) => view.countFactsOf([['doctor/a'], ['doctor/b']], undefined, { statuses: ['ACCEPTED'] }),
  (view) => view.entities([...HOSPITALS, 'hospital/new']),
  (view) => view.sources(['source/paper']),
];

describe('a view', () => {
  it('sees the graph as it stood, whatever lands between the calls that it makes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.option(written, { freq: 3 }), { maxLength: 60 }),
        fc.array(fc.nat(QUESTIONS.length - 1), { minLength: 1, maxLength: 12 }),
        async (landing, asked) => {
          const [still, moving] = [await begun(), await begun()];
          const expected = await openView(still, { asKnownOn: '1' });
          const found = await openView(landingIn(moving, landing), { asKnownOn: '1' });
          for (const which of asked) {
            const question = QUESTIONS[which];
            expect(await question?.(found)).toStrictEqual(await question?.(expected));
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

async function begun(): Promise<Store> {
  const store = new ReferenceStore(ontology);
  await store.apply(draftOf(BEGINNING));
  return store;
}

/** The store, into which something lands before some of its calls are answered. */
function landingIn(store: Store, landing: readonly (Operation | null)[]): Store {
  let next = 0;
  const land = async (): Promise<void> => {
    const operation = landing[next++];
    // What is refused, for it stands already, lands nowhere.
    if (operation !== null && operation !== undefined)
      await store.apply(draftOf([operation])).catch(() => undefined);
  };
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || name === 'during') return value;
      return async (...args: unknown[]): Promise<unknown> => {
        await land();
        return await (Reflect.apply(value, target, args) as Promise<unknown>);
      };
    },
  });
}
