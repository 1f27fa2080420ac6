import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import { countriesOf, openView, PLACE_SIDE, TRAINER_SIDE, trainings } from '../../src/traversals/index.js';
import type { TrainingsQuestion } from '../../src/traversals/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { draftOf, entity, fact, link, source } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { answers, placeCountries, trainerCountries } from './trainingsOracle.js';
import type { World } from './trainingsOracle.js';

const DOCTORS = ['doctor/a', 'doctor/b', 'doctor/c'];
const HOSPITALS = ['hospital/a', 'hospital/b', 'hospital/c'];
const COUNTRIES = ['country/a', 'country/b'];
const TECHNIQUES = ['technique/a', 'technique/b', 'technique/c', 'technique/d'];
const PROGRAMMES = ['programme/a', 'programme/b'];
const TIMES = [undefined, '2018', '2019-05', '2020~', '2018/2019', '2019/..', '../2018', '2020/'];

const some = (keys: readonly string[]) => fc.subarray([...keys], { minLength: 1, maxLength: 2 });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 1 });
const play = (role: string, keys: readonly string[] | undefined) =>
  (keys ?? []).map((key) => `${role}=${key}`);

/** Hospitals that may lie in a country, techniques in a hierarchy that may go in circles. */
const entities = fc
  .tuple(
    fc.tuple(...HOSPITALS.map(() => maybe(fc.constantFrom(...COUNTRIES)))),
    fc.tuple(
      ...TECHNIQUES.map((key) =>
        fc.subarray(
          TECHNIQUES.filter((other) => other !== key),
          { maxLength: 2 },
        ),
      ),
    ),
  )
  .map(([countries, broader]): Operation[] => [
    source(),
    ...[...DOCTORS, ...COUNTRIES, ...PROGRAMMES].map((key) => entity(key)),
    ...HOSPITALS.map((key, index) => {
      const country = countries[index];
      return entity(key, [key], { relations: country === undefined ? [] : [link('LOCATED_IN', country)] });
    }),
    ...TECHNIQUES.map((key, index) =>
      entity(key, [key], { relations: (broader[index] ?? []).map((to) => link('BROADER', to)) }),
    ),
  ]);

const affiliation = fc.record({
  member: fc.constantFrom(...DOCTORS),
  at: maybe(fc.constantFrom(...HOSPITALS)),
  country: fc.constantFrom(...COUNTRIES),
  time: fc.constantFrom(...TIMES),
  negated: fc.boolean(),
});

const training = fc.record({
  trainers: some([...DOCTORS, ...HOSPITALS]),
  trainees: maybe(some([...DOCTORS, ...HOSPITALS])),
  techniques: maybe(some(TECHNIQUES)),
  at: maybe(fc.constantFrom(...HOSPITALS)),
  under: maybe(fc.constantFrom(...PROGRAMMES)),
  from: maybe(some([...COUNTRIES, ...HOSPITALS])),
  country: maybe(fc.constantFrom(...COUNTRIES)),
  time: fc.constantFrom(...TIMES),
});

const facts = fc
  .tuple(fc.array(affiliation, { maxLength: 6 }), fc.array(training, { minLength: 1, maxLength: 12 }))
  .map(([affiliations, lessons]): Operation[] => [
    ...affiliations.map(({ member, at, country, time, negated }, index) =>
      fact(`affiliation/n${index}`, [`MEMBER=${member}`, at === undefined ? `IN=${country}` : `AT=${at}`], {
        negated,
        ...(time === undefined ? {} : { time }),
      }),
    ),
    ...lessons.map(({ trainers, trainees, techniques, at, under, from, country, time }, index) =>
      fact(
        `training/n${index}`,
        [
          ...play('TRAINER', trainers),
          ...play('TRAINEE', trainees),
          ...play('TECHNIQUE', techniques),
          ...play('AT', at === undefined ? [] : [at]),
          ...play('UNDER', under === undefined ? [] : [under]),
          ...play('FROM', from),
          ...play('IN', country === undefined ? [] : [country]),
        ],
        time === undefined ? {} : { time },
      ),
    ),
  ]);

/** One or two conditions at a time, so that most questions have answers. */
const CONDITIONS = {
  trainers: some([...DOCTORS, ...HOSPITALS]),
  trainees: some([...DOCTORS, ...HOSPITALS]),
  techniques: some(TECHNIQUES),
  institutions: some(HOSPITALS),
  places: some(HOSPITALS),
  programmes: some(PROGRAMMES),
  trainerCountries: fc.constantFrom(...COUNTRIES).map((country) => [country]),
  placeCountries: fc.constantFrom(...COUNTRIES).map((country) => [country]),
};

const question: fc.Arbitrary<TrainingsQuestion> = fc
  .tuple(
    fc.record(CONDITIONS),
    fc.constantFrom(...(Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[])),
    fc.option(fc.constantFrom(...(Object.keys(CONDITIONS) as (keyof typeof CONDITIONS)[]))),
    fc.boolean(),
  )
  .map(([all, one, other, narrower]) => ({
    narrower,
    filter: {},
    [one]: all[one],
    ...(other === null ? {} : { [other]: all[other] }),
  }));

async function worldOf(operations: readonly Operation[]): Promise<{ store: ReferenceStore; world: World }> {
  const store = new ReferenceStore(ontology);
  await store.apply(draftOf(operations));
  const page = { limit: 1_000, order: 'KEY', descending: false } as const;
  const [found, all] = [await store.findEntities({}, page), await store.findFacts({}, page)];
  return {
    store,
    world: { entities: found.items.map(({ item }) => item), facts: all.items.map(({ item }) => item) },
  };
}

describe('trainings', () => {
  it('answers as looking at every training by itself does, in pages of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        entities,
        facts,
        question,
        fc.integer({ min: 1, max: 5 }),
        async (beings, happenings, asked, size) => {
          const { store, world } = await worldOf([...beings, ...happenings]);
          const answer = await trainings(await openView(store), asked);
          const expected = world.facts.filter((each) => answers(world, each, asked)).map(({ key }) => key);
          const keys: string[] = [];
          let after: string | undefined;
          for (;;) {
            const slice = await answer.page({
              limit: size,
              order: 'KEY',
              descending: false,
              ...(after === undefined ? {} : { after }),
            });
            keys.push(...slice.items.map(({ item }) => item.key));
            after = slice.items.at(-1)?.orderKey;
            if (!slice.hasMore) break;
          }
          expect(keys).toEqual(expected);
          expect(await answer.count()).toBe(expected.length);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('names the countries of each side', async () => {
    await fc.assert(
      fc.asyncProperty(entities, facts, async (beings, happenings) => {
        const { store, world } = await worldOf([...beings, ...happenings]);
        const lessons = world.facts.filter(({ kind }) => kind === 'Training');
        for (const [side, oracle] of [
          [TRAINER_SIDE, trainerCountries],
          [PLACE_SIDE, placeCountries],
        ] as const) {
          const found = await countriesOf(await openView(store), lessons, side);
          lessons.forEach((lesson, index) => {
            const countries = new Set(found[index]?.map(({ key }) => key));
            expect(countries).toEqual(new Set(oracle(world, lesson)));
          });
        }
      }),
      { numRuns: 300 },
    );
  });
});
