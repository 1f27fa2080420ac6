import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { questionName } from '../../src/store/questionText.js';
import { cachedStore } from '../../src/store/cache/index.js';
import type { Operation } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { Judgements, openView, paths, search } from '../../src/traversals/index.js';
import type { StandpointAsked, View } from '../../src/traversals/index.js';
import { draftOf, entity, judge } from '../helpers/graph.js';
import { counting } from '../helpers/counting.js';
import { graphqlOver } from '../helpers/graphql.js';
import { begun, slow, switching, wrapped } from '../helpers/betweenCalls.js';
import { written } from '../helpers/meanwhile.js';
import { ACCEPTED, BY_TIME, EACH_ALONE, QUESTIONS } from '../helpers/knownQuestions.js';
import { operations } from '../helpers/operations.js';
import { onSeededStore } from '../helpers/seeded.js';

const BYTES = 1_000_000;
/** Only by way of the other doctor, where both are one. */
const BETWEEN_DOCTOR_AND_HOSPITAL = { from: 'doctor/a', to: 'hospital/two', k: 1, maxHops: 3, hubPenalty: 0 };
/** Someone who writes, or who asks a question as known now or so many changesets ago. */
type Action = { write: Operation } | { ask: number; ago: number; identity: 'STRICT' | 'JUDGED' };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ write: written }) },
  {
    weight: 3,
    arbitrary: fc.record({
      ask: fc.nat(QUESTIONS.length - 1),
      ago: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(3)),
      identity: fc.constantFrom('STRICT', 'JUDGED'),
    }),
  },
);

describe('a store with a memory', () => {
  it('answers as the store itself does, whoever writes meanwhile, and sees every write that was acknowledged', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.scheduler(),
        fc.array(fc.tuple(fc.boolean(), fc.array(action, { maxLength: 15, size: 'max' })), {
          minLength: 2,
          maxLength: 5,
          size: 'max',
        }),
        async (scheduler, clients) => {
          const truth = await begun();
          const instances = [0, 1].map(() => cachedStore(slow(truth, scheduler), BYTES));
          let acknowledged = 1;
          const answers: { question: number; asked: StandpointAsked; answer: unknown }[] = [];
          const work = clients.map(async ([which, actions]) => {
            const store = instances[Number(which)] ?? truth;
            for (const one of actions) {
              if ('write' in one) {
                const landed = await store.apply(draftOf([one.write])).catch(() => null);
                acknowledged = Math.max(acknowledged, landed?.number ?? 0);
                continue;
              }
              const before = acknowledged;
              const knownIn = (await store.version()) - one.ago;
              expect(knownIn + one.ago).toBeGreaterThanOrEqual(before);
              const asked = { identity: one.identity, asKnownOn: String(Math.max(0, knownIn)) };
              const view = await openView(store, asked);
              answers.push({ question: one.ask, asked, answer: await QUESTIONS[one.ask]?.(view) });
            }
          });
          await scheduler.waitFor(Promise.all(work));
          for (const { question, asked, answer } of answers) {
            const view = await openView(truth, asked);
            expect(answer).toStrictEqual(await QUESTIONS[question]?.(view));
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('asks the store for the newest changeset alone when the same is asked again', async () => {
    const { store, calls } = counting(await begun());
    const cached = cachedStore(store, BYTES);
    const judgements = new Judgements(cached);
    const askAll = async () => {
      const view = await openView(cached, EACH_ALONE, { judgements });
      for (const question of QUESTIONS) await question(view);
    };
    await askAll();
    for (const method of Object.keys(calls)) calls[method] = 0;
    await askAll();
    // What there is not is looked for each time.
    expect(Object.entries(calls).filter(([, count]) => count > 0)).toEqual([
      ['version', 1],
      ['entities', 3],
      ['sources', 2],
      ['facts', 1],
    ]);
  });

  it('forgets of a write only what it changed', async () => {
    const { store, calls } = counting(await begun());
    const cached = cachedStore(store, BYTES);
    const askAbout = async (...keys: string[]) => (await openView(cached, EACH_ALONE)).entities(keys);
    await askAbout('hospital/one', 'hospital/two');
    await store.apply(draftOf([hospitalNamed('hospital/one', 'Renamed')]));
    calls['entities'] = 0;
    expect(await askAbout('hospital/two')).toMatchObject([{ key: 'hospital/two' }]);
    expect(calls['entities']).toBe(0);
    expect(await askAbout('hospital/one')).toMatchObject([{ names: [{ text: 'Renamed' }] }]);
  });

  it('finds by the names of now whoever was named by another instance', async () => {
    const truth = await begun();
    const [one, other] = [cachedStore(truth, BYTES), cachedStore(truth, BYTES)];
    const found = async (store: Store, text: string) =>
      (await search(await openView(store, EACH_ALONE), { text })).hits.map(({ key }) => key);
    for (const name of ['Alpha', 'Beta', 'Gamma']) {
      const begunBefore = await openView(one, EACH_ALONE);
      expect(await found(one, name)).toEqual([]);
      await other.apply(draftOf([hospitalNamed('hospital/one', name)]));
      // Whoever began before may be answered in either way, and tells nobody else.
      await search(begunBefore, { text: name });
      expect(await found(one, name)).toEqual(['hospital/one']);
      expect(await found(other, name)).toEqual(['hospital/one']);
    }
    expect(await found(one, 'Alpha')).toEqual([]);
  });

  it('remembers nothing of a store that was put back to an earlier state', async () => {
    const [later, earlier] = [await begun(), await begun()];
    for (const name of ['Alpha', 'Beta']) await later.apply(draftOf([hospitalNamed('hospital/one', name)]));
    let now: Store = later;
    const cached = cachedStore(
      switching(() => now),
      BYTES,
    );
    const nameNow = async () => {
      const [hospital] = await (await openView(cached, EACH_ALONE)).entities(['hospital/one']);
      return hospital?.names[0]?.text;
    };
    expect(await nameNow()).toBe('Beta');
    now = earlier;
    expect(await nameNow()).toBe('hospital/one');
    for (const name of ['Gamma', 'Delta'])
      await earlier.apply(draftOf([hospitalNamed('hospital/one', name)]));
    expect(await nameNow()).toBe('Delta');
  });

  it('keeps nothing that a question works out that began before the store was put back', async () => {
    const [before, after] = [await begun(), await begun()];
    await before.apply(draftOf([judge('judgement/one', ['doctor/a', 'doctor/b'])]));
    await before.apply(draftOf([hospitalNamed('hospital/three', 'Alpha')]));
    let now: Store = before;
    const cached = cachedStore(
      switching(() => now),
      BYTES,
    );
    const judgements = new Judgements(cached);
    const open = () => openView(cached, {}, { judgements });
    const connected = async (view: View) =>
      (await paths(view, { ...BETWEEN_DOCTOR_AND_HOSPITAL, filter: ACCEPTED })).paths.length;
    const early = await open();
    now = after;
    await (await open()).entities(['doctor/a']);
    for (const name of ['Beta', 'Gamma']) await after.apply(draftOf([hospitalNamed('hospital/three', name)]));
    await open();
    expect(await connected(early)).toBe(1);
    expect(await connected(await open())).toBe(0);
  });

  it('remembers nothing that was read of a store before it was put back, and comes afterwards', async () => {
    const [before, after] = [await begun(), await begun('doctor/b')];
    for (const name of ['Alpha', 'Beta']) await before.apply(draftOf([hospitalNamed('hospital/one', name)]));
    let now: Store = before;
    let held: Promise<void> | undefined;
    const cached = cachedStore(
      wrapped(
        switching(() => now),
        async (ask) => {
          const until = held;
          const answer = await ask();
          await until;
          return answer;
        },
      ),
      BYTES,
    );
    const trainingsAt = async () => {
      const view = await openView(cached, { ...EACH_ALONE, asKnownOn: '1' });
      return () => [
        view.facts(['training/x']),
        view.factsOf([['doctor/a'], ['doctor/b']], ['TRAINER'], {}, BY_TIME),
        view.countFactsOf([['doctor/a'], ['doctor/b']], ['TRAINER'], {}),
      ];
    };
    const asked = await trainingsAt();
    let release = () => {};
    held = new Promise((resolve) => (release = resolve));
    const answers = Promise.all(asked());
    held = undefined;
    now = after;
    const askedAgain = await trainingsAt();
    release();
    await answers;
    const expected = await openView(after, { ...EACH_ALONE, asKnownOn: '1' });
    expect(await Promise.all(askedAgain())).toStrictEqual([
      await expected.facts(['training/x']),
      await expected.factsOf([['doctor/a'], ['doctor/b']], ['TRAINER'], {}, BY_TIME),
      await expected.countFactsOf([['doctor/a'], ['doctor/b']], ['TRAINER'], {}),
    ]);
  });

  it('takes no parent for another, whatever its keys are', async () => {
    const store = await begun();
    const cached = cachedStore(store, BYTES);
    const several = ['doctor/a', 'doctor/b'];
    const many = [...several, ...Array.from({ length: 100 }, (_, index) => `doctor/d-${index}`)];
    const parents = [several, [JSON.stringify(several)], many, [questionName(many)], [], ['[]']];
    await cached.version();
    for (const each of parents) {
      expect(await cached.factsOf([each], undefined, { knownIn: 1 }, BY_TIME)).toStrictEqual(
        await store.factsOf([each], undefined, { knownIn: 1 }, BY_TIME),
      );
    }
  });

  it('answers nothing from memory once the question is given up, and says why', async () => {
    const cached = cachedStore(await begun(), BYTES);
    for (const question of QUESTIONS) await question(await openView(cached, EACH_ALONE));
    const [reason, controller] = [new Error('It took too long.'), new AbortController()];
    const view = await openView(cached.during(controller.signal), EACH_ALONE);
    for (const question of QUESTIONS) await question(view);
    controller.abort(reason);
    for (const question of QUESTIONS) await expect(question(view)).rejects.toBe(reason);
  });

  it('takes many calls of one question at once without a warning', async () => {
    const warnings: Error[] = [];
    const warned = (warning: Error) => warnings.push(warning);
    process.on('warning', warned);
    const cached = cachedStore(await begun(), BYTES);
    for (const store of [cached, cached.during(new AbortController().signal)]) {
      const asked = store.during(new AbortController().signal);
      await Promise.all(Array.from({ length: 40 }, () => asked.version()));
    }
    // Warnings come a turn later.
    await setImmediate();
    process.off('warning', warned);
    expect(warnings).toEqual([]);
  });

  it('keeps no more than it may', async () => {
    const uses: { entries: number }[] = [];
    const cached = cachedStore(await begun(), 20_000, (_name, use) => uses.push(use));
    for (let limit = 1; limit < 200; limit++) {
      await (await openView(cached, EACH_ALONE)).findFacts(ACCEPTED, { ...BY_TIME, limit });
    }
    expect(Math.max(...uses.map(({ entries }) => entries))).toBeLessThan(30);
  });
});

onSeededStore('a store with a memory of the seed graph', (store) => {
  it('answers every example as the store itself does, again and again, and nobody changes what it holds', async () => {
    const plain = graphqlOver(store());
    const cached = graphqlOver(withWorkFrozen(cachedStore(frozen(store()), 64_000_000)));
    for (const { query } of [...operations, ...operations]) {
      expect(await cached.ask(query)).toEqual(await plain.ask(query));
    }
  });
});

function hospitalNamed(key: string, name: string): Operation {
  return entity(key, [name]);
}

/** A store whose answers nobody can change. */
function frozen(store: Store): Store {
  return wrapped(store, async (ask) => deeplyFrozen(await ask()));
}

/** A store whose memory of what was worked out nobody can change. */
function withWorkFrozen(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (name !== 'workedOut' || typeof value !== 'function') return value;
      return async (...args: unknown[]) =>
        deeplyFrozen((await Reflect.apply(value, target, args)) as unknown);
    },
  });
}

function deeplyFrozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deeplyFrozen);
  }
  return value;
}
