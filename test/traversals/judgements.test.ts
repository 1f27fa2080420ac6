import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clustersOf, contradictionsIn, ontology, standsIn } from '../../src/ontology/index.js';
import type { JudgementContent, Verdict } from '../../src/ontology/index.js';
import { cachedStore } from '../../src/store/cache/index.js';
import type { Store } from '../../src/store/port.js';
import { Judgements, openView } from '../../src/traversals/index.js';
import { counting } from '../helpers/counting.js';
import { draftOf, entity, judge } from '../helpers/graph.js';
import { Kept } from '../helpers/referenceRecords.js';
import { ReferenceStore } from '../helpers/referenceStore.js';

const DOCTORS = ['doctor/a', 'doctor/b', 'doctor/c', 'doctor/d'];
const BY_KEY = { limit: 1_000, order: 'KEY', descending: false } as const;

const doctor = fc.constantFrom(...DOCTORS);
const step = fc.oneof(
  fc.record({
    judge: fc.tuple(doctor, doctor).filter(([one, other]) => one !== other),
    verdict: fc.constantFrom<Verdict>('SAME', 'DIFFERENT', 'UNSURE'),
  }),
  fc.record({ drop: fc.nat() }),
  // Several at once, of any state that has landed.
  fc.record({ ask: fc.array(fc.nat(), { minLength: 1, maxLength: 4 }) }),
);

describe('the judgements that all questions share', () => {
  it('are those that stood, whoever wrote them and whatever was asked before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const store = await withDoctors();
        const shared = new Judgements(store);
        const standing: JudgementContent[] = [];
        for (const [index, each] of steps.entries()) {
          if ('judge' in each) {
            const operation = judge(`judgement/j-${index}`, each.judge, each.verdict);
            if (contradictionsIn([...standing, operation.judgement]).length > 0) continue;
            standing.push(operation.judgement);
            await store.apply(draftOf([operation]));
          } else if ('drop' in each) {
            const [dropped] = standing.splice(each.drop % Math.max(1, standing.length), 1);
            if (dropped === undefined) continue;
            await store.apply(draftOf([{ op: 'dropJudgement', judgement: dropped.key }]));
          } else {
            const version = await store.version();
            await Promise.all(each.ask.map((number) => expectKnown(store, shared, number % (version + 1))));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are read once, and after that only what changed', async () => {
    const { store, calls } = counting(await withDoctors());
    const shared = new Judgements(store);
    await Promise.all([shared.knownIn(1), shared.knownIn(1), shared.knownIn(0)]);
    expect(calls).toEqual({ judgementsSince: 1 });
    await store.apply(draftOf([judge('judgement/ab', ['doctor/a', 'doctor/b'])]));
    await shared.knownIn(2);
    await shared.knownIn(1);
    expect(calls).toMatchObject({ judgementsSince: 2 });
  });

  it('are read anew where reading them has failed', async () => {
    const real = await withDoctors();
    await real.apply(draftOf([judge('judgement/ab', ['doctor/a', 'doctor/b'])]));
    let failures = 1;
    const failing: Store = Object.create(real, {
      judgementsSince: {
        value: (...asked: Parameters<Store['judgementsSince']>) =>
          failures-- > 0 ? Promise.reject(new Error('gone')) : real.judgementsSince(...asked),
      },
    }) as Store;
    const shared = new Judgements(failing);
    await expect(shared.knownIn(2)).rejects.toThrow('gone');
    expect(await (await shared.knownIn(2)).naming(['doctor/b'])).toEqual(['judgement/ab']);
  });

  it('are forgotten when the store is put back to an earlier state, by those too that ask for what was there', async () => {
    const kept = new Kept();
    const store = cachedStore(await withDoctors(kept), 1_000_000);
    const shared = new Judgements(store);
    const oneWithA = async () =>
      (await openView(store, {}, { judgements: shared })).clusters.members('doctor/a');
    await store.apply(draftOf([judge('judgement/ab', ['doctor/a', 'doctor/b'])]));
    await store.apply(draftOf([entity('doctor/e')]));
    expect(await oneWithA()).toEqual(['doctor/a', 'doctor/b']);
    kept.clear();
    await withDoctors(kept);
    expect(await oneWithA()).toEqual(['doctor/a']);
    // A question may have learned what was the newest changeset while it still was.
    await shared.knownIn(3);
    await store.apply(draftOf([judge('judgement/ac', ['doctor/a', 'doctor/c'])]));
    expect(await oneWithA()).toEqual(['doctor/a', 'doctor/c']);
    await store.apply(draftOf([judge('judgement/ad', ['doctor/a', 'doctor/d'])]));
    expect(await oneWithA()).toEqual(['doctor/a', 'doctor/c', 'doctor/d']);
  });

  it('do not hold a question that nobody waits for any more', async () => {
    const store = await withDoctors();
    const signal = AbortSignal.abort(new Error('given up'));
    await expect(openView(store, {}, { signal })).rejects.toThrow('given up');
  });
});

async function withDoctors(kept = new Kept()): Promise<ReferenceStore> {
  const store = new ReferenceStore(ontology, kept);
  await store.apply(draftOf(DOCTORS.map((key) => entity(key))));
  return store;
}

async function expectKnown(store: Store, shared: Judgements, knownIn: number): Promise<void> {
  const known = await shared.knownIn(knownIn);
  const all = await store.judgementsSince(0, BY_KEY);
  const stood = all.items.map(({ item }) => item).filter((each) => standsIn(each, knownIn));
  for (const identity of ['JUDGED', 'PROBABLE'] as const) {
    const [clusters, expected] = [await known.clustersOf(identity), await clustersOf(stood, identity)];
    for (const key of DOCTORS) {
      expect(clusters.members(key)).toEqual(expected.members(key));
      expect(clusters.judgements(key)).toEqual(expected.judgements(key));
    }
  }
  for (const key of DOCTORS) {
    expect(await known.naming([key])).toEqual(
      stood.filter(({ entities }) => entities.includes(key)).map((each) => each.key),
    );
  }
}
