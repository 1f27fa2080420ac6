import { Router } from 'express';
import { ConfrereError } from '../errors.js';
import { STORE_FAILED } from '../graphql/formatError.js';
import type { Store } from '../store/port.js';
import type { Drain } from './drain.js';
import type { Log } from './log.js';

/** How long the store may take to say that it is well, in milliseconds: whoever asks whether it is waits little longer. */
const PATIENCE = 4_000;

/** Why the service is not ready, as far as everybody may know. */
interface Reason {
  what: 'service' | 'store';
  code: string;
  message: string;
  /** What a person must change before it can get better, where a store can tell: `credentials`, `database`. */
  mend?: string;
}

type Readiness = { version: number } | { reasons: readonly Reason[] };

export interface HealthOptions {
  store: Store;
  drain: Pick<Drain, 'hasBegun'>;
  log: Log;
}

/**
 * `/live` answers as long as the process does. `/ready` answers 503 and says why where questions should not come here: the
 * service is about to stop, or its store does not answer.
 */
export function health({ store, drain, log }: HealthOptions): Router {
  const router = Router();
  const ask = oneAtATime(tellingTheLog(log, () => readinessOf(store)));
  router.get('/live', (_request, response) => {
    response.json({ status: 'live' });
  });
  router.get('/ready', async (_request, response) => {
    const readiness = drain.hasBegun ? { reasons: [DRAINING] } : await ask();
    if ('version' in readiness) response.json({ status: 'ready', store: store.kind, ...readiness });
    else response.status(503).json({ status: 'not ready', store: store.kind, ...readiness });
  });
  return router;
}

const DRAINING: Reason = {
  what: 'service',
  code: 'DRAINING',
  message: 'The service is about to stop; it answers what it was asked before, and nothing further.',
};

async function readinessOf(store: Store): Promise<Readiness & { error?: unknown }> {
  const bound = store.during(AbortSignal.timeout(PATIENCE));
  try {
    await bound.health();
    return { version: await bound.version() };
  } catch (error) {
    return { reasons: [reasonOf(error)], error };
  }
}

function reasonOf(error: unknown): Reason {
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    const message = `The store has not answered for ${PATIENCE / 1000} s.`;
    return { what: 'store', code: 'DEADLINE_EXCEEDED', message };
  }
  const { code, details } =
    error instanceof ConfrereError ? error : { code: 'STORE_UNAVAILABLE', details: {} as { mend?: unknown } };
  const mend = details['mend'];
  return { what: 'store', code, message: STORE_FAILED, ...(typeof mend === 'string' ? { mend } : {}) };
}

/** However many ask, the store is asked once at a time. */
function oneAtATime<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let asking: Promise<Answer> | undefined;
  return () => (asking ??= ask().finally(() => (asking = undefined)));
}

/** The store's own words name addresses and files: they are for the log, once when it goes away and once when it is back. */
function tellingTheLog(
  log: Log,
  ask: () => Promise<Readiness & { error?: unknown }>,
): () => Promise<Readiness> {
  let wasReady = true;
  return async () => {
    const { error, ...readiness } = await ask();
    const isReady = 'version' in readiness;
    if (wasReady && !isReady) log.warn({ err: error }, 'not ready');
    if (!wasReady && isReady) log.warn('ready again');
    wasReady = isReady;
    return readiness;
  };
}
