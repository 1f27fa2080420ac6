import type { RequestHandler, Response } from 'express';
import { answerError } from './errors.js';

const ALLOWED = 'GET, HEAD, POST, OPTIONS';

const IS_HEAD = 'isHead';

/** Whether only the headers of this answer were asked for: what has no end need not begin for that. */
export function isHead(response: Response): boolean {
  return response.locals[IS_HEAD] === true;
}

/** Lets pass what GraphQL over HTTP has a use for, and refuses other methods with 405. HEAD is answered as GET without a body. */
export const allowMethods: RequestHandler = (request, response, next) => {
  switch (request.method) {
    case 'OPTIONS':
      response.set('allow', ALLOWED);
      return next();
    case 'HEAD':
      request.method = 'GET';
      response.locals[IS_HEAD] = true;
      return next();
    case 'GET':
    case 'POST':
      return next();
  }
  const message = `GraphQL is asked with ${ALLOWED}; got ${request.method}.`;
  response.set('allow', ALLOWED);
  answerError(response, 405, { code: 'BAD_REQUEST', message });
};
