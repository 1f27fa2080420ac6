import fc from 'fast-check';
import type { Operation } from '../../src/store/changeset.js';
import { entity, fact, link, source } from '../helpers/graph.js';
import { SOURCES, TIMES } from './trainingGraphs.js';

/*
 * Random small graphs of several kinds: dense enough that most entities share facts with most, some of them several.
 */

const DOCTORS = ['doctor/a', 'doctor/b', 'doctor/c', 'doctor/d', 'doctor/e'];
const HOSPITALS = ['hospital/a', 'hospital/b', 'hospital/c', 'hospital/d'];
const TECHNIQUES = ['technique/a', 'technique/b', 'technique/c', 'technique/d'];
const COUNTRIES = ['country/a', 'country/b'];

export const ENTITIES = [...DOCTORS, ...HOSPITALS, ...TECHNIQUES, ...COUNTRIES];
export const ENTITY_KINDS = ['Doctor', 'Hospital', 'Technique', 'Country'];
export const FACT_KINDS = ['Training', 'Affiliation', 'Cooperation', 'Transfer'];

const cited = fc.subarray(SOURCES);

const basis = cited.map((sources) => sources.map((key) => ({ source: key, paragraph: 2 })));

/** Each hospital and technique with a relation or two, each by a source or by an editor. */
const beings: fc.Arbitrary<readonly Operation[]> = fc
  .record({
    locations: fc.array(fc.option(fc.constantFrom(...COUNTRIES), { nil: undefined }), {
      minLength: HOSPITALS.length,
      maxLength: HOSPITALS.length,
    }),
    wholes: fc.array(fc.boolean(), { minLength: HOSPITALS.length, maxLength: HOSPITALS.length }),
    broader: fc.array(fc.subarray(TECHNIQUES), {
      minLength: TECHNIQUES.length,
      maxLength: TECHNIQUES.length,
    }),
    bases: fc.array(basis, { minLength: 4, maxLength: 4 }),
  })
  .map(({ locations, wholes, broader, bases }) => {
    const stated = (relation: string, to: string, place: number) => {
      const citations = bases[place % bases.length] ?? [];
      return citations.length === 0 ? link(relation, to) : { relation, to, citations };
    };
    return [
      ...SOURCES.map((key) => source(key)),
      ...COUNTRIES.map((key) => entity(key)),
      ...TECHNIQUES.map((key, place) => {
        // Only to those before it, for techniques make no circles.
        const relations = (broader[place] ?? [])
          .filter((to) => to < key)
          .map((to, index) => stated('BROADER', to, place + index));
        return entity(key, [key], { relations });
      }),
      ...HOSPITALS.map((key, place) => {
        const country = locations[place];
        const whole = wholes[place] === true ? HOSPITALS[place - 1] : undefined;
        const relations = [
          ...(whole === undefined ? [] : [stated('PART_OF', whole, place)]),
          ...(country === undefined ? [] : [stated('LOCATED_IN', country, place + 1)]),
        ];
        return entity(key, [key], { relations });
      }),
      ...DOCTORS.map((key) => entity(key)),
    ];
  });

const some = (keys: readonly string[], minLength = 1) => fc.subarray([...keys], { minLength, maxLength: 2 });
const maybe = (keys: readonly string[]) => fc.option(fc.constantFrom(...keys), { nil: undefined });

/** Who plays what, in the form of `player`. */
const players: fc.Arbitrary<{ kind: string; players: string[] }> = fc.oneof(
  fc
    .record({
      trainers: some(DOCTORS),
      trainees: some(DOCTORS, 0),
      at: maybe(HOSPITALS),
      technique: maybe(TECHNIQUES),
    })
    .map(({ trainers, trainees, at, technique }) => ({
      kind: 'training',
      players: [
        ...trainers.map((key) => `TRAINER=${key}`),
        ...trainees.map((key) => `TRAINEE=${key}`),
        ...(trainees.length === 0 ? ['TRAINEE="a class"'] : []),
        ...(technique === undefined ? [] : [`TECHNIQUE=${technique}`]),
        ...(at === undefined ? [] : [`AT=${at}`]),
      ],
    })),
  fc
    .record({
      members: some([...DOCTORS, ...HOSPITALS]),
      at: fc.constantFrom(...HOSPITALS),
      country: maybe(COUNTRIES),
    })
    .map(({ members, at, country }) => ({
      kind: 'affiliation',
      players: [
        ...members.map((key) => `MEMBER=${key}`),
        `AT=${at}`,
        ...(country === undefined ? [] : [`IN=${country}`]),
      ],
    })),
  fc
    .record({ parties: some([...HOSPITALS, ...COUNTRIES]), technique: maybe(TECHNIQUES) })
    .map(({ parties, technique }) => ({
      kind: 'cooperation',
      players: [
        ...parties.map((key) => `PARTY=${key}`),
        ...(technique === undefined ? [] : [`TECHNIQUE=${technique}`]),
      ],
    })),
  // One entity may play several roles of one fact.
  fc
    .record({
      provider: fc.constantFrom(...HOSPITALS),
      recipients: some([...HOSPITALS, ...COUNTRIES]),
      techniques: some(TECHNIQUES, 0),
    })
    .map(({ provider, recipients, techniques }) => ({
      kind: 'transfer',
      players: [
        `PROVIDER=${provider}`,
        ...recipients.map((key) => `RECIPIENT=${key}`),
        ...techniques.map((key) => `TECHNIQUE=${key}`),
      ],
    })),
);

const stated = fc.record({
  players,
  time: fc.constantFrom(...TIMES),
  sources: fc.subarray(SOURCES, { minLength: 1 }),
  status: fc.constantFrom(
    'ACCEPTED' as const,
    'ACCEPTED' as const,
    'DISPUTED' as const,
    'RETRACTED' as const,
  ),
  negated: fc.constantFrom(false, false, false, true),
});

/** The operations that write one. */
export const mixedGraphs: fc.Arbitrary<readonly Operation[]> = fc
  .tuple(beings, fc.array(stated, { minLength: 3, maxLength: 22 }))
  .map(([entities, facts]) => [
    ...entities,
    ...facts.map(({ players: { kind, players: roles }, time, sources, status, negated }, index) =>
      fact(`${kind}/n${String(index).padStart(2, '0')}`, roles, {
        status,
        negated,
        citations: sources.map((key) => ({ source: key, paragraph: 1 })),
        ...(time === undefined ? {} : { time }),
      }),
    ),
  ]);
