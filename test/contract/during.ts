import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { findingsIn } from '../helpers/collect.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';
import { callsOf } from './calls.js';
import { BY_TIME } from './subject.js';
import type { Subject } from './subject.js';

/** What becomes of the calls of a question when it is given up. */
export function duringContract(subject: Subject): void {
  describe('a store for one question', () => {
    const reason = new Error('It took too long.');
    const write = () => subject.write(source(), entity('doctor/a'), fact('training/x', ['TRAINER=doctor/a']));
    const PARENTS = Array.from({ length: 2_000 }, (_, index) => [`doctor/d-${index}`, 'doctor/a']);
    const refused = (call: Promise<unknown>) =>
      call.then(
        (answer) => ({ answer }),
        (error: unknown) => error,
      );

    it('answers like the store itself, for as long as it is not given up', async () => {
      await write();
      const { signal } = new AbortController();
      const calls = callsOf(subject.store);
      for (const [name, ask] of Object.entries(callsOf(subject.store.during(signal)))) {
        if (name === 'apply') expect(await ask(), name).toMatchObject({ number: 2 });
        else expect(await ask(), name).toStrictEqual(await calls[name]?.());
      }
      expect(subject.store.during(signal)).toMatchObject({
        kind: subject.store.kind,
        location: subject.store.location,
      });
    });

    it('answers nothing once it is given up, and says why', async () => {
      await write();
      const controller = new AbortController();
      const store = subject.store.during(controller.signal);
      expect(await store.version()).toBe(1);
      controller.abort(reason);
      for (const asked of [store, subject.store.during(AbortSignal.abort(reason))]) {
        for (const [name, ask] of Object.entries(callsOf(asked))) {
          expect(await refused(ask()), name).toBe(reason);
        }
      }
      expect(await subject.store.version()).toBe(1);
    });

    it('answers no call that was under way, and leaves those of others alone', async () => {
      await write();
      const controller = new AbortController();
      const others = new AbortController();
      const store = subject.store.during(controller.signal);
      const { apply: _apply, ...questions } = callsOf(store);
      const given = Object.entries(questions).map(
        async ([name, ask]) => [name, await refused(ask())] as const,
      );
      const kept = [subject.store, subject.store.during(others.signal)].flatMap((other) =>
        Array.from({ length: 5 }, () => other.countFactsOf([['doctor/a']], undefined, {})),
      );
      controller.abort(reason);
      for (const [name, outcome] of await Promise.all(given)) expect(outcome, name).toBe(reason);
      expect(await Promise.all(kept)).toEqual(kept.map(() => [1]));
      expect(await subject.store.version()).toBe(1);
    });

    it('stops in the midst of its work', async () => {
      await write();
      const controller = new AbortController();
      const store = subject.store.during(controller.signal);
      const asked = Array.from({ length: 12 }, () => [
        refused(store.factsOf(PARENTS, undefined, { knownIn: 1 }, BY_TIME)),
        refused(store.countFactsOf(PARENTS, ['TRAINER', 'TRAINEE'], { withoutSources: ['source/none'] })),
      ]).flat();
      // The others are under way then, or wait for their turn.
      await Promise.race(asked);
      controller.abort(reason);
      const outcomes = await Promise.all(asked);
      expect(outcomes).toContain(reason);
      for (const outcome of outcomes) {
        if (outcome !== reason) expect(outcome).toMatchObject({ answer: { length: PARENTS.length } });
      }
      const [count] = await subject.store.countFactsOf(PARENTS.slice(0, 1), undefined, {});
      expect(count).toBe(1);
    });

    it('lets an audit end where it is', async () => {
      await write();
      const controller = new AbortController();
      const items = subject.store.during(controller.signal).audit()[Symbol.asyncIterator]();
      expect((await items.next()).value).toMatchObject({ record: 'changeset' });
      controller.abort(reason);
      expect(await refused(items.next())).toBe(reason);
      expect(await findingsIn(subject.store)).toEqual([]);
    });

    it('leaves a changeset that was under way whole or not there', async () => {
      await write();
      const many = Array.from({ length: 1_200 }, (_, index) => entity(`doctor/d-${index}`));
      for (const turns of [0, 1, 3, 10]) {
        const controller = new AbortController();
        const before = await subject.store.version();
        const applied = refused(subject.store.during(controller.signal).apply(draftOf(many)));
        for (let turn = 0; turn < turns; turn++) await setImmediate();
        controller.abort(reason);
        const outcome = await applied;
        if (turns === 0) expect(outcome).toBe(reason);
        if (outcome !== reason) expect(outcome).toMatchObject({ answer: { number: before + 1 } });
        // What comes after it finds it landed or not.
        const { number } = await subject.store.apply(draftOf([entity('doctor/a', [`After ${turns}`])]));
        expect([before + 1, before + 2]).toContain(number);
        const there = await subject.store.entities(['doctor/d-0', 'doctor/d-1199']);
        expect(there.map((record) => record?.revision)).toEqual([there[1]?.revision, there[0]?.revision]);
      }
      expect(await findingsIn(subject.store)).toEqual([]);
    });

    it('closes nothing when it is closed, and is closed with the store', async () => {
      await write();
      const { signal } = new AbortController();
      const store = subject.store.during(signal);
      await store.close();
      expect(await store.version()).toBe(1);
      expect(await subject.store.version()).toBe(1);
      await subject.store.during(AbortSignal.abort(reason)).close();
      await subject.store.close();
      for (const [name, ask] of Object.entries(callsOf(store))) {
        await expect(ask(), name).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      }
    });

    it('may be given up for its own reason or for that of the one it was made of', async () => {
      await write();
      const [whole, part] = [new AbortController(), new AbortController()];
      const outer = subject.store.during(whole.signal);
      const inner = outer.during(part.signal);
      const sibling = outer.during(new AbortController().signal);
      expect(await inner.version()).toBe(1);
      const under = refused(inner.countFactsOf(PARENTS, undefined, {}));
      part.abort(reason);
      expect(await under).toBe(reason);
      expect(await refused(inner.version())).toBe(reason);
      expect(await outer.version()).toBe(1);
      const underSibling = refused(sibling.countFactsOf(PARENTS, undefined, {}));
      const late = new Error('All of it took too long.');
      whole.abort(late);
      expect(await underSibling).toBe(late);
      for (const store of [outer, sibling]) expect(await refused(store.version())).toBe(late);
      expect(await subject.store.version()).toBe(1);
    });

    it('takes many calls at once without a warning', async () => {
      await write();
      const warnings: Error[] = [];
      const warned = (warning: Error) => warnings.push(warning);
      process.on('warning', warned);
      const { signal } = new AbortController();
      const store = subject.store.during(signal);
      const versions = await Promise.all(Array.from({ length: 40 }, () => store.version()));
      expect(new Set(versions)).toEqual(new Set([1]));
      // Warnings come a turn later.
      await setImmediate();
      process.off('warning', warned);
      expect(warnings).toEqual([]);
    });
  });
}
