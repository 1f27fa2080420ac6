import { expect, it } from 'vitest';
import { entitiesOf, spellingCases } from '../../bench/names/cases.js';
import { Random } from '../../scripts/largeExample/random.js';
import type { Operation } from '../../src/store/changeset.js';
import { openView, search, searchFacts, searchSources } from '../../src/traversals/index.js';
import type { View } from '../../src/traversals/index.js';
import { draftOf, fact, source } from '../helpers/graph.js';
import { describeNeo4j } from '../helpers/neo4j.js';
import { newDatabase, newFile } from '../helpers/stores.js';

const MISSPELLINGS = 2_000;
const [FACTS, SOURCES] = [900, 600];
const AT_ONCE = 10;

describeNeo4j('search', () => {
  it('has the same hits in the same order on both stores, however they are misspelt', async () => {
    const cases = await spellingCases();
    const places = [await newFile(), await newDatabase()];
    try {
      const texts = cases.flatMap(({ queries }) => queries.map(({ text }) => text));
      const random = new Random(7);
      const spoken = [...sourcesAbout(texts, random), ...factsAbout(texts, entitiesOf(cases), random)];
      const views: View[] = [];
      for (const place of places) {
        const store = await place.open();
        await store.apply(draftOf([...entitiesOf(cases), ...spoken]));
        views.push(await openView(store));
      }
      let found = 0;
      for (let count = 0; count < MISSPELLINGS; count += AT_ONCE) {
        const some = Array.from({ length: AT_ONCE }, () =>
          misspelt(texts[random.below(texts.length)] ?? '', random).slice(0, 200),
        );
        await Promise.all(
          some.map(async (text, place) => {
            if (text.trim() === '') return;
            const filter = { statuses: ['ACCEPTED' as const], negated: false };
            const [one, other] = await Promise.all(
              views.map(async (view) => ({
                entities: await search(view, { text }),
                // Names are what people misspell; of the texts every other one will do.
                ...(place % 2 === 0
                  ? {
                      facts: await searchFacts(view, { text, narrower: true, filter }),
                      sources: await searchSources(view, text),
                    }
                  : {}),
              })),
            );
            expect(other, text).toEqual(one);
            if ((one?.facts?.hits.length ?? 0) > 0 && (one?.sources?.hits.length ?? 0) > 0) found++;
          }),
        );
      }
      expect(found).toBeGreaterThan(MISSPELLINGS / 8);
    } finally {
      for (const place of places) await place.remove();
    }
  }, 400_000);
});

const PHRASES = ['The team of', 'trains', 'in a course at', 'doctors from', 'and'];

/** Some of the texts with something between them. */
function wording(texts: readonly string[], random: Random): string {
  const parts = Array.from({ length: 1 + random.below(3) }, () => [
    PHRASES[random.below(PHRASES.length)] ?? '',
    (texts[random.below(texts.length)] ?? '').normalize('NFC'),
  ]);
  return parts.flat().join(' ').trim();
}

function sourcesAbout(texts: readonly string[], random: Random): Operation[] {
  const titled = Array.from({ length: SOURCES }, (_, index) =>
    source(`source/s${index}`, {
      title: wording(texts, random),
      ...(index % 3 === 0
        ? { authors: [(texts[random.below(texts.length)] ?? '').normalize('NFC').trim()] }
        : {}),
    }),
  );
  return [source(), ...titled];
}

function factsAbout(texts: readonly string[], entities: readonly Operation[], random: Random): Operation[] {
  const doctors = entities.flatMap((operation) =>
    operation.op === 'putEntity' && operation.entity.kind === 'Doctor' ? operation.entity.key : [],
  );
  return Array.from({ length: FACTS }, (_, index) =>
    fact(`training/t${index}`, [`TRAINER=${doctors[random.below(doctors.length)] ?? ''}`, 'TRAINEE="some"'], {
      statement: wording(texts, random),
      negated: index % 17 === 0,
      status: index % 13 === 0 ? 'PROPOSED' : 'ACCEPTED',
      ...(index % 5 === 0 ? {} : { time: String(1990 + random.below(30)) }),
    }),
  );
}

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
