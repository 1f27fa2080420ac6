import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
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
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
    if (original instanceof ConfrereError) {
      const { code } = original;
      if (isUserInputError(original)) {
        return { ...formatted, message: original.message, extensions: { ...extensions, code } };
      }
      report(original.message, original);
      return { ...formatted, message: STORE_FAILED, extensions: { ...extensions, code } };
    }
    if (extensions['code'] !== undefined && extensions['code'] !== 'INTERNAL_SERVER_ERROR') {
      return { ...formatted, extensions };
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
