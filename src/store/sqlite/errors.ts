import { ConfrereError } from '../../errors.js';

/** The low byte of an SQLite error code: its primary code, whatever the extended one adds. */
const PRIMARY = 0xff;
const [ERROR, PERM, BUSY, LOCKED, NOMEM, READONLY] = [1, 3, 5, 6, 7, 8];
const [IOERR, CORRUPT, FULL, CANTOPEN, PROTOCOL, NOTADB] = [10, 11, 13, 14, 15, 26];

/** Names what SQLite refused in a code of Confrere; gives any other error back as it is. */
export function asStoreError(error: unknown, file: string): unknown {
  if (error instanceof ConfrereError || !(error instanceof Error)) return error;
  const said = error.message;
  switch (primaryCode(error)) {
    case BUSY:
    case LOCKED:
      return unavailable(`Another process is writing to ${file} or has locked it; try again later.`, error);
    case CORRUPT:
      return corrupt(file, said, error);
    case NOTADB:
      return foreign(file, 'it is no SQLite database', error);
    case FULL:
      return unavailable(`No room is left for ${file}; nothing was written.`, error);
    case PERM:
    case READONLY:
      return unavailable(`Confrere may not write to ${file} (${said}).`, error);
    case IOERR:
      return unavailable(
        `${file} cannot be read or written (${said}): see whether its disk is full or broken, or its size limited. What was acknowledged stays.`,
        error,
      );
    case NOMEM:
    case CANTOPEN:
    case PROTOCOL:
      return unavailable(`${file} cannot be read or written (${said}).`, error);
    case ERROR:
      return /^no such (table|column|index)|already exists$/.test(said) ? corrupt(file, said, error) : error;
    default:
      return error;
  }
}

function primaryCode(error: Error): number | undefined {
  if ('rawCode' in error && typeof error.rawCode === 'number') return error.rawCode & PRIMARY;
  // The driver names no code where the file cannot be opened at all.
  return error.message.startsWith('ConnectionFailed') ? CANTOPEN : undefined;
}

export function unavailable(message: string, cause?: unknown): ConfrereError {
  return new ConfrereError('STORE_UNAVAILABLE', message, { cause });
}

/** What a call gets after the store was closed. */
export function closedError(): ConfrereError {
  return unavailable('The store is closed.');
}

/** How a call ends that was given up. Whoever made it has been told why, so that nobody hears of this. */
export function givenUpError(): Error {
  return new Error('Nobody waits for the answer any more.');
}

export function corrupt(file: string, what: string, cause?: unknown): ConfrereError {
  return new ConfrereError(
    'STORE_CORRUPT',
    `${file} is damaged (${what}). It was left as it is: put a backup in its place, or import the bundles into a new file.`,
    { cause, details: { file } },
  );
}

export function foreign(file: string, what: string, cause?: unknown): ConfrereError {
  return new ConfrereError(
    'STORE_FOREIGN',
    `${file} is no store of Confrere: ${what}. It was left as it is: name another file.`,
    { cause, details: { file } },
  );
}
