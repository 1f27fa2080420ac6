import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { ConfrereError } from '../../errors.js';
import { neo4jAsset } from './assets.js';
import { lastLines, runCommand } from './command.js';

/** The release whose jars are fetched; the Docker image is of the same line, which is kept compatible for years. */
export const NEO4J_VERSION = '5.26.15';

const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
const ABANDONED_AFTER_MS = 60 * 60_000;

/** Where the jars are kept between runs. `cacheDirectory` is what XDG_CACHE_HOME names, by default ~/.cache. */
export function jarsDirectory(cacheDirectory?: string): string {
  return join(cacheDirectory ?? join(homedir(), '.cache'), 'confrere', `neo4j-${NEO4J_VERSION}`);
}

/** True when all jars are there: the folder takes its name only after the last of them was written. */
export async function hasJars(directory: string): Promise<boolean> {
  return await exists(directory);
}

/**
 * The folder with Neo4j's jars, downloaded by Maven where it is not there yet.
 *
 * A download goes to a folder of its own beside the final one and is renamed when whole, so that neither a broken
 * download nor a second run at the same moment can spoil it.
 * Throws STORE_UNAVAILABLE (`details.obtained` is false) when Maven fails; nothing is left behind then.
 */
export async function provideJars(directory: string, log: (line: string) => void): Promise<string> {
  if (await hasJars(directory)) return directory;
  await removeAbandonedDownloads(directory);
  const download = `${directory}.download-${randomUUID()}`;
  await mkdir(download, { recursive: true });
  try {
    log(`Downloading Neo4j ${NEO4J_VERSION} with Maven, once (about 116 MB), into ${directory}`);
    await downloadJars(download);
    await publish(download, directory);
  } finally {
    await rm(download, { recursive: true, force: true });
  }
  return directory;
}

async function downloadJars(download: string): Promise<void> {
  const { ok, output } = await runCommand(
    'mvn',
    [
      '-q',
      '-B',
      '-Dstyle.color=never',
      '-f',
      neo4jAsset('pom.xml'),
      'dependency:copy-dependencies',
      '-DincludeScope=runtime',
      `-Dneo4j.version=${NEO4J_VERSION}`,
      `-DoutputDirectory=${download}`,
    ],
    DOWNLOAD_TIMEOUT_MS,
  );
  if (ok && (await exists(join(download, `neo4j-${NEO4J_VERSION}.jar`)))) return;
  // Maven closes with advice about its own options; what went wrong stands in its first error.
  const error = /\[ERROR\] .*\S.*/.exec(output)?.[0] ?? lastLines(output);
  throw new ConfrereError(
    'STORE_UNAVAILABLE',
    `Maven could not download Neo4j ${NEO4J_VERSION}; check the network and Maven's settings. It says:\n${error}`,
    { details: { obtained: false } },
  );
}

async function publish(download: string, directory: string): Promise<void> {
  try {
    await rename(download, directory);
  } catch (error) {
    // A second run was faster: its folder is as whole as ours.
    if (!(await hasJars(directory))) throw error;
  }
}

/** A run that is killed in the middle of a download cannot tidy up; the next one that downloads does it. */
async function removeAbandonedDownloads(directory: string): Promise<void> {
  const parent = dirname(directory);
  await mkdir(parent, { recursive: true });
  for (const name of await readdir(parent)) {
    if (!name.startsWith(`${basename(directory)}.download-`)) continue;
    const path = join(parent, name);
    const modified = await stat(path).then(
      (found) => found.mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - modified > ABANDONED_AFTER_MS) await rm(path, { recursive: true, force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  );
}
