import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import { drafts } from '../helpers/arbitraries/changesets.js';
import { findingsIn } from '../helpers/collect.js';
import { draftOf, source } from '../helpers/graph.js';
import type { Place } from '../helpers/stores.js';
import { EFFORT, TIMEOUT } from './effort.js';
import type { Subject } from './subject.js';

/** A whole number from 0 up to, but not including, `below`. */
export type Pick = (below: number) => number;

/** Changes something in the database behind the store's back, and says what; null where the database refused. */
export type Tamper = (place: Place, pick: Pick) => Promise<string | null>;

/** Whatever is changed in the database, wherever, `check` finds that something is wrong. */
export function tamperingContract(subject: Subject, tamper: Tamper): void {
  describe('check', () => {
    it(
      'finds nothing in a store that nobody touched, and something in one that somebody did',
      async () => {
        await fc.assert(
          fc.asyncProperty(drafts(ontology), fc.gen(), async (written, generate) => {
            await subject.place.clear();
            // Of a newest changeset that recorded nothing, nobody could miss anything.
            const last = draftOf([source('source/last')], { at: '2024-01-01T00:00:00Z' });
            for (const draft of [...written, last]) await subject.store.apply(draft);
            expect(await findingsIn(subject.store)).toEqual([]);
            const done = await tamper(subject.place, (below) => generate(fc.nat, { max: below - 1 }));
            fc.pre(done !== null);
            expect(await findingsIn(subject.store), `after: ${done}`).not.toEqual([]);
          }),
          EFFORT,
        );
      },
      TIMEOUT,
    );
  });
}
