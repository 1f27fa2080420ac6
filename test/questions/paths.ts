import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../src/ontology/index.js';
import { factsOfHop, openView, paths } from '../../src/traversals/index.js';
import type { Paths, PathsQuestion } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { INDEPENDENT_AS, MEETING, meetingGraphs } from './meetingGraphs.js';
import { MeetingOracle, countedFacts, joining } from './pathsOracle.js';

/** Mostly nothing: a question with every narrowing at once would have no answer. */
const perhaps = <Value>(values: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: values });

const KINDS = ['Training', 'Affiliation', 'Visit', 'Cooperation'];
const sources = fc.subarray(Object.keys(INDEPENDENT_AS), { minLength: 1, maxLength: 3 });

const times = fc.record({
  period: fc.constantFrom('2003', '2001/2004', '2005-06', '../2003', '2006/..').map(parsePeriod),
  certainty: fc.constantFrom('CERTAIN' as const, 'POSSIBLE' as const),
});

const question: fc.Arbitrary<PathsQuestion> = fc
  .record({
    ends: fc.shuffledSubarray([...MEETING], { minLength: 2, maxLength: 2 }),
    k: fc.constantFrom(1, 2, 3, 10),
    maxHops: fc.constantFrom(1, 2, 3, 4, 5, 8),
    hubPenalty: fc.constantFrom(0, 0, 1, 2, 3, 10),
    withoutEntities: perhaps(fc.subarray([...MEETING], { maxLength: 3 })),
    withoutEntityKinds: perhaps(fc.subarray(['Country', 'Hospital', 'Programme', 'Technique'])),
    kinds: perhaps(fc.subarray(KINDS)),
    withoutKinds: perhaps(fc.subarray(KINDS, { maxLength: 2 })),
    negated: fc.constantFrom(false, false, undefined),
    sources: perhaps(sources),
    time: perhaps(times),
  })
  .map(({ ends: [from = '', to = ''], withoutEntities, negated, sources: cited, time, ...rest }) => ({
    ...defined(rest),
    from,
    to,
    ...defined({ withoutEntities: withoutEntities?.filter((key) => key !== from && key !== to) }),
    filter: defined({ negated, sources: cited, time }),
  }));

/** Without what is undefined. */
function defined<Given extends object>(given: Given) {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Given]: Exclude<Given[Name], undefined>;
  };
}

const asked = fc.record({
  question,
  withoutSources: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: sources }),
  limits: fc.record({ facts: fc.constantFrom(100_000, 100_000, 100_000, 40, 15, 6), busy: fc.constantFrom(200, 2, 0) }),
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
          for (const hop of answer.paths.flatMap(({ hops }) => hops)) {
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
