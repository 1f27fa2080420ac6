import type { ErrorRequestHandler, RequestHandler } from 'express';

/** Answers what nobody else has, in JSON. */
export const answerNotFound: RequestHandler = (request, response) => {
  const message = `There is nothing at ${request.method} ${request.path.slice(0, 200)}. Questions go to POST /graphql; the explorer is at GET /.`;
  response.status(404).json({ errors: [{ message, extensions: { code: 'NOT_FOUND' } }] });
};

/** Answers errors in JSON: a body that cannot be read, or a fault of ours, which says nothing of itself. */
export function answerErrors(report: (message: string, error: unknown) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const { status, code, message } = describe(error);
    if (status >= 500) report('a request failed', error);
    response.status(status).json({ errors: [{ message, extensions: { code } }] });
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
    case 'encoding.unsupported':
      return badRequest(415, 'The encoding of the body is not known; expected UTF-8.');
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
