import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/ontology/index.js';
import type { FactRecord } from '../../src/ontology/index.js';
import { factOrderKey } from '../../src/store/derive.js';
import { diffusion } from '../../src/traversals/index.js';
import type { DiffusionQuestion, ReachedPlace, Showing } from '../../src/traversals/index.js';
import type { Subject } from '../contract/subject.js';
import { CASES_TIMEOUT, holds } from './cases.js';
import { NARROWER, TECHNIQUES, sideGraphs } from './sideGraphs.js';
import { groundOf, missingSources, playing, without } from './sideOracle.js';
import type { Records } from './sideOracle.js';

const question: fc.Arbitrary<DiffusionQuestion> = fc.record({
  technique: fc.constantFrom(...TECHNIQUES),
  narrower: fc.boolean(),
  by: fc.constantFrom('HOSPITAL', 'COUNTRY'),
  inferred: fc.constantFrom(true, true, false),
  filter: fc.constantFrom({ negated: false }, {}),
});

/** Where facts show a technique and where it came from, written down once more. */
const SIDES: Readonly<Record<string, { at: string[]; from: string[] }>> = {
  Training: { at: ['TRAINEE', 'AT', 'IN'], from: ['TRAINER', 'FROM'] },
  Transfer: { at: ['RECIPIENT', 'AT', 'IN'], from: ['PROVIDER', 'FROM'] },
  Procedure: { at: ['AT', 'IN', 'OPERATOR'], from: ['OPERATOR', 'FROM'] },
  Adoption: { at: ['ADOPTER', 'AT', 'IN'], from: ['HELPER'] },
};

/** A place, asked about by itself: each of its facts is compared with each of the others. */
function expectedPlace(records: Records, key: string, keys: readonly string[], asked: DiffusionQuestion) {
  const stands = (each: string, fact: FactRecord, side: 'at' | 'from') => {
    const isTold =
      side === 'from' && keys.some((one) => groundOf(records, one, playing(fact, ['FROM']), fact, false));
    const posts = !(fact.kind === 'Procedure' && side === 'at') && !isTold;
    const ground = groundOf(records, each, playing(fact, SIDES[fact.kind]?.[side] ?? []), fact, posts);
    return asked.inferred ? ground !== null : ground === 'STATED';
  };
  const facts = meant(records, asked).filter((fact) => stands(key, fact, 'at'));
  const dated = facts.filter(({ time }) => time !== undefined && time !== 'XXXX-05');
  const first = dated.filter((fact) =>
    facts.every((other) => start(fact).earliest <= start(other).latest || other === fact),
  );
  const certain = first.filter((fact) =>
    facts.every((other) => start(fact).latest <= start(other).earliest || other === fact),
  );
  const order = (list: readonly FactRecord[]) => list.map((fact) => factOrderKey(fact, 'TIME')).sort();
  return {
    key,
    first: order(first).map((each) => `${each} ${certain.some((fact) => each.endsWith(`|${fact.key}`))}`),
    later: order(dated.filter((fact) => !first.includes(fact))),
    undated: order(facts.filter((fact) => !dated.includes(fact))),
    from: keys
      .filter((each) => each !== key)
      .map((each) => ({ key: each, factCount: first.filter((fact) => stands(each, fact, 'from')).length }))
      .filter(({ factCount }) => factCount > 0),
    earliest: bound(dated.map((fact) => start(fact).earliest)),
    latest: bound(dated.map(presence)),
  };
}

function meant({ facts }: Records, { technique, narrower, filter }: DiffusionQuestion): FactRecord[] {
  const wanted = narrower ? (NARROWER[technique] ?? []) : [technique];
  return facts.filter(
    (fact) =>
      SIDES[fact.kind] !== undefined &&
      (filter.negated === undefined || fact.negated === filter.negated) &&
      playing(fact, ['TECHNIQUE']).some((key) => wanted.includes(key)),
  );
}

/** The day by which a dated fact shows the technique in use: for an open begin, the first that it can have ended on. */
function presence(fact: FactRecord): number {
  if (fact.time?.startsWith('../') !== true) return start(fact).latest;
  return parseTime(fact.time).bounds.earliestEnd;
}

function start({ time }: FactRecord): { earliest: number; latest: number } {
  if (time === undefined) return { earliest: -Infinity, latest: Infinity };
  const { earliestStart, latestStart } = parseTime(time).bounds;
  return { earliest: earliestStart, latest: latestStart };
}

function bound(days: readonly number[]): number | null {
  const [least] = [...days].sort((a, b) => a - b);
  return least === undefined || !Number.isFinite(least) ? null : least;
}

function shown({ key, first, later, undated, from, earliest, latest }: ReachedPlace) {
  const orders = (facts: readonly Showing[]) => facts.map(({ order }) => order);
  return {
    key,
    first: first.map(({ fact, certainty }) => `${fact.order} ${certainty === 'CERTAIN'}`),
    later: orders(later),
    undated: orders(undated),
    from,
    earliest,
    latest,
  };
}

/** How a technique spread is what comparing every two facts of every place finds. */
export function diffusionProperties(subject: Subject, total: number): void {
  describe('diffusion', () => {
    it(
      'finds for each place what may have been first there, and from whom it came',
      async () => {
        const graphs = sideGraphs(['training', 'transfer', 'procedure', 'adoption', 'visit']);
        await holds(
          subject,
          total,
          { graphs, questions: fc.tuple(question, missingSources) },
          async (whole, [asked, missing]) => {
            const { view, ...records } = without(whole, missing);
            const answer = await diffusion(view, asked);
            const keys = records.entities
              .map(({ key }) => key)
              .filter((key) => key.startsWith(asked.by.toLowerCase()))
              .sort();
            const places = keys
              .map((key) => expectedPlace(records, key, keys, asked))
              .filter(({ first, undated }) => first.length + undated.length > 0);
            const undated = places.filter(({ first }) => first.length === 0);
            const reached = places.filter(({ first }) => first.length > 0);
            const time = ({ first }: { first: readonly string[] }) => first[0]?.slice(0, 34) ?? '';
            reached.sort((a, b) => (time(a) + a.key < time(b) + b.key ? -1 : 1));
            expect(answer.reached.map(shown)).toEqual(reached);
            expect(answer.undated.map(shown)).toEqual(undated);
            const somewhere = new Set(
              places.flatMap((place) =>
                [...place.first, ...place.later, ...place.undated].map((each) => each.split(/[| ]/)[1]),
              ),
            );
            expect(answer.factCount).toBe(somewhere.size);
            const nowhere = meant(records, asked).filter(({ key }) => !somewhere.has(key));
            expect(new Set(answer.nowhere.map(({ key }) => key))).toEqual(
              new Set(nowhere.map(({ key }) => key)),
            );
            expect(answer.nowhere).toHaveLength(nowhere.length);
            expect(answer.reached.map(({ latest }) => latest)).not.toContain(null);
            expect(answer.cut).toBeNull();
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}
