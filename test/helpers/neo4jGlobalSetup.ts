import { randomUUID } from 'node:crypto';
import neo4jDriver from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import type { TestProject } from 'vitest/node';
import { ConfrereError } from '../../src/errors.js';
import { startNeo4j } from '../../src/cli/neo4j/provide.js';
import { demandLoopback } from './loopback.js';
import { neo4jTools } from './neo4jTools.js';
import { claimTestDatabase, releaseTestDatabase } from './neo4jTestDatabase.js';
import { SOAK } from './soak.js';

/** A Neo4j that the tests may fill and empty. */
export interface TestNeo4j {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly how: 'given' | 'docker' | 'java';
  /** What the marker in the database carries while it belongs to this run of the tests. */
  readonly run: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: TestNeo4j | { readonly absent: string };
  }
}

interface ProvidedServer extends Omit<TestNeo4j, 'run'> {
  readonly stop: () => Promise<void>;
}

/**
 * Provides one Neo4j for a whole run of vitest: the one that NEO4J_TEST_URI names, otherwise one that is started here
 * and stopped at the end. Without any, the tests are told why and skip themselves; with CI=true the run fails.
 */
export default async function setup(project: Pick<TestProject, 'provide'>): Promise<() => Promise<void>> {
  const server = givenServer() ?? (await startedServer());
  if ('absent' in server) {
    project.provide('neo4j', server);
    return () => Promise.resolve();
  }
  const { uri, username, password, how, stop } = server;
  const run = randomUUID();
  const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic(username, password));
  const close = async (): Promise<void> => {
    await driver.close();
    await stop();
  };
  try {
    await claim(driver, uri, run);
    project.provide('neo4j', { uri, username, password, how, run });
  } catch (error) {
    await close();
    throw error;
  }
  return async () => {
    // What was started here is deleted whole; a database that was given is handed back as it came.
    if (how === 'given') await releaseTestDatabase(driver, run).finally(close);
    else await close();
  };
}

function givenServer(): ProvidedServer | undefined {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USERNAME: username, NEO4J_TEST_PASSWORD: password } = process.env;
  if (!uri) return undefined;
  if (SOAK) demandLoopback(uri);
  return {
    uri,
    username: username || 'neo4j',
    password: password ?? '',
    how: 'given',
    stop: () => Promise.resolve(),
  };
}

async function startedServer(): Promise<ProvidedServer | { readonly absent: string }> {
  try {
    return await startNeo4j({ tools: neo4jTools(), log: (line) => console.warn(line) });
  } catch (error) {
    // A Neo4j that is there and does not start is a fault to be looked at, not a reason to skip.
    if (!(error instanceof ConfrereError) || error.details['obtained'] !== false) throw error;
    const absent = `${error.message} Or set NEO4J_TEST_URI.`.replaceAll(/\s+/g, ' ');
    if (process.env['CI'] === 'true') throw new Error(`CI=true asks for all tests. ${absent}`);
    console.warn(`Neo4j tests are SKIPPED. ${absent}`);
    return { absent };
  }
}

async function claim(driver: Driver, uri: string, run: string): Promise<void> {
  try {
    await driver.verifyConnectivity();
  } catch (error) {
    throw new Error(`The Neo4j of the tests at ${uri} cannot be used: ${String(error)}`, { cause: error });
  }
  await claimTestDatabase(driver, run);
}
