import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CLUSTER_MAXIMUM, clustersOf, standsIn } from '../../src/ontology/index.js';
import type { Clusters, JudgementRecord, Verdict } from '../../src/ontology/index.js';
import type { Operation } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { draftOf, entity, judge } from '../helpers/graph.js';
import { EFFORT, TIMEOUT } from './effort.js';
import { BY_KEY } from './subject.js';
import type { Subject } from './subject.js';

const DOCTORS = ['a', 'b', 'c', 'd', 'e'].map((name) => `doctor/${name}`);

/** Which judgements may stand together, and what they make one. */
export function judgementsContract(subject: Subject): void {
  const refused = async (...operations: Operation[]) => {
    const before = await standing(subject.store);
    const outcome = await subject.store.apply(draftOf(operations)).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ code: 'CHANGESET_REFUSED' });
    expect(await standing(subject.store)).toEqual(before);
    return (outcome as Error).message;
  };

  describe('a judgement', () => {
    it('is refused with the chain that shows what it contradicts', async () => {
      await subject.write(...DOCTORS.map((key) => entity(key)));
      await subject.write(
        judge('judgement/ab', ['doctor/a', 'doctor/b']),
        judge('judgement/cb', ['doctor/c', 'doctor/b']),
      );
      await subject.write(judge('judgement/cd', ['doctor/c', 'doctor/d']));
      expect(await refused(judge('judgement/not', ['doctor/a', 'doctor/d'], 'DIFFERENT'))).toContain(
        'doctor/a and doctor/d are DIFFERENT (judgement/not), but by judgements SAME they are one: ' +
          'doctor/a is doctor/b (judgement/ab), doctor/c is doctor/b (judgement/cb), doctor/c is doctor/d (judgement/cd)',
      );
      await subject.write(judge('judgement/ae', ['doctor/e', 'doctor/a'], 'DIFFERENT'));
      expect(await refused(judge('judgement/de', ['doctor/d', 'doctor/e']))).toMatch(
        /DIFFERENT \(judgement\/ae\).*judgement\/de/,
      );
    });

    it('may stand where the one that it contradicts is dropped with it', async () => {
      await subject.write(...DOCTORS.map((key) => entity(key)));
      await subject.write(judge('judgement/ab', ['doctor/a', 'doctor/b']));
      await refused(judge('judgement/not', ['doctor/b', 'doctor/a'], 'DIFFERENT'));
      await subject.write(judge('judgement/not', ['doctor/b', 'doctor/a'], 'DIFFERENT'), {
        op: 'dropJudgement',
        judgement: 'judgement/ab',
      });
      expect(await standing(subject.store)).toEqual(['judgement/not']);
      await refused(judge('judgement/ab2', ['doctor/a', 'doctor/b']));
    });

    it('may contradict one that decides nothing', async () => {
      await subject.write(...DOCTORS.map((key) => entity(key)));
      await subject.write(judge('judgement/unsure', ['doctor/a', 'doctor/b'], 'UNSURE'));
      await subject.write(judge('judgement/not', ['doctor/a', 'doctor/b'], 'DIFFERENT'));
      await subject.write(judge('judgement/unsure2', ['doctor/a', 'doctor/b'], 'UNSURE'));
    });

    it('makes no more than so many one', async () => {
      const many = Array.from({ length: CLUSTER_MAXIMUM + 1 }, (_, index) => `doctor/d-${index}`);
      const chain = many
        .slice(1)
        .map((key, index) => judge(`judgement/j-${index}`, [many[index] ?? '', key]));
      await subject.write(...many.map((key) => entity(key)));
      expect(await refused(...chain)).toContain(`expected at most ${CLUSTER_MAXIMUM}`);
      await subject.write(...chain.slice(1));
      expect(await refused(...chain.slice(0, 1))).toContain(`make ${CLUSTER_MAXIMUM + 1} entities one`);
    });
  });

  describe('judging and undoing', () => {
    it(
      'makes one what a union of the judgements that remain makes one, now and as it was known then',
      async () => {
        await fc.assert(
          fc.asyncProperty(fc.array(wish, { minLength: 1, maxLength: 12 }), async (wishes) => {
            await subject.place.clear();
            await subject.write(...DOCTORS.map((key) => entity(key)));
            const states = [new Map<string, Judgement>(), new Map<string, Judgement>()];
            for (const [index, each] of wishes.entries()) {
              const state = new Map(states.at(-1));
              const operation = operationOf(each, index, state);
              if (operation === null) continue;
              const expected = isConsistent([...state.values()]);
              const outcome = await subject.store.apply(draftOf([operation])).then(
                () => true,
                () => false,
              );
              expect(outcome).toBe(expected);
              if (expected) states.push(state);
            }
            const all = await subject.store.judgementsSince(0, { ...BY_KEY, limit: 1000 });
            for (const [knownIn, state] of states.entries()) {
              const judged = all.items.map(({ item }) => item).filter((each) => standsIn(each, knownIn));
              const clusters = await clustersOf(judged, 'JUDGED');
              expect(shown(clusters)).toEqual(shownUnion([...state.values()]));
            }
          }),
          EFFORT,
        );
      },
      TIMEOUT,
    );
  });
}

type Judgement = Pick<JudgementRecord, 'key' | 'entities' | 'verdict'>;

const doctor = fc.constantFrom(...DOCTORS);
const wish = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      entities: fc.tuple(doctor, doctor).filter(([one, other]) => one !== other),
      verdict: fc.constantFrom<Verdict>('SAME', 'SAME', 'SAME', 'DIFFERENT', 'UNSURE'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ drop: fc.nat() }) },
);
type Wish = typeof wish extends fc.Arbitrary<infer Each> ? Each : never;

/** The write that is wished for, and in `state` what stands after it; null where there is nothing to drop. */
function operationOf(each: Wish, index: number, state: Map<string, Judgement>): Operation | null {
  if ('drop' in each) {
    const key = [...state.keys()][each.drop % Math.max(1, state.size)];
    if (key === undefined) return null;
    state.delete(key);
    return { op: 'dropJudgement', judgement: key };
  }
  const operation = judge(`judgement/j-${index}`, each.entities, each.verdict);
  state.set(operation.judgement.key, operation.judgement);
  return operation;
}

/** With whom each is one: walked through anew from everyone. */
function unionOf(judgements: readonly Judgement[], one: string): string[] {
  const reached = new Set([one]);
  for (const at of reached) {
    for (const { verdict, entities } of judgements) {
      if (verdict === 'SAME' && entities.includes(at)) for (const entity of entities) reached.add(entity);
    }
  }
  return [...reached].sort();
}

function isConsistent(judgements: readonly Judgement[]): boolean {
  return judgements.every(
    ({ verdict, entities: [one, other] }) =>
      verdict !== 'DIFFERENT' || !unionOf(judgements, one).includes(other),
  );
}

function shown(clusters: Clusters) {
  return DOCTORS.map((key) => ({
    key: clusters.canonical(key),
    members: clusters.members(key),
    judgements: clusters.judgements(key),
  }));
}

function shownUnion(judgements: readonly Judgement[]) {
  return DOCTORS.map((doctorKey) => {
    const members = unionOf(judgements, doctorKey);
    const within = judgements.filter(
      ({ verdict, entities }) => verdict === 'SAME' && members.includes(entities[0]),
    );
    return { key: members[0], members, judgements: within.map(({ key }) => key).sort() };
  });
}

async function standing(store: Store): Promise<string[]> {
  const { items } = await store.judgementsSince(0, { ...BY_KEY, limit: 1000 });
  return items.filter(({ item }) => item.droppedIn === undefined).map(({ item }) => item.key);
}
