import type { Proved } from '../prove.js';
import { laterHalf, quantile } from './statistics.js';
import { YARDSTICKS } from './summary.js';

/** What a question takes that nobody has asked before, one at a time, in milliseconds. */
export interface FirstAsked {
  readonly contender: string;
  readonly p50: number;
  readonly p95: number;
}

/**
 * How long each contender took when the answers were proved, which is when each was asked for the first time. Of the
 * later half of them.
 */
export function firstAsked(proved: Proved): FirstAsked[] {
  return [...proved].map(([contender, exchanges]) => {
    const times = laterHalf(exchanges).map(({ took }) => took);
    return { contender, p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
  });
}

/** The same in words, a line for each contender, with how many times as fast as the others it was. */
export function firstAskedInWords(measured: readonly FirstAsked[]): string {
  return measured
    .map(({ contender, p50, p95 }) => {
      const ratios = YARDSTICKS.flatMap((name) => {
        const other = measured.find((each) => each.contender === name);
        return other === undefined || name === contender ? [] : [`${(other.p50 / p50).toFixed(2)} x ${name}`];
      });
      return `  ${[`${contender}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`, ...ratios].join(', ')}`;
    })
    .join('\n');
}
