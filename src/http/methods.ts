import type { RequestHandler } from 'express';
import { answerError } from './errors.js';

const ALLOWED = 'GET, HEAD, POST, OPTIONS';

/** Lets pass what GraphQL over HTTP has a use for, and refuses other methods with 405. HEAD is answered as GET without a body. */
export const allowMethods: RequestHandler = (request, response, next) => {
  switch (request.method) {
    case 'OPTIONS':
      response.set('allow', ALLOWED);
      return next();
    case 'HEAD':
      request.method = 'GET';
      return next();
    case 'GET':
    case 'POST':
      return next();
  }
  const message = `GraphQL is asked with ${ALLOWED}; got ${request.method}.`;
  response.set('allow', ALLOWED);
  answerError(response, 405, { code: 'BAD_REQUEST', message });
};
