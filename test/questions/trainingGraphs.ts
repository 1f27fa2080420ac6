import fc from 'fast-check';
import type { Operation } from '../../src/store/changeset.js';
import { entity, fact, link, source } from '../helpers/graph.js';

/*
 * Random small graphs of trainings: dense enough for circles and for several ways to the same person.
 */

export const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `doctor/${name}`);
export const TECHNIQUES = ['technique/a', 'technique/b', 'technique/c'];
export const SOURCES = ['source/paper', 'source/web'];

/** Sure and unsure, open and yearless, and none at all. */
export const TIMES = [
  undefined,
  '2001',
  '2003',
  '2005-06',
  '2005~',
  '2007',
  '2003-12-31',
  '2003-12-31/2004',
  '2001/2004',
  '2004/..',
  '../2003',
  '2006/',
  'XXXX-05',
];

/** Technique b is narrower than a; c stands alone. */
export const BEINGS: readonly Operation[] = [
  ...SOURCES.map((key) => source(key)),
  ...PEOPLE.map((key) => entity(key)),
  ...TECHNIQUES.map((key) =>
    entity(key, [key], key === 'technique/b' ? { relations: [link('BROADER', 'technique/a')] } : {}),
  ),
];

const people = fc.subarray(PEOPLE, { minLength: 1, maxLength: 2 });

const training = fc.record({
  trainers: people,
  trainees: people,
  group: fc.option(fc.constant('a class of nurses'), { freq: 5, nil: undefined }),
  technique: fc.option(fc.constantFrom(...TECHNIQUES), { nil: undefined }),
  time: fc.constantFrom(...TIMES),
  source: fc.constantFrom(...SOURCES),
  negated: fc.constantFrom(false, false, false, true),
});

/** The operations that write one. */
export const trainingGraphs: fc.Arbitrary<readonly Operation[]> = fc
  .array(training, { minLength: 3, maxLength: 18 })
  .map((trainings) => [
    ...BEINGS,
    ...trainings.map(({ trainers, trainees, group, technique, time, source: said, negated }, index) =>
      fact(
        `training/n${String(index).padStart(2, '0')}`,
        [
          ...trainers.map((key) => `TRAINER=${key}`),
          ...trainees.map((key) => `TRAINEE=${key}`),
          ...(group === undefined ? [] : [`TRAINEE="${group}"`]),
          ...(technique === undefined ? [] : [`TECHNIQUE=${technique}`]),
        ],
        { negated, citations: [{ source: said, paragraph: 1 }], ...(time === undefined ? {} : { time }) },
      ),
    ),
  ]);
