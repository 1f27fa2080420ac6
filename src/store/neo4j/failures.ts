import neo4j from 'neo4j-driver';
import { ConfrereError } from '../../errors.js';
import type { ErrorCode } from '../../errors.js';

/** What a person must change before trying again can help; stands as `mend` in the details of the error. */
type Mend = 'credentials' | 'database' | 'permissions' | 'memory';

interface Meaning {
  code: ErrorCode;
  message: string;
  mend?: Mend;
}

const CREDENTIALS: Meaning = {
  code: 'STORE_UNAVAILABLE',
  message: 'Neo4j refused the user name or the password: check NEO4J_USERNAME and NEO4J_PASSWORD.',
  mend: 'credentials',
};

const DATABASE: Meaning = {
  code: 'STORE_UNAVAILABLE',
  message: 'Neo4j has no database of that name: check NEO4J_DATABASE.',
  mend: 'database',
};

const TIMED_OUT: Meaning = {
  code: 'STORE_UNAVAILABLE',
  message: 'Neo4j did not finish the question in time. Ask for less, or try again later.',
};

const MEMORY: Meaning = {
  code: 'STORE_UNAVAILABLE',
  message:
    'Neo4j has too little memory for so much at once; of a write nothing was kept. Write less at once (`confrere import --each` writes one bundle or folder after the other), or give Neo4j more memory (its heap, and dbms.memory.transaction.total.max).',
  mend: 'memory',
};

const CORRUPT =
  'The graph in Neo4j holds something that Confrere has not written, where it was about to write; nothing was written.';

/** What the server's error codes mean to whoever asked. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  'Neo.ClientError.Security.Unauthorized': CREDENTIALS,
  'Neo.ClientError.Security.AuthenticationRateLimit': {
    ...CREDENTIALS,
    message:
      'Neo4j locked the user out for a while after several wrong passwords: check NEO4J_USERNAME and NEO4J_PASSWORD, then wait some seconds.',
  },
  'Neo.ClientError.Security.CredentialsExpired': {
    ...CREDENTIALS,
    message:
      'Neo4j wants the password of this user changed before it answers: set a new one (ALTER CURRENT USER), then put it into NEO4J_PASSWORD.',
  },
  'Neo.ClientError.Security.Forbidden': {
    code: 'STORE_UNAVAILABLE',
    message:
      'Neo4j does not allow this user (NEO4J_USERNAME) what Confrere needs: to read, write and create indexes and constraints.',
    mend: 'permissions',
  },
  'Neo.ClientError.Database.DatabaseNotFound': DATABASE,
  'Neo.ClientError.Transaction.TransactionTimedOut': TIMED_OUT,
  'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration': TIMED_OUT,
  'Neo.TransientError.General.MemoryPoolOutOfMemoryError': MEMORY,
  'Neo.TransientError.General.OutOfMemoryError': MEMORY,
  'Neo.ClientError.General.TransactionOutOfMemoryError': MEMORY,
  'Neo.ClientError.Schema.ConstraintValidationFailed': {
    code: 'STORE_CORRUPT',
    message: `${CORRUPT} Find out with "confrere check".`,
  },
  'Neo.DatabaseError.Schema.ConstraintCreationFailed': {
    code: 'STORE_CORRUPT',
    message: 'The graph in Neo4j holds two nodes with one key. Put a backup in its place.',
  },
};

/**
 * Names what the driver or the server refused in a code of Confrere. Messages tell no password, no query and no value.
 * A ConfrereError is given back as it is; so is what neither the driver nor the server has raised.
 */
export function asStoreError(error: unknown, location: string): unknown {
  if (error instanceof ConfrereError || !(error instanceof neo4j.Neo4jError)) return error;
  const meaning = MEANINGS[error.code];
  if (meaning !== undefined) {
    const { code, message, mend } = meaning;
    return new ConfrereError(code, message, {
      cause: error,
      details: mend === undefined ? {} : { mend },
    });
  }
  if (isPassing(error.code)) return unavailable(location, error);
  return new Error(`Neo4j refused a query of Confrere (${error.code}).`, { cause: error });
}

/** The error for a server that cannot be reached or does not answer for now. */
export function unavailable(location: string, cause?: unknown): ConfrereError {
  return new ConfrereError(
    'STORE_UNAVAILABLE',
    `Neo4j at ${location} cannot be reached or does not answer. Check that it runs and that NEO4J_URI is right; Confrere goes on by itself once it answers.`,
    { cause },
  );
}

/** Whether an error says that something should be changed, so that trying again is no use. */
export function wantsMending(error: unknown): boolean {
  return error instanceof ConfrereError && 'mend' in error.details;
}

/** Whether an index or a constraint could not be created because another transaction has created the same meanwhile. */
export function isThereAlready(error: unknown): boolean {
  return (
    error instanceof Error && error.cause instanceof neo4j.Neo4jError && THERE_ALREADY.test(error.cause.code)
  );
}

const THERE_ALREADY = /^Neo\.ClientError\.Schema\.\w+AlreadyExists$/;

/** What the driver itself says of connections that it could not get in time, or that were closed meanwhile. */
const NO_CODE = 'N/A';

function isPassing(code: string): boolean {
  return (
    code === NO_CODE ||
    code === neo4j.error.SERVICE_UNAVAILABLE ||
    code === neo4j.error.SESSION_EXPIRED ||
    code.startsWith('Neo.TransientError.') ||
    code.startsWith('Neo.DatabaseError.') ||
    code.startsWith('Neo.ClientError.Cluster.') ||
    code === 'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase'
  );
}
