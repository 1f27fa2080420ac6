import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const BENCH = fileURLToPath(new URL('..', import.meta.url));

/** Installs the packages of bench/package.json, which the service does without, unless they are there. */
export function installPackages(): void {
  if (existsSync(`${BENCH}/node_modules/@neo4j/graphql`)) return;
  const { status } = spawnSync('npm', ['ci'], { cwd: BENCH, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error('The packages of bench/package.json could not be installed by npm ci.');
}
