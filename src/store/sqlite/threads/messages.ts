import { ConfrereError, ERROR_CODES } from '../../../errors.js';
import type { ErrorCode } from '../../../errors.js';
import type { EntityKind, FactKind, RelationDefinition } from '../../../ontology/index.js';

/** What a thread is for. Auditors read like readers, but one moment of the file for as long as they live. */
export type ThreadRole = 'writer' | 'reader' | 'auditor';

/** What a thread must know to begin. */
export interface ThreadData {
  role: ThreadRole;
  file: string;
  /** How long to wait for another process that has locked the file, in milliseconds. */
  patience: number;
  /** Which file it must be; left out for the writer, which finds it out. */
  identity?: string;
  /** The kinds of the ontology, for the writer; an ontology itself has functions, which cannot cross. */
  kinds?: OntologyKinds;
}

export interface OntologyKinds {
  entityKinds: readonly EntityKind[];
  factKinds: readonly FactKind[];
  relations: readonly RelationDefinition[];
}

/** A thread opens one file, answers calls about it one after the other, closes it, and may then open another. */
export type Request = { open: ThreadData } | Call | 'close';

/**
 * Places in the memory that both sides see: how many requests are still to be answered, and whether the call under way
 * is given up.
 */
export const UNANSWERED = 0;
export const GIVEN_UP = 1;
export const SHARED = 2;

export interface Call {
  method: string;
  values: readonly unknown[];
}

export type Reply =
  { opened: string } | { unopened: Failure } | { answer: unknown } | { failure: Failure } | 'closed';

/** An error in the form in which it crosses from a thread. */
export interface Failure {
  code?: ErrorCode;
  message: string;
  details?: Readonly<Record<string, unknown>>;
  stack?: string;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof ConfrereError) {
    return { code: error.code, message: error.message, details: error.details };
  }
  if (error instanceof Error) return { message: error.message, stack: error.stack };
  return { message: String(error) };
}

export function errorOf({ code, message, details, stack }: Failure): Error {
  if (code !== undefined && ERROR_CODES.includes(code)) return new ConfrereError(code, message, { details });
  const error = new Error(message);
  // Where it happened in the thread says more than where its answer was read.
  if (stack !== undefined) error.stack = stack;
  return error;
}
