import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: the nearest that has a package.json, whether the code runs as it was written or as it was built. */
const PACKAGE_ROOT = packageRoot(new URL('./', import.meta.url));

function packageRoot(folder: URL): URL {
  const above = new URL('../', folder);
  return existsSync(new URL('package.json', folder)) || above.href === folder.href
    ? folder
    : packageRoot(above);
}

/** The version of the package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8')) as {
    version: string;
  };
  return version;
}

/** The folder of the seed graph that comes with the package. */
export const SEEDS_DIRECTORY = inPackage('seeds');

/** The folder of the example questions, which the explorer shows. */
export const OPERATIONS_DIRECTORY = inPackage('schema/operations');

/** The folder of the explorer’s page. */
export const EXPLORER_DIRECTORY = inPackage('web/explorer');

/** A path in the package. */
export function inPackage(path: string): string {
  return fileURLToPath(new URL(path, PACKAGE_ROOT));
}

/** A path as people are shown it: relative to the working directory where that is shorter. */
export function displayPath(path: string): string {
  const short = relative(process.cwd(), path) || '.';
  return short.length < path.length ? short : path;
}
