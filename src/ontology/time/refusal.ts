import { ConfrereError } from '../../errors.js';

const SHOWN_LENGTH = 60;

/** Makes the error of a refused time from the advice that says what to do instead. */
export type Refuse = (advice: string) => ConfrereError;

/** The error for a time that cannot be taken: what was expected, what came, what to do. */
export function badTime(expected: string, given: unknown, advice: string): ConfrereError {
  const shown = show(given);
  return new ConfrereError('BAD_TIME', `Expected ${expected}; got ${shown}. ${advice}`, {
    details: { given: shown },
  });
}

/** A short printable form: quoted text, or the kind of thing that is no text. */
function show(given: unknown): string {
  if (typeof given === 'string') {
    const quoted = JSON.stringify(given.slice(0, SHOWN_LENGTH));
    return given.length > SHOWN_LENGTH ? `${quoted}... (${given.length} characters)` : quoted;
  }
  if (typeof given === 'number' || typeof given === 'boolean') return `the ${typeof given} ${given}`;
  if (given === null || given === undefined) return String(given);
  return Array.isArray(given)
    ? 'a list'
    : given instanceof Date
      ? 'a Date'
      : `a value of type ${typeof given}`;
}
