import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Belongings, openView, search, subjectFacet } from '../../src/traversals/index.js';
import type { FacetCount } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { mixedGraphs } from './mixedGraphs.js';
import { countriesOf, techniquesOf } from './searchOracle.js';
import { SOURCES } from './trainingGraphs.js';

const maybeSome = (keys: readonly string[]) =>
  fc.option(fc.subarray([...keys], { maxLength: 2 }), { nil: undefined });

const question = fc.record({
  text: fc.constantFrom('doctor', 'hospital', 'technique', 'country', 'hospital b', 'doctor a'),
  countries: maybeSome(['country/a', 'country/b']),
  techniques: maybeSome(['technique/a', 'technique/b', 'technique/c']),
  narrower: fc.boolean(),
  without: fc.subarray(SOURCES, { maxLength: 2 }),
});

/** What hits are left, and where they belong, is what asking every fact finds. */
export function searchProperties(subject: Subject, total: number): void {
  describe('search', () => {
    it(
      'keeps to countries and techniques, and counts to which its hits belong',
      async () => {
        await holds(subject, total, { graphs: mixedGraphs, questions: question }, async (world, asked) => {
          const { text, countries, techniques, narrower, without } = asked;
          const view = await openView(subject.store, { withoutSources: without });
          const belongings = new Belongings(view, narrower);
          const all = await search(view, { text });
          const inCountries = (key: string) => countriesOf(world, key, without);
          const inTechniques = (key: string) => techniquesOf(world, key, { without, narrower });
          const isMeant = (keys: readonly string[], meant: readonly string[] | undefined) =>
            meant === undefined || meant.some((key) => keys.includes(key));
          const expected = all.hits.filter(
            ({ key }) => isMeant(inCountries(key), countries) && isMeant(inTechniques(key), techniques),
          );

          const filter = {
            ...(countries === undefined ? {} : { countries }),
            ...(techniques === undefined ? {} : { techniques }),
          };
          const { hits, cut } = await search(view, { text, ...filter }, belongings);
          expect({ hits, cut }).toEqual({ hits: expected, cut: null });
          const keys = hits.map(({ key }) => key);
          expect(await subjectFacet(hits, belongings, 'Country')).toEqual(counted(keys.map(inCountries)));
          expect(await subjectFacet(hits, belongings, 'Technique')).toEqual(counted(keys.map(inTechniques)));
        });
      },
      CASES_TIMEOUT,
    );
  });
}

function counted(lists: readonly (readonly string[])[]): FacetCount[] {
  const values = [...new Set(lists.flat())].sort();
  return values
    .map((value) => ({ value, count: lists.filter((list) => list.includes(value)).length }))
    .sort((a, b) => b.count - a.count);
}
