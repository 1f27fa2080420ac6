import type { RequestHandler } from 'express';

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
  response
    .status(405)
    .set('allow', ALLOWED)
    .json({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] });
};
