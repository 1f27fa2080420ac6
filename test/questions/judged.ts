import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ontology } from '../../src/ontology/index.js';
import type { Identity, JudgementContent, Verdict } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import {
  common,
  commonAncestors,
  contradictions,
  cooperation,
  diffusion,
  fragility,
  lineage,
  neighbourhood,
  openView,
  paths,
  timeline,
  trainings,
  View,
} from '../../src/traversals/index.js';
import { SideFinder } from '../../src/traversals/sides/finder.js';
import { Pace } from '../../src/traversals/view/pace.js';
import { outcomeOf } from '../contract/answers.js';
import type { Subject } from '../contract/subject.js';
import { draftOf } from '../helpers/graph.js';
import { ReferenceStore } from '../helpers/referenceStore.js';
import { CASES_TIMEOUT, DEPTH } from './cases.js';
import { Joined, entitiesIn, rewrite } from './judgedGraphs.js';
import { ENTITIES, mixedGraphs } from './mixedGraphs.js';

/*
 * What judgements do to answers, said by way of another graph: one in which the facts and relations were written with one
 * key for all that are one, and nobody ever judged.
 */

const kindOf = (key: string) => key.slice(0, key.indexOf('/'));

const pair = fc
  .tuple(fc.constantFrom(...ENTITIES), fc.constantFrom(...ENTITIES))
  .filter(([one, other]) => one !== other && kindOf(one) === kindOf(other));
const verdict = fc.constantFrom<Verdict>('SAME', 'SAME', 'UNSURE', 'DIFFERENT');
const wishes = fc.array(fc.tuple(pair, verdict), { minLength: 1, maxLength: 7 });

const key = fc.constantFrom(...ENTITIES);
const doctor = fc.constantFrom(...ENTITIES.filter((each) => kindOf(each) === 'doctor'));
const technique = fc.constantFrom(...ENTITIES.filter((each) => kindOf(each) === 'technique'));
const hospital = fc.constantFrom(...ENTITIES.filter((each) => kindOf(each) === 'hospital'));
const country = fc.constantFrom(...ENTITIES.filter((each) => kindOf(each) === 'country'));
const keys = fc.uniqueArray(key, { minLength: 2, maxLength: 4 });
const optional = <Item>(item: fc.Arbitrary<Item>) =>
  fc.option(fc.array(item, { minLength: 1, maxLength: 2 }), { nil: undefined });

/** A question of any sort, with the keys that it names changed as one likes. */
type Asked = (view: View, as: (key: string) => string) => Promise<unknown>;

const LOOSE = { narrower: true, inferred: true, filter: { negated: false } };

const asked: fc.Arbitrary<Asked> = fc.oneof(
  fc.tuple(doctor, fc.constantFrom('DESCENDANTS', 'ANCESTORS')).map(
    ([of, direction]): Asked =>
      (view, as) =>
        lineage(view, { of: as(of), direction, maxDepth: 4, ...LOOSE }),
  ),
  fc.uniqueArray(doctor, { minLength: 2, maxLength: 3 }).map(
    (of): Asked =>
      (view, as) =>
        commonAncestors(view, { of: of.map(as), maxDepth: 4, ...LOOSE }),
  ),
  fc.tuple(key, key, fc.subarray(ENTITIES, { maxLength: 2 })).map(
    ([from, to, without]): Asked =>
      (view, as) =>
        paths(view, {
          from: as(from),
          to: as(to),
          withoutEntities: without.map(as),
          k: 5,
          maxHops: 4,
          hubPenalty: 0,
          filter: {},
        }),
  ),
  keys.map(
    (named): Asked =>
      (view, as) =>
        neighbourhood(view, { keys: named.map(as), hops: 2, perNode: 4, withoutEntityKinds: [], filter: {} }),
  ),
  fc.tuple(keys, fc.boolean()).map(
    ([named, relations]): Asked =>
      (view, as) =>
        common(view, { keys: named.map(as), relations, filter: {} }),
  ),
  fc.tuple(fc.constantFrom('COUNTRY' as const, 'HOSPITAL' as const), fc.boolean()).map(
    ([between, domestic]): Asked =>
      (view) =>
        cooperation(view, { between, domestic, ...LOOSE }),
  ),
  optional(hospital).map(
    (named): Asked =>
      (view, as) =>
        cooperation(view, {
          between: 'HOSPITAL',
          domestic: true,
          ...LOOSE,
          ...(named && { keys: named.map(as) }),
        }),
  ),
  technique.map(
    (of): Asked =>
      (view, as) =>
        diffusion(view, { technique: as(of), by: 'HOSPITAL', ...LOOSE }),
  ),
  fc
    .tuple(
      optional(technique),
      fc.constantFrom('HOSPITAL' as const, 'COUNTRY' as const, 'TECHNIQUE' as const),
    )
    .map(
      ([named, of]): Asked =>
        (view, as) =>
          fragility(view, { of, ...LOOSE, ...(named && { techniques: named.map(as) }) }),
    ),
  keys.map(
    (named): Asked =>
      (view, as) =>
        timeline(view, { keys: named.map(as), by: 'YEAR', filter: {} }),
  ),
  fc.constant<Asked>((view) => contradictions(view, { certainty: 'POSSIBLE', filter: {} })),
  fc
    .tuple(optional(doctor), optional(hospital), optional(country), optional(technique))
    .map(([trainers, places, countries, techniques]): Asked => async (view, as) => {
      const answer = await trainings(view, {
        ...LOOSE,
        ...(trainers && { trainers: trainers.map(as) }),
        ...(places && { institutions: places.map(as) }),
        ...(countries && { trainerCountries: countries.map(as) }),
        ...(techniques && { techniques: techniques.map(as) }),
      });
      const { items, hasMore } = await answer.page({ limit: 3, order: 'TIME', descending: false });
      return { facts: items.map(({ item }) => item.key), hasMore, count: await answer.count() };
    }),
  // The parts and the places of one, each once, and as many as are counted.
  fc
    .tuple(fc.oneof(hospital, country, technique), fc.constantFrom('PART_OF', 'LOCATED_IN', 'BROADER'))
    .map(([to, relation]): Asked => async (view, as) => {
      const [slice] = await view.linkedTo(
        [[as(to)]],
        { relation },
        { limit: 100, order: 'NAME', descending: true },
      );
      const [count] = await view.countLinkedTo([[as(to)]], { relation });
      return { keys: slice?.items.map(({ item }) => item.key).sort(), count, hasMore: slice?.hasMore };
    }),
  fc.integer({ min: 1, max: 4 }).map((limit): Asked => async (view) => {
    const found: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = {
        limit,
        order: 'KEY',
        descending: false,
        ...(after === undefined ? {} : { after }),
      } as const;
      const { items, hasMore } = await view.findEntities({}, page);
      found.push(...items.map(({ item }) => item.key));
      after = items.at(-1)?.orderKey;
      if (!hasMore) return { found, count: await view.countEntities({}) };
    }
  }),
);

/** Answers hold as many judgements as there are keys that they treat as one. */
export function judgedProperties(subject: Subject, total: number): void {
  const graphs = Math.ceil((total * DEPTH) / 15);
  const cases = fc.tuple(
    mixedGraphs,
    wishes,
    fc.array(asked, { minLength: 15, maxLength: 15 }),
    fc.infiniteStream(fc.nat(3)),
  );

  describe('judgements', () => {
    it(
      'answer as a graph would in which what is one had one key from the first',
      async () => {
        await fc.assert(
          fc.asyncProperty(
            cases,
            fc.constantFrom<Identity>('JUDGED', 'PROBABLE'),
            async ([operations, wished, questions, picks], identity) => {
              await subject.place.clear();
              const joined = new Joined(entitiesIn(operations), identity);
              const judgements = wished.flatMap(([entities, each], index) =>
                joined.take(`judgement/j-${index}`, entities, each),
              );
              await subject.write(...operations);
              await subject.write(...judgements.map((judgement): Operation => ({ op: 'judge', judgement })));
              const view = await openView(subject.store, { identity });
              const rewritten = new ReferenceStore(ontology);
              await rewritten.apply(draftOf(rewrite(operations, joined)));
              const written = await openView(rewritten, { identity: 'STRICT' });
              for (const question of questions) {
                // Any member will do to name them all.
                const member = (named: string) => {
                  const members = joined.membersOf(named);
                  return members[(picks.next().value ?? 0) % members.length] ?? named;
                };
                const [found, expected] = [
                  await outcomeOf(() => question(view, member)),
                  await outcomeOf(() => question(written, (named) => joined.keyOf(named))),
                ];
                expect(comparable(found)).toEqual(comparable(expected));
              }
              await undone(subject, judgements, operations, questions);
            },
          ),
          { numRuns: graphs },
        );
      },
      CASES_TIMEOUT,
    );
  });
}

/** At STRICT, before the first judgement, and after all are dropped, it is as if nobody had judged. */
async function undone(
  subject: Subject,
  judgements: readonly JudgementContent[],
  operations: readonly Operation[],
  questions: readonly Asked[],
): Promise<void> {
  const untouched = new ReferenceStore(ontology);
  await untouched.apply(draftOf(operations));
  const never = await openView(untouched);
  const same = (named: string) => named;
  const strict = await openView(subject.store, { identity: 'STRICT' });
  const earlier = await openView(subject.store, { identity: 'PROBABLE', asKnownOn: '1' });
  await subject.write(
    ...judgements.map(({ key: dropped }): Operation => ({ op: 'dropJudgement', judgement: dropped })),
  );
  const dropped = await openView(subject.store, { identity: 'PROBABLE' });
  for (const question of questions.slice(0, 5)) {
    const expected = comparable(await outcomeOf(() => question(never, same)));
    for (const view of [strict, earlier, dropped]) {
      expect(comparable(await outcomeOf(() => question(view, same)))).toEqual(expected);
    }
  }
}

/** Refusals name keys, and these differ. */
function comparable(outcome: Awaited<ReturnType<typeof outcomeOf>>): unknown {
  return 'answer' in outcome ? told(outcome.answer) : { code: outcome.code };
}

/** What an answer says, without the means by which it says more when it is asked. */
function told(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
  if (value instanceof View || value instanceof Pace || value instanceof SideFinder) return undefined;
  if (value instanceof Map || value instanceof Set) return [...value].map(told);
  if (Array.isArray(value)) return value.map(told);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, told(each)]));
}
