import fc from 'fast-check';
import type { Operation } from '../../src/store/changeset.js';
import { entity, fact, link, source } from '../helpers/graph.js';

/*
 * Random small graphs in which sources contradict one another: few people, posts and figures, of which much is said.
 */

export const PEOPLE = ['doctor/a', 'doctor/b', 'person/c'];
export const HOSPITALS = ['hospital/a', 'hospital/b', 'hospital/c'];
export const SOURCES = ['source/paper', 'source/web'];

/**
 * The times, each with the first and last day for which something is denied that is denied for it; null where the
 * dates leave none that is sure. An empty text stands for no limit.
 */
export const DENIED_DAYS: Readonly<Record<string, readonly [string, string] | null>> = {
  '2001': ['2001-01-01', '2001-12-31'],
  '2003': ['2003-01-01', '2003-12-31'],
  '2003-05': ['2003-05-01', '2003-05-31'],
  '2003-12-31': ['2003-12-31', '2003-12-31'],
  '2003~': null,
  '2001/2004': ['2001-01-01', '2004-12-31'],
  '2001?/2005?': ['2002-12-31', '2004-01-01'],
  '2003/..': ['2003-01-01', ''],
  '../2003': ['', '2003-12-31'],
  '2003/': ['2003-01-01', '2003-01-01'],
  '/2003': ['2003-12-31', '2003-12-31'],
  'XXXX-05': null,
  'XXXX-05-07': null,
  'XXXX-06': null,
  XXXX: null,
  '../..': ['', ''],
  '/..': null,
};

const TIMES = Object.keys(DENIED_DAYS);
const anyTime = fc.option(fc.constantFrom(...TIMES, ...['2003', '2003', '2003', '2001/2004', '2001/2004']), {
  freq: 5,
  nil: undefined,
});

/** Hospital c lies nowhere that is known. */
export const BEINGS: readonly Operation[] = [
  ...SOURCES.map((key) => source(key)),
  ...['country/a', 'country/b'].map((key) => entity(key)),
  ...PEOPLE.map((key) => entity(key)),
  entity('hospital/a', ['A'], { relations: [link('LOCATED_IN', 'country/a')] }),
  entity('hospital/b', ['B'], { relations: [link('LOCATED_IN', 'country/b')] }),
  entity('hospital/c'),
  entity('technique/a'),
];

interface Sketch {
  kind: string;
  players: string[];
  properties?: Record<string, string>;
  quantity?: { text: string; min?: number; max?: number; unit?: string };
}

const people = fc.oneof(
  fc.constantFrom(...PEOPLE).map((key) => [key]),
  fc.subarray(PEOPLE, { minLength: 2, maxLength: 2 }),
);
const hospital = fc.constantFrom(...HOSPITALS);
const group = fc.constantFrom('some nurses', 'Some Nurses', 'others');
const optional = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { freq: 2, nil: undefined });
const seldom = <Value>(values: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });
const played = (role: string, keys: readonly (string | undefined)[]) =>
  keys.flatMap((key) => (key === undefined ? [] : [`${role}=${key}`]));

const training: fc.Arbitrary<Sketch> = fc
  .record({
    trainers: people,
    trainee: optional(fc.constantFrom(...PEOPLE)),
    group: seldom(group),
    technique: optional(fc.constant('technique/a')),
    form: optional(fc.constantFrom('COURSE', 'LECTURE')),
  })
  .map(({ trainers, trainee, group, technique, form }) => ({
    kind: 'training',
    players: [
      ...played('TRAINER', trainers),
      ...played('TRAINEE', [trainee, group === undefined ? undefined : `"${group}"`]),
      ...played('TECHNIQUE', [technique]),
    ],
    ...(form === undefined ? {} : { properties: { form } }),
  }));

const affiliation: fc.Arbitrary<Sketch> = fc
  .record({
    members: people,
    place: hospital,
    country: seldom(fc.constantFrom('country/a', 'country/b')),
    post: optional(fc.constantFrom('Director', 'director', 'Deputy Director')),
    department: seldom(fc.constant('Surgery')),
  })
  .map(({ members, place, country, post, department }) => ({
    kind: 'affiliation',
    players: [...played('MEMBER', members), `AT=${place}`, ...played('IN', [country])],
    properties: {
      ...(post === undefined ? {} : { post }),
      ...(department === undefined ? {} : { department }),
    },
  }));

/** Who heads the same house. */
const head: fc.Arbitrary<Sketch> = fc
  .tuple(
    fc.constantFrom(...PEOPLE),
    fc.constantFrom('Director', 'director'),
    fc.constantFrom('hospital/a', 'hospital/c'),
  )
  .map(([person, post, place]) => ({
    kind: 'affiliation',
    players: [`MEMBER=${person}`, `AT=${place}`],
    properties: { post },
  }));

const observation: fc.Arbitrary<Sketch> = fc
  .record({
    subject: fc.constantFrom('hospital/a', 'hospital/a', '"wards"'),
    reporter: optional(fc.constantFrom(...PEOPLE)),
    measure: optional(fc.constantFrom('beds', 'Beds')),
    unit: optional(fc.constant('beds')),
    bounds: fc.constantFrom({}, { min: 10, max: 10 }, { min: 20, max: 20 }, { min: 11 }, { max: 19 }),
  })
  .map(({ subject, reporter, measure, unit, bounds }) => ({
    kind: 'observation',
    players: [`SUBJECT=${subject}`, ...played('REPORTER', [reporter])],
    ...(measure === undefined ? {} : { properties: { measure } }),
    quantity: {
      text: 'some',
      ...bounds,
      ...(unit === undefined ? {} : { unit }),
    },
  }));

const assessment: fc.Arbitrary<Sketch> = fc.constantFrom(...PEOPLE).map((person) => ({
  kind: 'assessment',
  players: [`SUBJECT=${person}`, 'REPORTER=person/c'],
}));

const turn: fc.Arbitrary<Sketch> = fc
  .tuple(fc.constantFrom('birth', 'death'), fc.constantFrom(...PEOPLE))
  .map(([kind, person]) => ({ kind, players: [`${kind === 'birth' ? 'BORN' : 'DECEASED'}=${person}`] }));

const statement = fc.record({
  sketch: fc.oneof(
    { weight: 4, arbitrary: training },
    { weight: 4, arbitrary: affiliation },
    { weight: 3, arbitrary: head },
    { weight: 4, arbitrary: observation },
    { weight: 1, arbitrary: assessment },
    { weight: 3, arbitrary: turn },
  ),
  time: anyTime,
  source: fc.constantFrom(...SOURCES),
  negated: fc.constantFrom(false, false, false, true),
  modality: fc.constantFrom('FACTUAL', 'FACTUAL', 'FACTUAL', 'FACTUAL', 'PLANNED'),
  status: fc.constantFrom('ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'RETRACTED'),
});

/** The operations that write one. */
export const contradictionGraphs: fc.Arbitrary<readonly Operation[]> = fc
  .array(statement, { minLength: 30, maxLength: 60, size: 'max' })
  .map((statements) => [
    ...BEINGS,
    ...statements.map(({ sketch, time, source: said, negated, modality, status }, index) =>
      fact(`${sketch.kind}/n${String(index).padStart(2, '0')}`, sketch.players, {
        negated,
        modality,
        status,
        citations: [{ source: said, paragraph: 1 }],
        ...(time === undefined ? {} : { time }),
        ...(sketch.properties === undefined ? {} : { properties: sketch.properties }),
        ...(sketch.quantity === undefined ? {} : { quantity: sketch.quantity }),
      }),
    ),
  ]);
