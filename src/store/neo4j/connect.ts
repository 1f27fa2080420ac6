import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { ConfrereError } from '../../errors.js';
import type { Executor } from './executor.js';
import { wantsMending } from './failures.js';

export interface Address {
  uri: string;
  username: string;
  password: string;
}

// Together they bound how long a request waits for a server that is down: three attempts within about three seconds.
const CONNECTION_TIMEOUT_MS = 3_000;
const ACQUISITION_TIMEOUT_MS = 5_000;
const RETRY_TIME_MS = 2_000;

const PAUSE_MS = 500;
const SCHEMES = ['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'];
/** Labels and types of relationships can be taken from parameters from this release on. */
const OLDEST = { major: 5, minor: 26 };

/** A driver for the address; nothing is connected yet. Refuses an address that is none with BAD_CONFIG. */
export function openDriver({ uri, username, password }: Address): Driver {
  checkAddress(uri);
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    connectionTimeout: CONNECTION_TIMEOUT_MS,
    connectionAcquisitionTimeout: ACQUISITION_TIMEOUT_MS,
    maxTransactionRetryTime: RETRY_TIME_MS,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
    telemetryDisabled: true,
    userAgent: 'confrere',
  });
}

/** The address as it may be shown: what stands before an `@` may be a password. */
export function locationOf(uri: string, database: string | undefined): string {
  const shown = uri.replace(/^([^:/?#]+:\/\/)[^/?#]*@/, '$1').replace(/[?#].*$/s, '');
  return database === undefined ? shown : `${shown.replace(/\/+$/, '')}/${database}`;
}

function checkAddress(uri: string): void {
  const url = URL.canParse(uri) ? new URL(uri) : null;
  if (url !== null && SCHEMES.includes(url.protocol.slice(0, -1)) && url.hostname !== '') {
    if (url.username === '' && url.password === '') return;
    throw new ConfrereError(
      'BAD_CONFIG',
      'The address of Neo4j (NEO4J_URI) has a user name in it: put that into NEO4J_USERNAME and NEO4J_PASSWORD.',
    );
  }
  throw new ConfrereError(
    'BAD_CONFIG',
    `The address of Neo4j (NEO4J_URI) is "${locationOf(uri, undefined)}"; expected for instance "bolt://localhost:7687", "neo4j://host" or "neo4j+s://host".`,
  );
}

/**
 * Waits until Neo4j answers, then makes sure that it is one that Confrere can use. Fails with STORE_UNAVAILABLE once
 * `timeoutMs` have passed, at once where waiting is no use (a wrong password).
 */
export async function awaitServer(executor: Executor, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const left = Math.max(deadline - performance.now(), PAUSE_MS);
    try {
      checkVersion(await executor.rows<Component>(VERSION, {}, { timeoutMs: left }));
      return;
    } catch (error) {
      const passing = error instanceof ConfrereError && error.code === 'STORE_UNAVAILABLE';
      if (!passing || wantsMending(error) || performance.now() + PAUSE_MS >= deadline) throw error;
    }
    await sleep(PAUSE_MS);
  }
}

const VERSION =
  "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version";

interface Component {
  version: string;
}

function checkVersion(components: readonly Component[]): void {
  const version = components[0]?.version ?? '';
  const [major = 0, minor = 0] = version.split('.').map((part) => Number.parseInt(part, 10));
  if (major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor)) return;
  throw new ConfrereError(
    'STORE_UNAVAILABLE',
    `Neo4j there is of version ${version || 'unknown'}; Confrere needs ${OLDEST.major}.${OLDEST.minor} or newer.`,
    { details: { mend: 'version' } },
  );
}
