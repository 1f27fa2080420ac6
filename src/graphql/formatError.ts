import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import { GraphQLError } from 'graphql';
import type { GraphQLFormattedError } from 'graphql';
import { ConfrereError, isUserInputError } from '../errors.js';

/** Where the details of an error go that clients must not see. */
export type ReportError = (message: string, error: unknown) => void;

/** What clients are told of a store that fails: its own words name addresses and files that are not theirs to know. */
export const STORE_FAILED =
  'The service cannot reach its data at the moment. Nothing was lost; ask again in a little while.';

/**
 * The one place where an error becomes what a client sees: errors that the client can mend keep code and message; those
 * of the store keep the code alone; anything else is our fault, is reported with a reference, and tells the client no
 * more than that reference.
 */
export function errorFormatter(report: ReportError) {
  const reportNowAndThen = atMostEvery(REPORT_MILLISECONDS, report);
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
    if (original instanceof ConfrereError) {
      const { code } = original;
      if (isUserInputError(original) || code === 'DEADLINE_EXCEEDED') {
        return { ...formatted, message: original.message, extensions: { ...extensions, code } };
      }
      reportNowAndThen(original.message, original);
      return { ...formatted, message: STORE_FAILED, extensions: { ...extensions, code } };
    }
    const message = PLAINER.get(formatted.message) ?? formatted.message;
    if (isAboutTheRequest(original)) {
      return { ...formatted, message, extensions: { ...extensions, code: 'BAD_USER_INPUT' } };
    }
    if (extensions['code'] !== undefined && extensions['code'] !== 'INTERNAL_SERVER_ERROR') {
      return { ...formatted, message, extensions };
    }
    const reference = randomUUID();
    report(`internal error ${reference}`, original);
    return {
      ...formatted,
      message: `Something went wrong on our side. Should it happen again, report it with the reference ${reference}.`,
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
    };
  };
}

/** What libraries say so shortly that nobody would know what to do about it, and what is said in its stead. */
const PLAINER: ReadonlyMap<string, string> = new Map([
  [
    'Validation aborted.',
    'The query repeats fields so often that it would take too long to check whether they agree; expected each of them ' +
      'about once: leave out repetitions, or ask in several queries.',
  ],
  [
    'Operation batching disabled.',
    'The body is a list; expected one question: {"query": "…", "variables": {…}}. Send each in a request of its own.',
  ],
  [
    'POST body missing, invalid Content-Type, or JSON object has no keys.',
    'The body is empty, or not sent as JSON; expected {"query": "…", "variables": {…}} with `Content-Type: application/json`.',
  ],
  [
    'provided sha does not match query',
    '`extensions.persistedQuery.sha256Hash` is not the hash of `query`; expected the SHA-256 of its text, in lower-case hexadecimal.',
  ],
  [
    'Unsupported persisted query version',
    '`extensions.persistedQuery.version` is not one that is known; expected 1.',
  ],
]);

/** A store that is away fails every question alike; one line now and then says as much as one for each. */
const REPORT_MILLISECONDS = 10_000;

function atMostEvery(milliseconds: number, report: ReportError): ReportError {
  const reportedAt = new Map<string, number>();
  return (message, error) => {
    const now = performance.now();
    if (now - (reportedAt.get(message) ?? -Infinity) < milliseconds) return;
    reportedAt.set(message, now);
    report(message, error);
  };
}

/**
 * What graphql-js itself finds wrong while it executes, such as null for an argument that must not be null. It comes
 * without a code; errors of resolvers are of other classes, or carry a code already. A fault on the way to the resolvers
 * comes wrapped in one that has no code either.
 */
function isAboutTheRequest(error: unknown): boolean {
  if (!(error instanceof GraphQLError) || error.extensions['code'] !== undefined) return false;
  return error.originalError === undefined || isAboutTheRequest(error.originalError);
}
