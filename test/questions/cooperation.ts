import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Pace, cooperation } from '../../src/traversals/index.js';
import type { Cooperation, CooperationQuestion, Flow } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { cooperationOracle } from './cooperationOracle.js';
import type { OracleFlow } from './cooperationOracle.js';
import { COUNTRIES, HOSPITALS, ORGANISATIONS, TECHNIQUES, sideGraphs } from './sideGraphs.js';
import { missingSources, without } from './sideOracle.js';

const KEYS = { COUNTRY: COUNTRIES, HOSPITAL: HOSPITALS, ORGANISATION: ORGANISATIONS };

const question: fc.Arbitrary<CooperationQuestion> = fc
  .constantFrom('COUNTRY' as const, 'COUNTRY' as const, 'HOSPITAL' as const, 'ORGANISATION' as const)
  .chain((between) =>
    fc.record(
      {
        between: fc.constant(between),
        keys: fc.subarray(KEYS[between]),
        kinds: fc.subarray([
          'Training',
          'Cooperation',
          'Posting',
          'Procedure',
          'Visit',
          'Transfer',
          'Consultation',
        ]),
        techniques: fc.subarray(TECHNIQUES, { minLength: 1, maxLength: 2 }),
        narrower: fc.boolean(),
        inferred: fc.constantFrom(true, true, false),
        domestic: fc.boolean(),
        filter: fc.constantFrom({ negated: false }, {}),
      },
      { requiredKeys: ['between', 'narrower', 'inferred', 'domestic', 'filter'] },
    ),
  );

/** Flows and what is counted apart are what asking of every two entities and every fact finds. */
export function cooperationProperties(subject: Subject, total: number): void {
  describe('cooperation', () => {
    it(
      'finds the flows between every two, each with its facts, and counts each fact once',
      async () => {
        await holds(
          subject,
          total,
          { graphs: sideGraphs(), questions: fc.tuple(question, missingSources) },
          async (whole, [asked, missing]) => {
            const { view, entities, facts } = without(whole, missing);
            const answer = await cooperation(view, asked);
            const expected = cooperationOracle({ entities, facts }, asked);
            const found = await Promise.all(
              [...answer.flows, ...answer.incomplete].map((flow) => shown(flow, new Pace(view))),
            );
            expect(new Set(found)).toEqual(new Set(expected.flows));
            expect(found).toHaveLength(expected.flows.length);
            expect(answer.unknown).toEqual({
              origin: expected.apart.origin.length,
              destination: expected.apart.destination.length,
              partner: expected.apart.partner.length,
              everybody: expected.apart.everybody.length,
            });
            expect(answer.domesticLeftOutCount).toBe(expected.apart.domestic.length);
            expect(answer.cut).toBeNull();
            conserves(answer);
            isOrdered(answer.flows);
            isOrdered(answer.incomplete);
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}

async function shown(flow: Flow, pace: Pace): Promise<OracleFlow> {
  const years = (bounds: Flow['extent']['first']): OracleFlow['first'] =>
    bounds === null ? null : [text(bounds.earliest), text(bounds.latest)];
  const facts = flow.facts();
  const stated = facts.filter(({ from, to }) => from.basis === 'STATED' && to.basis === 'STATED');
  const certain = facts.filter(({ from, to }) => from.certainty === 'CERTAIN' && to.certainty === 'CERTAIN');
  expect([flow.statedCount, flow.certainCount, flow.factCount]).toEqual([
    stated.length,
    certain.length,
    facts.length,
  ]);
  return {
    ...{ from: flow.from, to: flow.to, direction: flow.direction },
    facts: facts.map(({ fact, from, to }) => [fact.key, ground(from), ground(to)].join(' ')),
    people: (await flow.people(pace)).flatMap(({ person, sides }) =>
      sides.map((side) => `${person} ${side}`),
    ),
    groups: (await flow.groups(pace)).map(({ fact, place }) => `${fact.key} ${place}`),
    techniques: (await flow.techniques(pace)).map(({ technique, factCount }) => `${technique} ${factCount}`),
    first: years(flow.extent.first),
    last: years(flow.extent.last),
    undated: flow.extent.undated,
    goesOn: flow.extent.goesOn,
  };
}

function ground({ basis, certainty }: { basis: string; certainty: string }): string {
  return basis === 'POST' ? `POST ${certainty}` : basis;
}

function text(year: number | null): string | null {
  return year === null ? null : String(year);
}

/** What is counted over flows is what is counted over facts. */
function conserves({ flows, factCount, placementCount, severalCount }: Cooperation): void {
  const keys = flows.flatMap((flow) => flow.facts().map(({ fact }) => fact.key));
  const times = new Map<string, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  expect(factCount).toBe(times.size);
  expect(placementCount).toBe(keys.length);
  expect(placementCount).toBe(flows.reduce((sum, flow) => sum + flow.factCount, 0));
  expect(severalCount).toBe([...times.values()].filter((count) => count > 1).length);
}

function isOrdered(flows: readonly Flow[]): void {
  const sorted = [...flows].sort(
    (a, b) => b.factCount - a.factCount || (keysOf(a) < keysOf(b) ? -1 : keysOf(a) > keysOf(b) ? 1 : 0),
  );
  expect(flows).toEqual(sorted);
}

function keysOf({ from, to, direction }: Flow): string {
  return [from ?? '', to ?? '', direction].join(' ');
}
