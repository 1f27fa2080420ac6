/**
 * Every failure that Confrere can name. Clients and tests recognise an error by its code, never by its words.
 *
 * The codes of `USER_INPUT_CODES` say that the request was at fault and may be repeated once mended.
 */
export const USER_INPUT_CODES = [
  'BAD_USER_INPUT',
  'BAD_CURSOR',
  'BAD_ID',
  'BAD_KEY',
  'BAD_PAGE_SIZE',
  'BAD_TIME',
  'TOO_MANY_KEYS',
] as const;

export const ERROR_CODES = [
  ...USER_INPUT_CODES,
  'BAD_BUNDLE',
  'BAD_CONFIG',
  'BAD_KIND',
  'BUDGET_EXCEEDED',
  'CHANGESET_REFUSED',
  'COST_LIMIT_EXCEEDED',
  'DEADLINE_EXCEEDED',
  'DOCUMENT_REQUIRED',
  'DOCUMENT_UNKNOWN',
  'OVERLOADED',
  'QUERY_LIMIT_EXCEEDED',
  'STORE_CORRUPT',
  'STORE_FOREIGN',
  'STORE_TOO_NEW',
  'STORE_UNAVAILABLE',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** An error with a code. Its message says what was expected, what came, and what to do; it is fit for a client. */
export class ConfrereError extends Error {
  readonly code: ErrorCode;
  /** Where more can be said than a sentence: the problems of a bundle, the setting, the key. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; details?: Readonly<Record<string, unknown>> } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'ConfrereError';
    this.code = code;
    this.details = options.details ?? {};
  }
}

/** True for an error that the sender of the request can mend. */
export function isUserInputError({ code }: ConfrereError): boolean {
  return (USER_INPUT_CODES as readonly string[]).includes(code);
}
