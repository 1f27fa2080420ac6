import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the package: the same whether the code runs from `src` or from `dist`. */
const PACKAGE_ROOT = new URL('../', import.meta.url);

/** The folder of the seed graph that comes with the package. */
export const SEEDS_DIRECTORY = fileURLToPath(new URL('seeds', PACKAGE_ROOT));

/** A path as people are shown it: relative to the working directory where that is shorter. */
export function displayPath(path: string): string {
  const short = relative(process.cwd(), path) || '.';
  return short.length < path.length ? short : path;
}
