import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { ConfrereError } from '../../errors.js';
import { startNeo4j } from './provide.js';
import type { Neo4jTools } from './means.js';

export interface PersonalNeo4jOptions {
  /** The Bolt port on 127.0.0.1; 7687 where none is given. */
  readonly port?: number;
  /** Kept between starts: the database, its logs and its password. */
  readonly dataDirectory: string;
  readonly tools?: Neo4jTools;
  readonly log: (line: string) => void;
}

/**
 * Runs a Neo4j for a person to work with until SIGINT or SIGTERM, and says with which settings Confrere uses it.
 * Throws what `startNeo4j` throws, and STORE_UNAVAILABLE when the server ends unasked.
 */
export async function runNeo4jForPerson({
  port = 7687,
  dataDirectory,
  tools = {},
  log,
}: PersonalNeo4jOptions): Promise<void> {
  const home = resolve(dataDirectory);
  const password = await keptPassword(home);
  const interruption = signalled();
  log('Starting Neo4j ...');
  const server = await startNeo4j({ port, home, password, tools, log });
  log(`Neo4j is ready at ${server.uri} (this machine only). Its data is kept in ${home}. Use it with`);
  log('');
  log(
    `  CONFRERE_STORE=neo4j NEO4J_URI=${server.uri} ` +
      `NEO4J_USERNAME=${server.username} NEO4J_PASSWORD=${server.password} npm start`,
  );
  log('');
  log('Ctrl-C stops it.');

  const lastWords = await Promise.race([interruption, server.ended]);
  await server.stop();
  if (lastWords !== null) {
    throw new ConfrereError('STORE_UNAVAILABLE', `Neo4j ended by itself. Its last words:\n${lastWords}`);
  }
  log('Neo4j has stopped.');
}

/** Settles at the first SIGINT or SIGTERM. A second one ends the process at once, and the server follows it. */
function signalled(): Promise<null> {
  return new Promise((settle) => {
    process.once('SIGINT', () => settle(null));
    process.once('SIGTERM', () => settle(null));
  });
}

/** A database keeps its password, so it is made up once and kept beside it, readable by its owner alone. */
async function keptPassword(home: string): Promise<string> {
  const file = join(home, 'password');
  await mkdir(home, { recursive: true });
  try {
    await writeFile(file, `${randomUUID()}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return (await readFile(file, 'utf8')).trim();
}
