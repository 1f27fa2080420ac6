import { join } from 'node:path';
import { neo4jAsset } from './assets.js';
import { jarsDirectory, provideJars } from './jars.js';
import { startKeeper } from './keeper.js';
import type { Keeper } from './keeper.js';
import type { ServerPlace } from './provide.js';

// Two packages that Neo4j opens by reflection; memory for a small graph; no more threads than a small machine bears.
const JVM_OPTIONS = [
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:ActiveProcessorCount=2',
];

/**
 * Starts Neo4j inside a Java process, with jars from the cache or from Maven.
 * Throws STORE_UNAVAILABLE; `details.obtained` is false when the jars could not be had.
 */
export async function startWithJava(
  place: ServerPlace,
  java: string,
  cacheDirectory: string | undefined,
  log: (line: string) => void,
): Promise<Keeper> {
  const jars = await provideJars(jarsDirectory(cacheDirectory), log);
  const launcher = [
    neo4jAsset('Launcher.java'),
    place.home,
    String(place.port),
    place.keep ? 'keep' : 'discard',
  ];
  return await startKeeper(java, [...JVM_OPTIONS, '-cp', join(jars, '*'), ...launcher], place.password);
}
