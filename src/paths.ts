import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: the same whether the code runs from `src` or from `dist`. */
const PACKAGE_ROOT = new URL('../', import.meta.url);

/** The version of the package. */
export function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('package.json', PACKAGE_ROOT), 'utf8')) as {
    version: string;
  };
  return version;
}

/** The folder of the seed graph that comes with the package. */
export const SEEDS_DIRECTORY = fileURLToPath(new URL('seeds', PACKAGE_ROOT));

/** The folder of the example questions, which the explorer shows. */
export const OPERATIONS_DIRECTORY = fileURLToPath(new URL('schema/operations', PACKAGE_ROOT));

/** The folder of the explorer’s page. */
export const EXPLORER_DIRECTORY = fileURLToPath(new URL('web/explorer', PACKAGE_ROOT));

/** A path as people are shown it: relative to the working directory where that is shorter. */
export function displayPath(path: string): string {
  const short = relative(process.cwd(), path) || '.';
  return short.length < path.length ? short : path;
}
