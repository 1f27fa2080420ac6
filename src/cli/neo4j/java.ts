import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { neo4jAsset } from './assets.js';
import { jarsDirectory, provideJars } from './jars.js';
import { startKeeper } from './keeper.js';
import type { Keeper, ServerPlace } from './keeper.js';

// Two packages that Neo4j opens by reflection; memory for a small graph; no more threads than a small machine bears.
const JVM_OPTIONS = [
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '-Xmx1g',
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
  const start = (home: string, fate: 'keep' | 'discard'): Promise<Keeper> => {
    const launcher = [neo4jAsset('Launcher.java'), home, String(place.port), fate];
    return startKeeper(java, [...JVM_OPTIONS, '-cp', join(jars, '*'), ...launcher], place.password);
  };
  return place.home === null ? await withTemporaryHome(start) : await start(place.home, 'keep');
}

/** The launcher deletes a home that is not kept; this does it for one that could not start or had to be killed. */
async function withTemporaryHome(start: (home: string, fate: 'discard') => Promise<Keeper>): Promise<Keeper> {
  const home = await mkdtemp(join(tmpdir(), 'confrere-neo4j-'));
  const remove = (): Promise<void> => rm(home, { recursive: true, force: true });
  try {
    const { ended, stop } = await start(home, 'discard');
    return { ended, stop: () => stop().finally(remove) };
  } catch (error) {
    await remove();
    throw error;
  }
}
