import { expect, it, vi } from 'vitest';
import { Newest } from '../../src/store/cache/newest.js';

it('a store that hangs is asked a few times beside one another and no more, and goes on when it answers', async () => {
  vi.useFakeTimers();
  try {
    const answers: ((number: number) => void)[] = [];
    const newest = new Newest(() => new Promise((resolve) => answers.push(resolve)));
    const asked: Promise<number>[] = [];
    for (let time = 0; time < 40; time++) {
      asked.push(newest.read());
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(answers).toHaveLength(4);
    for (let number = 1; number <= 5; number++) {
      answers[number - 1]?.(number);
      await vi.advanceTimersByTimeAsync(0);
    }
    expect(answers).toHaveLength(5);
    expect(await Promise.all(asked)).toEqual([1, 2, 3, 4, ...asked.slice(4).map(() => 5)]);
  } finally {
    vi.useRealTimers();
  }
});

it('a failed reading fails those who share it, and nobody else', async () => {
  const outcomes = [Promise.reject(new Error('away')), Promise.resolve(2)];
  const newest = new Newest(() => outcomes.shift() ?? Promise.resolve(3));
  await expect(newest.read()).rejects.toThrow('away');
  expect(await newest.read()).toBe(2);
});
