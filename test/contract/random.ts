import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import type { ChangesetDraft } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { drafts } from '../helpers/arbitraries/changesets.js';
import { question } from '../helpers/arbitraries/questions.js';
import type { Question } from '../helpers/arbitraries/questions.js';
import { spoiltDraft } from '../helpers/arbitraries/spoilt.js';
import { findingsIn } from '../helpers/collect.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { ask, outcomeOf, placesIn } from './answers.js';
import { EFFORT, TIMEOUT } from './effort.js';
import type { Subject } from './subject.js';

/** Whatever is written, and whatever is asked, the answers are those of the reference store. */
export function randomContract(subject: Subject): void {
  describe('random changesets and random questions', () => {
    it(
      'are answered like the reference answers them, in the same order',
      async () => {
        await fc.assert(
          fc.asyncProperty(
            drafts(ontology),
            fc.array(spoiltDraft(ontology), { maxLength: 2 }),
            fc.array(question(ontology), { minLength: 15, maxLength: 25, size: 'max' }),
            fc.integer({ min: 0, max: 3 }),
            async (good, spoilt, questions, chance) => {
              await subject.place.clear();
              await compare(subject.store, [...good, ...spoilt], questions);
              // Reading everything takes longer than all the rest.
              if (chance === 0) expect(await findingsIn(subject.store)).toEqual([]);
            },
          ),
          EFFORT,
        );
      },
      TIMEOUT,
    );
  });
}

async function compare(
  store: Store,
  written: readonly ChangesetDraft[],
  questions: readonly Question[],
): Promise<void> {
  const reference = new ReferenceStore(ontology);
  for (const draft of written) {
    const outcome = await outcomeOf(() => store.apply(draft));
    expect(outcome).toStrictEqual(await outcomeOf(() => reference.apply(draft)));
  }
  expect(await store.version()).toBe(await reference.version());
  const places = await placesIn(reference);
  const answers = await Promise.all(questions.map((each) => outcomeOf(() => ask(store, each, places))));
  for (const [index, each] of questions.entries()) {
    const expected = await outcomeOf(() => ask(reference, each, places));
    expect(answers[index], JSON.stringify(each)).toStrictEqual(expected);
  }
}
