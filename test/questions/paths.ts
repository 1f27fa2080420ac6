import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/ontology/index.js';
import { factsOfHop, openView, paths } from '../../src/traversals/index.js';
import type { Paths, PathsQuestion } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { INDEPENDENT_AS, MEETING, meetingGraphs } from './meetingGraphs.js';
import { MeetingOracle, countedFacts, joining } from './pathsOracle.js';

const perhaps = <Value>(values: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });

const sources = fc.subarray(Object.keys(INDEPENDENT_AS), { minLength: 1, maxLength: 3 });
const period = fc.constantFrom('2003', '2001/2004', '2005-06', '../2003', '2006/..').map(parsePeriod);

type Narrowing = Pick<PathsQuestion, 'kinds' | 'withoutKinds' | 'filter'> & { withoutSources?: string[] };

/**
 * Which facts count. Mostly all that are affirmed, for a question with every narrowing at once would have no answer; and
 * not of every sort with every other, for each sort of question is planned anew by a server.
 */
const narrowing: fc.Arbitrary<Narrowing> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ filter: { negated: false } }) },
  fc.constant({ filter: {} }),
  fc.constant({ kinds: ['Training', 'Visit', 'Cooperation'], filter: {} }),
  fc.constant({ kinds: [], filter: {} }),
  fc.constant({ withoutKinds: ['Cooperation'], filter: { negated: false } }),
  fc.constant({ kinds: ['Training', 'Visit'], withoutKinds: ['Visit', 'Posting'], filter: {} }),
  sources.map((cited) => ({ filter: { sources: cited } })),
  sources.map((withoutSources) => ({ filter: { negated: false }, withoutSources })),
  fc
    .tuple(sources, sources)
    .map(([cited, withoutSources]) => ({ filter: { sources: cited }, withoutSources })),
  period.map((each) => ({ filter: { time: { period: each, certainty: 'CERTAIN' as const } } })),
  period.map((each) => ({
    filter: { negated: false, time: { period: each, certainty: 'POSSIBLE' as const } },
  })),
);

const asked = fc
  .record({
    ends: fc.shuffledSubarray([...MEETING], { minLength: 2, maxLength: 2 }),
    k: fc.constantFrom(1, 2, 3, 10),
    maxHops: fc.constantFrom(1, 2, 3, 4, 5, 8),
    hubPenalty: fc.constantFrom(0, 0, 1, 2, 3, 10),
    withoutEntities: perhaps(fc.subarray([...MEETING], { maxLength: 3 })),
    withoutEntityKinds: perhaps(fc.subarray(['Country', 'Hospital', 'Programme', 'Technique'])),
    narrowing,
    limits: fc.record({
      facts: fc.constantFrom(100_000, 100_000, 100_000, 40, 15, 6),
      busy: fc.constantFrom(200, 2, 0),
    }),
  })
  .map(({ ends, narrowing: { withoutSources = [], ...narrowed }, limits, ...rest }) => {
    const [from = '', to = ''] = ends;
    const { withoutEntities, withoutEntityKinds, ...numbers } = rest;
    const excluded = withoutEntities?.filter((key) => !ends.includes(key));
    const question: PathsQuestion = {
      ...{ from, to },
      ...numbers,
      ...narrowed,
      ...(excluded === undefined ? {} : { withoutEntities: excluded }),
      ...(withoutEntityKinds === undefined ? {} : { withoutEntityKinds }),
    };
    return { question, withoutSources, limits };
  });

/** In a crowded graph there are millions of long paths, more than an oracle can walk. */
const CROWDED = 12;
const HOPS_OF_CROWDED = 5;

/** Paths are what walking every simple path finds. */
export function pathsProperties(subject: Subject, total: number): void {
  describe('paths', () => {
    it(
      'are the best of all simple paths, and what ended the search is so',
      async () => {
        await holds(subject, total, { graphs: meetingGraphs, questions: asked }, async (world, ask) => {
          const crowded = world.facts.filter(({ key }) => !key.startsWith('training/class')).length > CROWDED;
          const maxHops = crowded ? Math.min(ask.question.maxHops, HOPS_OF_CROWDED) : ask.question.maxHops;
          const about = { ...ask.question, maxHops };
          const view = await openView(world.view.store, { withoutSources: ask.withoutSources });
          const facts = countedFacts(world.facts, about, ask.withoutSources);
          const oracle = new MeetingOracle(facts, about);

          const answer = await paths(view, about, ask.limits);
          expect(shown(answer)).toEqual(oracle.paths(answer.completeTo).slice(0, about.k));
          expectHonestEnd(answer, about, oracle, ask.limits.facts);
          for (const hop of answer.paths[0]?.hops ?? []) {
            const page = { limit: 100, order: 'TIME', descending: false } as const;
            const [slice] = await view.factsOf([[hop.from]], undefined, factsOfHop(answer, hop), page);
            const keys = slice?.items.map(({ item }) => item.key).sort();
            expect(keys).toEqual(joining(facts, hop.from, hop.to).map(({ key }) => key));
          }
        });
      },
      CASES_TIMEOUT,
    );
  });
}

function shown({ paths: found }: Paths) {
  return found.map(({ length, cost, weakestEvidence, stops, hops }) => {
    expect(hops).toHaveLength(length);
    expect(hops.map(({ from }) => from)).toEqual(stops.slice(0, -1).map(({ key }) => key));
    expect(hops.map(({ to }) => to)).toEqual(stops.slice(1).map(({ key }) => key));
    return {
      cost,
      weakestEvidence,
      keys: stops.map(({ key }) => key),
      penalties: stops.map(({ penalty }) => penalty),
      independentSources: hops.map(({ independentSources }) => independentSources),
    };
  });
}

function expectHonestEnd(
  { paths: found, reason, cut, completeTo }: Paths,
  { from, to, k, maxHops }: PathsQuestion,
  oracle: MeetingOracle,
  facts: number,
): void {
  if (cut?.bound === 'FACTS_READ') {
    expect(cut.maximum).toBe(facts);
    expect(facts).toBeLessThan(100_000);
    expect(completeTo).toBeLessThan(maxHops);
    expect(reason).toBe('BOUND_REACHED');
    return;
  }
  expect(completeTo).toBe(maxHops);
  if (found.length === k) {
    expect([reason, cut]).toEqual([null, null]);
  } else if (reason === 'EXHAUSTED') {
    expect(cut).toBeNull();
    expect(oracle.hasLonger(maxHops)).toBe(false);
  } else {
    expect(reason).toBe('BOUND_REACHED');
    expect(cut).toEqual({ bound: 'DEPTH', maximum: maxHops });
    const isReadWhole = oracle.reachOf(from, to) + oracle.reachOf(to, from) + 1 < maxHops;
    if (isReadWhole) expect(oracle.hasLonger(maxHops)).toBe(true);
  }
}
