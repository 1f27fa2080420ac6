import fc from 'fast-check';
import type { Operation } from '../../src/store/changeset.js';
import { entity, fact, source } from '../helpers/graph.js';
import { TIMES } from './trainingGraphs.js';

/*
 * Random small graphs of facts of several kinds, in which entities of all kinds meet: from scattered ones, where much
 * cannot be reached, to crowded ones with thousands of ways between two.
 */

const BUSY = 'hospital/busy';
export const MEETING: readonly string[] = [
  ...['doctor/a', 'doctor/b', 'doctor/c', 'doctor/d', 'person/a', BUSY, 'hospital/a', 'hospital/b'],
  ...['country/a', 'country/b', 'organisation/a', 'technique/a', 'programme/a'],
];

/** Sources, and which of them count as one: those of one publisher, and those that retell others. */
export const INDEPENDENT_AS: Readonly<Record<string, string>> = {
  'source/a': 'the Times',
  'source/b': 'the Times',
  'source/c': 'a report',
  'source/d': 'a report',
  'source/e': 'a letter',
  'source/f': 'the Herald',
};

const SOURCES: readonly Operation[] = [
  source('source/a', { publisher: 'The Times' }),
  source('source/b', { publisher: 'the times' }),
  source('source/c'),
  source('source/d', { derivedFrom: ['source/c'] }),
  source('source/e'),
  source('source/f', { publisher: 'The Herald' }),
];

interface Meeting {
  kind: string;
  players: readonly string[];
}

const people = MEETING.filter((key) => /^(doctor|person)/.test(key));
const hospitals = MEETING.filter((key) => key.startsWith('hospital/'));
const countries = MEETING.filter((key) => key.startsWith('country/'));
const actors = [...people, ...hospitals, 'organisation/a'];

/** One to three of them, each in the role. */
function playing(role: string, keys: readonly string[], least = 1, most = 2): fc.Arbitrary<string[]> {
  return fc
    .subarray([...keys], { minLength: least, maxLength: most })
    .map((players) => players.map((key) => `${role}=${key}`));
}

function perhaps(role: string, keys: readonly string[]): fc.Arbitrary<string[]> {
  return fc
    .option(fc.constantFrom(...keys), { nil: undefined })
    .map((key) => (key === undefined ? [] : [`${role}=${key}`]));
}

function meeting(kind: string, ...roles: fc.Arbitrary<string[]>[]): fc.Arbitrary<Meeting> {
  return fc.tuple(...roles).map((players) => ({ kind, players: players.flat() }));
}

const meetings: fc.Arbitrary<Meeting> = fc.oneof(
  meeting(
    'training',
    playing('TRAINER', actors),
    playing('TRAINEE', actors),
    perhaps('TECHNIQUE', ['technique/a']),
    perhaps('AT', hospitals),
  ),
  meeting(
    'affiliation',
    playing('MEMBER', people, 1, 1),
    fc.constantFrom(...hospitals).map((key) => [`AT=${key}`]),
  ),
  meeting(
    'visit',
    playing('VISITOR', actors, 1, 1),
    perhaps('HOST', [...actors, ...countries]),
    perhaps('IN', countries),
  ),
  meeting(
    'cooperation',
    playing('PARTY', [...actors, ...countries], 1, 3),
    perhaps('UNDER', ['programme/a']),
  ),
  meeting(
    'cooperation',
    fc.constant([`PARTY=${BUSY}`]),
    playing('FROM', [...countries, 'organisation/a'], 1, 1),
  ),
);

const facts = fc.record({
  meeting: meetings,
  sources: fc.subarray(Object.keys(INDEPENDENT_AS), { minLength: 1, maxLength: 2 }),
  time: fc.constantFrom(...TIMES),
  negated: fc.constantFrom(false, false, false, false, true),
});

/** Meetings with a group alone, which lead nowhere and yet make somebody busy. */
const crowds = fc
  .subarray(['doctor/a', BUSY])
  .map((keys) =>
    keys.flatMap((key) => Array.from({ length: CROWDS }, () => [`TRAINER=${key}`, 'TRAINEE="a class"'])),
  );

/** With so many facts more, passing through somebody has a penalty. */
const CROWDS = 10;

const scattered = fc.array(facts, { minLength: 2, maxLength: 12, size: 'max' });
const crowded = fc.array(facts, { minLength: 12, maxLength: 40, size: 'max' });

/** The operations that write one. */
export const meetingGraphs: fc.Arbitrary<readonly Operation[]> = fc
  .tuple(fc.oneof(scattered, crowded), crowds)
  .map(([list, classes]) => [
    ...SOURCES,
    ...MEETING.map((key) => entity(key)),
    ...list.map(({ meeting: { kind, players }, sources, time, negated }, index) =>
      fact(`${kind}/n${String(index).padStart(2, '0')}`, players, {
        negated,
        citations: sources.map((each) => ({ source: each, paragraph: 1 })),
        ...(time === undefined ? {} : { time }),
      }),
    ),
    ...classes.map((players, index) =>
      fact(`training/class-${index}`, players, { citations: [{ source: 'source/e', paragraph: 1 }] }),
    ),
  ]);
