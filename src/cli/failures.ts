import { ConfrereError } from '../errors.js';
import { problemText } from '../ingest/index.js';
import type { Problem } from '../ingest/index.js';

const FAILED = 1;
const MISUSED = 2;
/** EX_SOFTWARE of sysexits.h: the fault is in the program. */
const FAULTY = 70;

/** A command line that cannot be understood. */
export class UsageError extends Error {}

/** Tells a person what went wrong, on standard error, and gives the exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof UsageError || isMissingArgument(error)) {
    console.error(`${error.message}\nconfrere --help tells what there is.`);
    return MISUSED;
  }
  if (error instanceof ConfrereError) {
    console.error(failureWords(error));
    return FAILED;
  }
  console.error('Confrere has failed in a way that it should not. Please report this:');
  console.error(error);
  return FAULTY;
}

/** What went wrong, in words for people; each problem on a line of its own. */
export function failureWords({ code, message, details }: ConfrereError): string {
  const problems = details['problems'];
  if (!Array.isArray(problems)) return `${code}: ${message}`;
  const lines = problems.map((problem) =>
    typeof problem === 'string' ? problem : problemText(problem as Problem),
  );
  const count = lines.length === 1 ? '1 problem' : `${lines.length} problems`;
  const outcome = code === 'BAD_CONFIG' ? 'nothing was started' : 'nothing was written';
  return [...lines, '', `${code}: ${count}; ${outcome}.`].join('\n');
}

/** citty does not export the class of its errors. */
function isMissingArgument(error: unknown): error is Error {
  return error instanceof Error && error.name === 'CLIError';
}
