import { expect, test } from 'vitest';
import { SOAK } from '../helpers/soak.js';
import type { Store } from '../../src/store/port.js';
import { TOO_BUSY, underMixedLoad } from './mixedLoad.js';
import type { LoadReport, Sample } from './mixedLoad.js';

/** Tells how a service does that runs in a process of its own, over a store that is written beside it. */
export function mixedLoadSuite(
  milliseconds: number,
  start: () => Promise<{ url: string; store: Store; stop: () => Promise<void> }>,
): void {
  test(
    'answers what it can and refuses the rest with a code',
    { timeout: milliseconds + 120_000 },
    async () => {
      const { url, store, stop } = await start();
      try {
        const report = await underMixedLoad(url, milliseconds, store);
        const numbers = numbersOf(report);
        console.log(JSON.stringify(numbers));
        expect(report.faults).toEqual([]);
        expect(report.imports).toBeGreaterThan(0);
        expect(numbers.requests).toBeGreaterThan(numbers.tooLate);
        // How fast it is, its memory and the delay of the loop say something only over a long time.
        if (!SOAK) return;
        // A machine that is busy with something else lets a few come too late.
        expect(numbers.tooLate / numbers.requests).toBeLessThan(0.02);
        expect(numbers.requests).toBeGreaterThan(milliseconds / 200);
        expect(numbers.rss.grown).toBeLessThan(0.1);
        expect(numbers.heap.grown).toBeLessThan(0.1);
        expect(numbers.loopDelay.usual).toBeLessThan(50);
      } finally {
        await stop();
      }
    },
  );
}

function numbersOf({ samples, outcomes, imports, slowest }: LoadReport) {
  const delays = samples.map(({ p99 }) => p99).sort((a, b) => a - b);
  return {
    requests: [...outcomes.values()].reduce((sum, each) => sum + each, 0),
    tooLate: [...outcomes].reduce(
      (sum, [outcome, count]) => sum + (TOO_BUSY.has(outcome.split(' ')[1] ?? '') ? count : 0),
      0,
    ),
    outcomes: Object.fromEntries([...outcomes].sort(([a], [b]) => (a < b ? -1 : 1))),
    imports,
    slowest,
    rss: overThirds(samples, ({ rss }) => rss),
    heap: overThirds(samples, ({ heap }) => heap),
    // The 99th percentile of each stretch between two samples; and the longest delay of all.
    loopDelay: {
      usual: delays[Math.floor(delays.length / 2)] ?? NaN,
      worst: delays.at(-1) ?? NaN,
      below50: delays.filter((delay) => delay < 50).length / delays.length,
      longest: Math.max(...samples.map(({ longest }) => longest)),
    },
  };
}

/** The means of a number over each third of the time, in MB, and by which share the last is above the middle one. */
function overThirds(samples: readonly Sample[], number: (sample: Sample) => number) {
  const third = Math.ceil(samples.length / 3);
  const means = [0, 1, 2].map((index) => {
    const part = samples.slice(index * third, (index + 1) * third);
    return part.reduce((sum, each) => sum + number(each), 0) / part.length / 1_000_000;
  });
  const [, middle = NaN, last = NaN] = means;
  return { means: means.map((mean) => Math.round(mean * 10) / 10), grown: last / middle - 1 };
}
