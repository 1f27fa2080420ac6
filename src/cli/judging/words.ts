import type { Candidate, Cut } from '../../traversals/index.js';
import { BOUNDS } from '../../traversals/index.js';

/** The explained score: a line for each thing that speaks for or against. */
export function linesOfReasons({ reasons }: Pick<Candidate, 'reasons'>): string[] {
  return reasons.map(
    ({ weight, rule, text, excludes }) =>
      `  ${(weight > 0 ? `+${weight}` : String(weight)).padStart(6)}  ${rule.toLowerCase().replaceAll('_', ' ').padEnd(17)}  ${text}${excludes ? ' (excludes)' : ''}`,
  );
}

/** How likely a pair is one. */
export function likelihoodWords({ likelihood, score }: Pick<Candidate, 'likelihood' | 'score'>): string {
  return `${likelihood} ${score.toFixed(2)}`;
}

/** Why not all were found. */
export function cutWords({ bound, maximum }: Cut, kind: string): string {
  return `Some of the kind ${kind} may be missing. ${BOUNDS[bound]} (${maximum})`;
}
