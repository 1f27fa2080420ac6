import { ConfrereError } from '../../errors.js';

/** Refuses, with BAD_USER_INPUT, what is no whole number between two, both included. */
export function demandNumber(argument: string, given: number, from: number, to: number): void {
  if (Number.isInteger(given) && given >= from && given <= to) return;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `\`${argument}\` is ${given}; expected a whole number from ${from} to ${to}.`,
  );
}
