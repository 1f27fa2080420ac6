import fc from 'fast-check';
import type { FactContent } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import { entity, fact, link, source } from '../helpers/graph.js';

/*
 * Random small graphs of cooperation: facts of every kind that has sides, stated, to be inferred from where institutions
 * lie or from posts, and not to be known at all.
 */

export const COUNTRIES = ['country/a', 'country/b', 'country/c'];
export const HOSPITALS = ['hospital/a', 'hospital/b', 'hospital/c', 'hospital/d'];
export const ORGANISATIONS = ['organisation/a', 'organisation/b'];
export const TECHNIQUES = ['technique/a', 'technique/b', 'technique/c', 'technique/d'];
const PEOPLE = ['doctor/a', 'doctor/b', 'doctor/c', 'person/d', 'person/e'];
const ACTORS = [...PEOPLE, ...HOSPITALS, ...ORGANISATIONS];
const INSTITUTIONS = [...HOSPITALS, ...ORGANISATIONS];
const SENDERS = [...INSTITUTIONS, ...COUNTRIES];
const ANYBODY = [...ACTORS, ...COUNTRIES];

/** Some share a publisher, so that they count as one. */
export const SOURCES = ['source/a', 'source/b', 'source/c', 'source/paper'];

const TIMES = [
  undefined,
  '2001',
  '2003',
  '2005-06',
  '2005~',
  '2003-12-30',
  '2003-12-31',
  '2003-12-31/2004',
  '2001/2004',
  '2004/..',
  '../2003',
  '2006/',
  '/2004',
  'XXXX-05',
];

/** The kinds with sides: each role with its players, how many at most, and whether groups may play it. */
const ROLES: Readonly<Record<string, readonly (readonly [string, readonly string[], number, boolean])[]>> = {
  training: [
    ['TRAINER', ACTORS, 2, true],
    ['TRAINEE', ACTORS, 2, true],
    ['AT', INSTITUTIONS, 1, false],
    ['FROM', SENDERS, 1, false],
    ['IN', COUNTRIES, 1, false],
  ],
  transfer: [
    ['PROVIDER', ANYBODY, 1, true],
    ['RECIPIENT', ANYBODY, 2, true],
    ['AT', INSTITUTIONS, 1, false],
    ['FROM', SENDERS, 1, false],
    ['IN', COUNTRIES, 1, false],
    ['REPORTER', ACTORS, 1, false],
  ],
  visit: [
    ['VISITOR', ACTORS, 2, true],
    ['HOST', ANYBODY, 1, true],
    ['INVITER', ANYBODY, 1, false],
    ['AT', INSTITUTIONS, 1, false],
    ['FROM', SENDERS, 1, false],
    ['IN', COUNTRIES, 1, false],
  ],
  consultation: [
    ['CONSULTANT', ACTORS, 1, true],
    ['RECIPIENT', ANYBODY, 1, true],
    ['AT', INSTITUTIONS, 1, false],
    ['FROM', SENDERS, 1, false],
  ],
  posting: [
    ['POSTED', PEOPLE, 2, true],
    ['FROM', SENDERS, 1, false],
    ['AT', INSTITUTIONS, 1, false],
    ['INVITER', SENDERS, 1, false],
    ['IN', COUNTRIES, 1, false],
  ],
  procedure: [
    ['OPERATOR', ACTORS, 2, true],
    ['ASSISTANT', ACTORS, 1, true],
    ['PATIENT', [], 0, true],
    ['AT', INSTITUTIONS, 1, false],
    ['FROM', SENDERS, 1, false],
    ['IN', COUNTRIES, 1, false],
  ],
  cooperation: [
    ['PARTY', ANYBODY, 3, true],
    ['FROM', SENDERS, 2, false],
    ['AT', INSTITUTIONS, 1, false],
    ['IN', COUNTRIES, 1, false],
  ],
  adoption: [
    ['ADOPTER', ANYBODY, 2, true],
    ['HELPER', ANYBODY, 1, true],
    ['AT', INSTITUTIONS, 1, false],
    ['IN', COUNTRIES, 1, false],
  ],
};

/** The one of the required roles that is filled where nobody plays any. */
const NEEDED: Readonly<Record<string, string>> = {
  training: 'TRAINEE="a class"',
  transfer: 'RECIPIENT="some nurses"',
  visit: 'VISITOR="a delegation"',
  consultation: 'RECIPIENT="colleagues"',
  posting: 'POSTED="some"',
  procedure: 'PATIENT="a patient"',
  cooperation: 'PARTY="others"',
  adoption: 'ADOPTER="hospitals"',
};

const KINDS = Object.keys(ROLES);

interface Happening {
  kind: string;
  players: string[];
  rest: Partial<FactContent>;
}

const rest = fc
  .record({
    time: fc.constantFrom(...TIMES),
    sources: fc.subarray(SOURCES, { minLength: 1, maxLength: 2 }),
    negated: fc.constantFrom(false, false, false, true),
  })
  .map(({ time, sources, negated }): Partial<FactContent> => ({
    negated,
    citations: sources.map((key) => ({ source: key, paragraph: 1 })),
    ...(time === undefined ? {} : { time }),
  }));

/** Facts of one of these kinds. */
function happening(kinds: readonly string[]): fc.Arbitrary<Happening> {
  return fc.constantFrom(...kinds).chain((kind) => {
    const roles = (ROLES[kind] ?? []).map(([role, players, most, groups]) =>
      fc
        .tuple(
          // Most roles are empty most of the time, so that sides are often unknown.
          fc.oneof(fc.constant([]), fc.subarray([...players], { maxLength: most })),
          groups ? fc.constantFrom(false, false, true) : fc.constant(false),
        )
        .map(([keys, group]) => [
          ...keys.map((key) => `${role}=${key}`),
          ...(group ? [`${role}="some of ${kind}"`] : []),
        ]),
    );
    const techniques = fc.subarray(TECHNIQUES, { maxLength: 2 });
    return fc
      .record({ players: fc.tuple(...roles), techniques, rest })
      .map(({ players, techniques, rest }) => {
        const all = players.flat();
        const needed = NEEDED[kind] ?? '';
        const mustBe = needed.split('=')[0] ?? '';
        const isThere = all.some((player) => player.startsWith(`${mustBe}=`));
        return {
          kind,
          players: [
            ...all,
            ...(isThere ? [] : [needed]),
            ...(kind === 'posting' && !all.some((player) => /^(AT|IN|FROM)=/.test(player))
              ? ['IN=country/a']
              : []),
            ...techniques.map((key) => `TECHNIQUE=${key}`),
          ],
          rest,
        };
      });
  });
}

const post = fc.record({
  member: fc.constantFrom(...PEOPLE),
  at: fc.option(fc.constantFrom(...INSTITUTIONS), { nil: undefined, freq: 4 }),
  country: fc.option(fc.constantFrom(...COUNTRIES), { nil: undefined }),
  rest,
});

const located = fc.tuple(
  ...INSTITUTIONS.map(() => fc.option(fc.constantFrom(...COUNTRIES), { nil: undefined, freq: 3 })),
);

/** Technique b and c are narrower than a, and d than c. */
const BROADER: Readonly<Record<string, string>> = {
  'technique/b': 'technique/a',
  'technique/c': 'technique/a',
  'technique/d': 'technique/c',
};

/** The techniques that are the technique or narrower. */
export const NARROWER: Readonly<Record<string, readonly string[]>> = {
  'technique/a': TECHNIQUES,
  'technique/b': ['technique/b'],
  'technique/c': ['technique/c', 'technique/d'],
  'technique/d': ['technique/d'],
};

/** The operations that write a graph with facts of these kinds (their prefixes); all kinds with sides where left out. */
export function sideGraphs(kinds: readonly string[] = KINDS): fc.Arbitrary<readonly Operation[]> {
  return fc
    .record({
      located,
      posts: fc.array(post, { maxLength: 6 }),
      happenings: fc.array(happening(kinds), { minLength: 3, maxLength: 16 }),
    })
    .map(({ located, posts, happenings }) => [
      ...SOURCES.map((key) => source(key, key < 'source/c' ? { publisher: 'The Press' } : {})),
      ...[...COUNTRIES, ...PEOPLE].map((key) => entity(key)),
      ...INSTITUTIONS.map((key, index) => {
        const country = located[index];
        return entity(key, [key], country === undefined ? {} : { relations: [link('LOCATED_IN', country)] });
      }),
      ...TECHNIQUES.map((key) => {
        const broader = BROADER[key];
        return entity(key, [key], broader === undefined ? {} : { relations: [link('BROADER', broader)] });
      }),
      ...posts.map(({ member, at, country, rest }, index) =>
        fact(
          `affiliation/n${index}`,
          [
            `MEMBER=${member}`,
            ...(at === undefined ? [] : [`AT=${at}`]),
            ...(country === undefined && at !== undefined ? [] : [`IN=${country ?? 'country/a'}`]),
          ],
          rest,
        ),
      ),
      ...happenings.map(({ kind, players, rest }, index) =>
        fact(`${kind}/n${String(index).padStart(2, '0')}`, players, rest),
      ),
    ]);
}
