import { ontology as everyKind } from '../../ontology/index.js';
import type { Ontology } from '../../ontology/index.js';
import type { Store } from '../port.js';
import { awaitServer, locationOf, openDriver } from './connect.js';
import { Executor } from './executor.js';
import { prepareDatabase } from './prepare.js';
import { Neo4jStore } from './store.js';
import { vocabularyOf } from './vocabulary.js';

export interface Neo4jStoreOptions {
  /** `bolt://`, `neo4j://`, or one of them with `+s`. */
  uri: string;
  username?: string;
  password?: string;
  /** The user's home database where none is named. */
  database?: string;
  ontology?: Ontology;
  /** How long to wait for a server that does not answer yet. */
  startTimeoutMs?: number;
  /** How long one question may take on the server. */
  queryTimeoutMs?: number;
}

const START_TIMEOUT_MS = 20_000;
const QUERY_TIMEOUT_MS = 15_000;
/** A large changeset is a long write, and cutting it off would only make it be tried again. */
const WRITE_TIMEOUT_MS = 600_000;

/**
 * Opens the store in a Neo4j database, creates what is missing of its constraints and indexes, and marks an empty
 * database as Confrere's.
 *
 * Fails with STORE_UNAVAILABLE when Neo4j does not answer within `startTimeoutMs` or refuses the user; with
 * STORE_FOREIGN when the database holds other data; with STORE_TOO_NEW when a newer Confrere wrote it; with BAD_CONFIG
 * when the address is none.
 */
export async function openNeo4jStore(options: Neo4jStoreOptions): Promise<Store> {
  const { uri, username = 'neo4j', password = '', database, ontology = everyKind } = options;
  const vocabulary = vocabularyOf(ontology);
  const location = locationOf(uri, database);
  const executor = new Executor(openDriver({ uri, username, password }), {
    database,
    location,
    queryTimeoutMs: options.queryTimeoutMs ?? QUERY_TIMEOUT_MS,
    writeTimeoutMs: WRITE_TIMEOUT_MS,
  });
  try {
    await awaitServer(executor, options.startTimeoutMs ?? START_TIMEOUT_MS);
    await prepareDatabase(executor, vocabulary);
  } catch (error) {
    await executor.close();
    throw error;
  }
  return new Neo4jStore(location, executor, ontology, vocabulary);
}
