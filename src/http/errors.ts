import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { noteCode } from './requests.js';
import { GRAPHQL_RESPONSE, takesGraphqlResponse } from '../graphql/mediaTypes.js';

/** What an answer says of an error, beside its status. */
export interface AnsweredError {
  code: string;
  message: string;
  /** Further extensions. */
  extensions?: Readonly<Record<string, unknown>>;
}

/** Answers with an error, as GraphQL would: also in its own media type, or clients would not look for the code. */
export function answerError(response: Response, status: number, error: AnsweredError): void {
  noteCode(response, error.code);
  answerWith(response, status, errorBody(error));
}

/** Answers with a body of GraphQL, in the media type that its client knows. */
export function answerWith(response: Response, status: number, body: object): void {
  if (takesGraphqlResponse(response.req.get('accept'))) response.type(GRAPHQL_RESPONSE);
  response.status(status).json(body);
}

/** The body of such an answer. */
export function errorBody({ code, message, extensions = {} }: AnsweredError): object {
  return { errors: [{ message, extensions: { code, ...extensions } }] };
}

/** Answers what nobody else has, in JSON. */
export const answerNotFound: RequestHandler = (request, response) => {
  const message = `There is nothing at ${request.method} ${(request.baseUrl + request.path).slice(0, 200)}. Questions go to POST /graphql; the explorer is at GET /.`;
  answerError(response, 404, { code: 'NOT_FOUND', message });
};

/** Answers errors in JSON: a body that cannot be read, or a fault of ours, which says nothing of itself. */
export function answerErrors(report: (message: string, error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, ...described } = describe(error);
    if (status >= 500) report('a request failed', error);
    answerError(response, status, described);
  };
}

function describe(error: unknown): { status: number; code: string; message: string } {
  switch (propertyOf(error, 'type')) {
    case 'entity.parse.failed':
      return badRequest(400, 'The body is not JSON; expected {"query": "…", "variables": {…}}.');
    case 'entity.too.large':
      return badRequest(413, 'The body is too large; expected at most 512 KB.');
    case 'entity.verify.failed':
      return badRequest(400, 'The body is not UTF-8 throughout; expected JSON in UTF-8.');
    case 'charset.unsupported':
      return badRequest(415, 'The charset of the body is not known; expected UTF-8.');
    case 'encoding.unsupported':
      return badRequest(
        415,
        'The Content-Encoding of the body is not known; expected none, gzip, deflate or br.',
      );
  }
  const status = propertyOf(error, 'status');
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return badRequest(status, 'The request could not be read.');
  }
  return { status: 500, code: 'INTERNAL_SERVER_ERROR', message: 'Something went wrong on our side.' };
}

function badRequest(status: number, message: string) {
  return { status, code: 'BAD_REQUEST', message };
}

function propertyOf(error: unknown, name: string): unknown {
  return typeof error === 'object' && error !== null ? (error as Record<string, unknown>)[name] : undefined;
}
