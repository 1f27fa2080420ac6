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

export type Request = { method: string; values: readonly unknown[] } | 'close';

/** A thread first says that it is open, then answers one request after the other. */
export type Reply = { opened: string } | { answer: unknown } | { failure: Failure };

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
