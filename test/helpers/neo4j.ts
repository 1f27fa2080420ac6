import neo4jDriver from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { describe, inject } from 'vitest';
import type { TestNeo4j } from './neo4jGlobalSetup.js';
import { emptyTestDatabase } from './neo4jTestDatabase.js';

/**
 * A suite that needs a Neo4j; it is skipped, and says so in its name, where none could be provided. `body` gets a
 * function that names the server, to be called in hooks and tests. All such files share one database: they run one after
 * another, and each begins with `clearTestDatabase`.
 */
export function describeNeo4j(name: string, body: (server: () => TestNeo4j) => void): void {
  const absent = provided() === null;
  describe.skipIf(absent)(absent ? `${name} (skipped: no Neo4j)` : name, () => body(neo4j));
}

/** The Neo4j of this run. Throws where none could be provided: ask inside `describeNeo4j`. */
export function neo4j(): TestNeo4j {
  const server = provided();
  if (server === null) throw new Error('No Neo4j could be provided; the first lines of the run say why.');
  return server;
}

/** A driver for the Neo4j of this run, for looking at the database from outside; its user closes it. */
export function openTestDriver(): Driver {
  const { uri, username, password } = neo4j();
  return neo4jDriver.driver(uri, neo4jDriver.auth.basic(username, password));
}

/** Deletes all that the tests have put into the database. Throws STORE_FOREIGN where it is not theirs. */
export async function clearTestDatabase(driver: Driver): Promise<void> {
  await emptyTestDatabase(driver, neo4j().run);
}

function provided(): TestNeo4j | null {
  const server = inject('neo4j') as ReturnType<typeof inject<'neo4j'>> | undefined;
  if (server === undefined) {
    throw new Error('This file ran where vitest.config.ts provides no Neo4j to the tests.');
  }
  return 'absent' in server ? null : server;
}
