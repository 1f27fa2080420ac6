import { ConfrereError } from '../../errors.js';
import { neo4jAsset } from './assets.js';
import { lastLines, runCommand } from './command.js';
import { startKeeper } from './keeper.js';
import type { Keeper, ServerPlace } from './keeper.js';

const IMAGE = 'neo4j:5.26-community';
const INSPECT_TIMEOUT_MS = 30_000;
const PULL_TIMEOUT_MS = 15 * 60_000;

/**
 * Starts Neo4j in a container that is removed when its keeper stops; a kept home is mounted into it.
 * Throws STORE_UNAVAILABLE; `details.obtained` is false when the image could not be had.
 */
export async function startWithDocker(place: ServerPlace, log: (line: string) => void): Promise<Keeper> {
  await provideImage(log);
  return await startKeeper(
    process.execPath,
    [neo4jAsset('container.mjs'), IMAGE, String(place.port), ...(place.home === null ? [] : [place.home])],
    place.password,
  );
}

async function provideImage(log: (line: string) => void): Promise<void> {
  const present = await runCommand('docker', ['image', 'inspect', IMAGE], INSPECT_TIMEOUT_MS);
  if (present.ok) return;
  log(`Downloading the Docker image ${IMAGE}, once`);
  const { ok, output } = await runCommand('docker', ['pull', '--quiet', IMAGE], PULL_TIMEOUT_MS);
  if (ok) return;
  throw new ConfrereError(
    'STORE_UNAVAILABLE',
    `Docker could not download the image ${IMAGE}. Its last words:\n${lastLines(output)}`,
    { details: { obtained: false } },
  );
}
