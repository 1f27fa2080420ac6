import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { WorkedAnswers } from '../../src/store/cache/workedAnswers.js';

/** Work that is done when the test says so. */
function work() {
  let times = 0;
  let release: (answer: object) => void = () => {};
  let refuse: (reason: Error) => void = () => {};
  return {
    get times() {
      return times;
    },
    do: () => {
      times++;
      return new Promise<object>((resolve, reject) => ([release, refuse] = [resolve, reject]));
    },
    release: (answer: object) => release(answer),
    refuse: (reason: Error) => refuse(reason),
  };
}

describe('answers that were worked out', () => {
  it('are worked out once, however many ask for them, and then never again', async () => {
    const answers = new WorkedAnswers(10_000);
    const working = work();
    const asked = [1, 2, 3].map(() => answers.get('name', working.do, undefined));
    await setImmediate();
    working.release({ told: 1 });
    asked.push(...(await Promise.all(asked)).map(() => answers.get('name', working.do, undefined)));
    expect(await Promise.all(asked)).toEqual(asked.map(() => ({ told: 1 })));
    expect(working.times).toBe(1);
    expect([answers.hits, answers.misses, answers.entries]).toEqual([5, 1, 1]);
  });

  it('are taken on by another where whoever works gives up, whose failure is nobody else’s', async () => {
    const answers = new WorkedAnswers(10_000);
    const working = work();
    const first = answers.get('name', working.do, undefined);
    const others = [1, 2].map(() => answers.get('name', working.do, undefined));
    await setImmediate();
    working.refuse(new Error('too late'));
    await expect(first).rejects.toThrow('too late');
    await setImmediate();
    expect(working.times).toBe(2);
    working.release({ told: 2 });
    expect(await Promise.all(others)).toEqual([{ told: 2 }, { told: 2 }]);
  });

  it('are not waited for by one whose time is over', async () => {
    const answers = new WorkedAnswers(10_000);
    const working = work();
    const first = answers.get('name', working.do, undefined);
    const controller = new AbortController();
    const second = answers.get('name', working.do, controller.signal);
    await setImmediate();
    controller.abort(new Error('nobody waits'));
    await expect(second).rejects.toThrow('nobody waits');
    working.release({ told: 3 });
    expect(await first).toEqual({ told: 3 });
  });

  it('are handed to all who wait, and not kept, where they are larger than half of the memory', async () => {
    const answers = new WorkedAnswers(10_000);
    const large = { text: 'x'.repeat(3_000) };
    let times = 0;
    const ask = () =>
      answers.get(
        'name',
        async () => {
          times++;
          await setImmediate();
          return large;
        },
        undefined,
      );
    expect(await Promise.all([ask(), ask()])).toEqual([large, large]);
    expect([times, answers.entries]).toEqual([1, 0]);
    await ask();
    expect(times).toBe(2);
  });

  it('push out those that nobody asked for longest', async () => {
    const answers = new WorkedAnswers(10_000);
    for (let number = 0; number < 100; number++) {
      await answers.get(`name ${number}`, () => Promise.resolve({ text: 'x'.repeat(500) }), undefined);
      expect(answers.entries).toBeLessThan(10);
    }
    expect(answers.entries).toBeGreaterThan(5);
  });
});
