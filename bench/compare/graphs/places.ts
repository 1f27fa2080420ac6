import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { startNeo4j } from '../../../src/cli/neo4j/provide.js';

/** A Neo4j, by its address and who may ask it. */
export interface Neo4jPlace {
  readonly uri: string;
  readonly username: string;
  readonly password: string;
}

/** Where both stores have their data while a comparison runs. */
export interface Places {
  readonly neo4j: Neo4jPlace;
  /** The data directory of the embedded store. */
  readonly embedded: string;
  /** What was loaded here by an earlier run, in words; null where the places are empty. */
  readonly loaded: string | null;
  /** Says that all was loaded, so that a later run finds it. */
  readonly keep: (what: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A kept home needs the same password again. It listens on the loopback address alone, and nothing in it is real. */
const PASSWORD = 'nothing-in-it-is-real';
const LOADED = 'loaded.txt';

/** Opens places in the directory or, without one, in a temporary one that goes with them. */
export async function openPlaces(directory: string | undefined): Promise<Places> {
  const folder =
    directory === undefined ? await mkdtemp(join(tmpdir(), 'confrere-compare-')) : resolve(directory);
  await mkdir(join(folder, 'embedded'), { recursive: true });
  const isForeign = process.env['NEO4J_TEST_URI'] !== undefined;
  const server = isForeign ? await givenNeo4j() : await ownNeo4j(join(folder, 'neo4j'));
  return {
    neo4j: server.place,
    embedded: join(folder, 'embedded'),
    loaded: isForeign ? null : await textOf(join(folder, LOADED)),
    keep: (what) => writeFile(join(folder, LOADED), what),
    close: async () => {
      await server.stop();
      if (directory === undefined) await rm(folder, { recursive: true });
    },
  };
}

/** A driver as an application opens it: integers as numbers, nothing told about the use of it. */
export function driverFor({ uri, username, password }: Neo4jPlace): Driver {
  return neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });
}

interface Server {
  place: Neo4jPlace;
  stop: () => Promise<void>;
}

async function ownNeo4j(home: string): Promise<Server> {
  const server = await startNeo4j({ home, password: PASSWORD, log: (line) => console.error(line) });
  return { place: server, stop: server.stop };
}

/** A server that was given must be empty before, and is emptied at the end. */
async function givenNeo4j(): Promise<Server> {
  const place = {
    uri: process.env['NEO4J_TEST_URI'] ?? '',
    username: process.env['NEO4J_TEST_USERNAME'] ?? 'neo4j',
    password: process.env['NEO4J_TEST_PASSWORD'] ?? '',
  };
  const driver = driverFor(place);
  const { records } = await driver.executeQuery('MATCH (node) RETURN labels(node) AS labels LIMIT 1');
  await driver.close();
  if (records.length > 0) {
    throw new Error(`${place.uri} holds data; expected an empty database, which will be emptied again.`);
  }
  return { place, stop: () => empty(place) };
}

async function empty(place: Neo4jPlace): Promise<void> {
  const driver = driverFor(place);
  const session = driver.session();
  await session.run('MATCH (node) CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 5000 ROWS');
  await session.close();
  await driver.close();
}

async function textOf(file: string): Promise<string | null> {
  return readFile(file, 'utf8').catch(() => null);
}
