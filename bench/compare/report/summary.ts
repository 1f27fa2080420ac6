import type { Measured } from '../load.js';
import { quantile, spreadOf } from './statistics.js';
import type { Spread } from './statistics.js';

/** What a contender did over all rounds of a question. Times are in milliseconds, memory in MiB. */
export interface Summary {
  readonly contender: string;
  readonly answersPerSecond: Spread;
  /** To each contender that ratios are told to: the median of the ratios in each round. */
  readonly ratios: Readonly<Record<string, Spread>>;
  readonly latency: { readonly p50: number; readonly p95: number; readonly p99: number };
  /** Processor time for one answer. */
  readonly cpu: { readonly own: number | null; readonly neo4j: number | null };
  readonly memory: number | null;
  /** The 99th percentile of each round, and between which they lie; null where the contender does not tell. */
  readonly loopDelay: Spread | null;
  readonly answers: number;
}

/** The contenders that every other is compared with. */
export const YARDSTICKS = ['neo4j-graphql', 'cypher', 'sqlite'] as const;

/** By the contender’s name, what it did in each round. */
export type Rounds = ReadonlyMap<string, readonly Measured[]>;

export function summaries(rounds: Rounds): Summary[] {
  return [...rounds].map(([contender, measured]) => {
    const latencies = measured.flatMap((round) => round.latencies);
    return {
      contender,
      answersPerSecond: spreadOf(measured.map(rate)),
      ratios: ratiosOf(measured, rounds),
      latency: {
        p50: quantile(latencies, 0.5),
        p95: quantile(latencies, 0.95),
        p99: quantile(latencies, 0.99),
      },
      cpu: {
        own: perAnswer(measured, ({ cpu }) => cpu.own),
        neo4j: perAnswer(measured, ({ cpu }) => cpu.neo4j),
      },
      memory: measured.at(-1)?.memory ?? null,
      loopDelay: loopDelayOf(measured),
      answers: latencies.length,
    };
  });
}

function ratiosOf(measured: readonly Measured[], rounds: Rounds): Record<string, Spread> {
  return Object.fromEntries(
    YARDSTICKS.flatMap((name) => {
      const other = rounds.get(name);
      if (other === undefined) return [];
      const ratios = measured.flatMap((round, index) => {
        const same = other[index];
        return same === undefined ? [] : [rate(round) / rate(same)];
      });
      return [[name, spreadOf(ratios)]];
    }),
  );
}

function loopDelayOf(measured: readonly Measured[]): Spread | null {
  const told = measured.flatMap(({ loopDelay }) => loopDelay ?? []);
  return told.length === 0 ? null : spreadOf(told);
}

function rate({ answers, seconds }: Measured): number {
  return answers / seconds;
}

function perAnswer(measured: readonly Measured[], of: (round: Measured) => number | null): number | null {
  const spent = measured.map(of);
  if (spent.includes(null)) return null;
  const answers = measured.reduce((sum, round) => sum + round.answers, 0);
  return (1000 * spent.reduce<number>((sum, each) => sum + (each ?? 0), 0)) / answers;
}
