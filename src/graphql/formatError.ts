import { randomUUID } from 'node:crypto';
import { unwrapResolverError } from '@apollo/server/errors';
import type { GraphQLFormattedError } from 'graphql';
import { ConfrereError } from '../errors.js';

/** Where the details of an error go that clients must not see. */
export type ReportError = (message: string, error: unknown) => void;

/**
 * The one place where an error becomes what a client sees: errors with a code keep code and message; anything else is
 * our fault, is reported with a reference, and tells the client no more than that reference.
 */
export function errorFormatter(report: ReportError) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const original = unwrapResolverError(error);
    const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
    if (original instanceof ConfrereError) {
      if (original.code === 'STORE_CORRUPT') report(original.message, original);
      return { ...formatted, message: original.message, extensions: { ...extensions, code: original.code } };
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
