import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { IdleCache } from '../../src/store/cache/idleCache.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('forgets what nobody has asked for some minutes, and makes room of it when more is kept', () => {
  vi.advanceTimersByTime(1_000);
  const cache = new IdleCache({ maxSize: 1_000, sizeCalculation: () => 1 });
  for (const name of ['asked', 'not asked']) cache.set(name, { name });
  for (let minute = 0; minute < 7; minute++) {
    vi.advanceTimersByTime(60_000);
    expect(cache.get('asked')).toEqual({ name: 'asked' });
  }
  vi.advanceTimersByTime(2_000);
  cache.set('new', {});
  expect([...cache.keys()].sort()).toEqual(['asked', 'new']);
  expect(cache.calculatedSize).toBe(2);
});
