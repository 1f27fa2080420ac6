import { createHash } from 'node:crypto';

/** Longer questions are known by their hash. */
const LONGEST_NAME = 500;

/** A text that is the same for equal questions alone, whatever they are made of; but no field of theirs has an empty name. */
export function questionText(question: unknown): string {
  const text = JSON.stringify(question);
  // JSON writes both infinities as null, and two open periods would be taken for one.
  return text.includes('null') ? JSON.stringify(question, withInfinities) : text;
}

/** One name for each question, made of all that its answer hangs on. */
export function questionName(...question: readonly unknown[]): string {
  const text = questionText(question);
  return text.length <= LONGEST_NAME ? text : createHash('sha256').update(text).digest('base64');
}

function withInfinities(_name: string, value: unknown): unknown {
  return value === Infinity || value === -Infinity ? { '': String(value) } : value;
}
