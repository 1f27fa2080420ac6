import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { ConfrereError } from '../../errors.js';
import { startWithDocker } from './docker.js';
import { startWithJava } from './java.js';
import type { Keeper, ServerPlace } from './keeper.js';
import { findNeo4jMeans } from './means.js';
import type { Neo4jTools } from './means.js';
import { expectFreePort, findFreePort } from './port.js';

export interface StartNeo4jOptions {
  /** The Bolt port on 127.0.0.1; any free one where none is given. */
  readonly port?: number;
  /** A folder whose data is kept for the next start; without it the data is temporary and goes with the server. */
  readonly home?: string;
  /** The password of the user neo4j, at least 8 characters; random where none is given. A kept home needs the same again. */
  readonly password?: string;
  readonly tools?: Neo4jTools;
  /** Told of what takes long (downloads) and of a means that failed, one line at a time. */
  readonly log?: (line: string) => void;
}

export type Neo4jProvision = 'docker' | 'java';

/** A Neo4j that this process started and that ends with it at the latest, even when it is killed. */
export interface RunningNeo4j {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
  readonly how: Neo4jProvision;
  /** Settles when the server has ended, asked or unasked, with the last lines that it wrote. */
  readonly ended: Promise<string>;
  /** Stops the server, and deletes its data unless a home was given. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a Neo4j Community 5.26 on the loopback address: in Docker where an engine answers, otherwise (or when that
 * fails) with a JDK. Answers once Bolt does.
 *
 * Throws STORE_UNAVAILABLE when there is no means or all of them failed: `details.obtained` is then true only if Neo4j
 * itself was there and did not start. Throws BAD_CONFIG when the given port is taken. Nothing is left running then.
 */
export async function startNeo4j(options: StartNeo4jOptions = {}): Promise<RunningNeo4j> {
  const place = await preparePlace(options);
  const { how, keeper } = await startByFirstMeans(
    place,
    options.tools ?? {},
    options.log ?? (() => undefined),
  );
  const { password } = place;
  return { uri: `bolt://127.0.0.1:${place.port}`, username: 'neo4j', password, how, ...keeper };
}

async function preparePlace(options: StartNeo4jOptions): Promise<ServerPlace> {
  if (options.port !== undefined) await expectFreePort(options.port);
  const port = options.port ?? (await findFreePort());
  const password = options.password ?? randomUUID();
  if (options.home === undefined) return { port, password, home: null };
  const home = resolve(options.home);
  await mkdir(home, { recursive: true });
  return { port, password, home };
}

async function startByFirstMeans(
  place: ServerPlace,
  tools: Neo4jTools,
  log: (line: string) => void,
): Promise<{ how: Neo4jProvision; keeper: Keeper }> {
  const { docker, java, remedy } = await findNeo4jMeans(tools);
  if (docker) {
    try {
      return { how: 'docker', keeper: await startWithDocker(place, log) };
    } catch (error) {
      if (java === null || !(error instanceof ConfrereError)) throw error;
      log(`${error.message}\nJava is used instead.`);
    }
  }
  if (java !== null) {
    return { how: 'java', keeper: await startWithJava(place, java, tools.cacheDirectory, log) };
  }
  throw new ConfrereError('STORE_UNAVAILABLE', `No Neo4j can be started here: ${remedy}`, {
    details: { obtained: false },
  });
}
