import { userInfo } from 'node:os';
import { lineOfText } from '../ontology/index.js';
import { UsageError } from './failures.js';

/** The value of an option as one line of text. Refuses, with a `UsageError`, what is none. */
export function lineOrRefuse(option: string, text: string, maximum: number): string {
  const result = lineOfText(maximum).safeParse(text);
  if (result.success) return result.data;
  throw new UsageError(`${option}: ${result.error.issues[0]?.message ?? 'it cannot be used'}`);
}

/** What the system calls whoever runs the program. */
export function userName(): string {
  try {
    return userInfo().username || 'unknown';
  } catch {
    // A user id without an entry in the list of users, as containers have it.
    return 'unknown';
  }
}
