import { cpus } from 'node:os';
import type { Options } from '../options.js';
import type { FirstAsked } from './firstAsked.js';
import type { Summary } from './summary.js';

/** What was measured of one question over so many connections. */
export interface Result {
  readonly question: string;
  readonly title: string;
  readonly connections: number;
  /** In how many answers of each contender every field was found equal, and how long one is, in bytes. */
  readonly proved: number;
  readonly bytes: Readonly<Record<string, number>>;
  /** What an answer takes that is asked for the first time. */
  readonly first: readonly FirstAsked[];
  readonly contenders: readonly Summary[];
}

/** All that a run found out. */
export interface Report {
  readonly machine: { readonly processors: number; readonly model: string; readonly node: string };
  /** What was asked for; not where it was kept. */
  readonly options: Omit<Options, 'data' | 'json' | 'svg'>;
  readonly results: readonly Result[];
}

/** The report of a run on this machine. */
export function reportOf(results: readonly Result[], options: Options): Report {
  const { data: _data, json: _json, svg: _svg, ...asked } = options;
  const [processor] = cpus();
  const machine = { processors: cpus().length, model: processor?.model ?? '', node: process.version };
  return { machine, options: asked, results };
}
