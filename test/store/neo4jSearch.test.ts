import { expect, it } from 'vitest';
import { entitiesOf, spellingCases } from '../../bench/names/cases.js';
import { Random } from '../../scripts/largeExample/random.js';
import { openView, search } from '../../src/traversals/index.js';
import type { View } from '../../src/traversals/index.js';
import { draftOf } from '../helpers/graph.js';
import { describeNeo4j } from '../helpers/neo4j.js';
import { newDatabase, newFile } from '../helpers/stores.js';

const MISSPELLINGS = 2_000;
const AT_ONCE = 10;

describeNeo4j('search', () => {
  it('has the same hits in the same order on both stores, however a name is misspelt', async () => {
    const cases = await spellingCases();
    const places = [await newFile(), await newDatabase()];
    try {
      const views: View[] = [];
      for (const place of places) {
        const store = await place.open();
        await store.apply(draftOf(entitiesOf(cases)));
        views.push(await openView(store));
      }
      const texts = cases.flatMap(({ queries }) => queries.map(({ text }) => text));
      const random = new Random(7);
      for (let count = 0; count < MISSPELLINGS; count += AT_ONCE) {
        const some = Array.from({ length: AT_ONCE }, () =>
          misspelt(texts[random.below(texts.length)] ?? '', random).slice(0, 200),
        );
        await Promise.all(
          some.map(async (text) => {
            if (text.trim() === '') return;
            const [one, other] = await Promise.all(views.map((view) => search(view, { text })));
            expect(other, text).toEqual(one);
          }),
        );
      }
    } finally {
      for (const place of places) await place.remove();
    }
  }, 300_000);
});

/** One to three letters replaced, dropped, put in or swapped, or the end left off. */
function misspelt(text: string, random: Random): string {
  let letters = [...text];
  for (let edits = 1 + random.below(3); edits > 0; edits--) {
    const place = random.below(letters.length + 1);
    const letter = String.fromCharCode(97 + random.below(26));
    const [before, behind] = [letters.slice(0, place), letters.slice(place)];
    const edited = [
      [...before, letter, ...behind],
      [...before, letter, ...behind.slice(1)],
      [...before, ...behind.slice(1)],
      [...before, ...behind.slice(0, 2).reverse(), ...behind.slice(2)],
      before,
    ];
    letters = edited[random.below(edited.length)] ?? letters;
  }
  return letters.join('');
}
