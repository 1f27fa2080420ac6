import { Router } from 'express';
import { ConfrereError } from '../errors.js';
import { STORE_FAILED } from '../graphql/formatError.js';
import type { Store } from '../store/port.js';

/** `/live` answers as long as the process does; `/ready` asks the store, and answers 503 when it does not answer. */
export function health(store: Store): Router {
  const router = Router();
  router.get('/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get('/ready', async (_request, response) => {
    try {
      await store.health();
      response.json({ status: 'ready', store: store.kind, version: await store.version() });
    } catch (error) {
      const code = error instanceof ConfrereError ? error.code : 'STORE_UNAVAILABLE';
      response
        .status(503)
        .json({ status: 'not ready', store: store.kind, error: { code, message: STORE_FAILED } });
    }
  });
  return router;
}
