import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FairQueue } from '../../src/store/fairQueue.js';
import { Turns } from '../../src/store/turns.js';

it('owners take turns, each with what it had waiting longest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(3), fc.nat(), fc.constantFrom('push', 'shift', 'remove'))),
      (steps) => {
        const queue = new FairQueue<number, number>();
        // The same by looking through all that waits.
        const waiting: { owner: number; item: number }[] = [];
        let turns: number[] = [];
        for (const [owner, item, step] of steps) {
          if (step === 'push') {
            queue.push(owner, item);
            waiting.push({ owner, item });
            if (!turns.includes(owner)) turns.push(owner);
          } else if (step === 'remove') {
            queue.remove(owner, item);
            const place = waiting.findIndex((each) => each.owner === owner && each.item === item);
            if (place >= 0) waiting.splice(place, 1);
          } else {
            const place = waiting.findIndex((each) => each.owner === turns[0]);
            const [next] = place < 0 ? [] : waiting.splice(place, 1);
            expect(queue.shift()).toBe(next?.item);
            turns = [...turns.slice(1), ...turns.slice(0, 1)];
          }
          turns = turns.filter((each) => waiting.some((one) => one.owner === each));
          expect(queue.isEmpty).toBe(waiting.length === 0);
        }
      },
    ),
  );
});

it('the event loop is held for one at a time, and whoever wants many turns waits for whoever wants few', async () => {
  const turns = new Turns<string>();
  const held: string[] = [];
  let rounds = 0;
  const counting = setInterval(() => rounds++, 0);
  const work = async (owner: string, times: number) => {
    for (let time = 0; time < times; time++) {
      await turns.next(owner);
      held.push(owner);
      const until = performance.now() + 3;
      while (performance.now() < until);
    }
  };
  await Promise.all([...Array.from({ length: 20 }, () => work('many', 3)), work('few', 3)]);
  clearInterval(counting);
  // Timers had their chance between two turns.
  expect(rounds).toBeGreaterThan(40);
  expect(held).toHaveLength(63);
  expect(held.lastIndexOf('few')).toBeLessThan(8);
});
