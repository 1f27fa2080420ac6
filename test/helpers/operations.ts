import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS_DIRECTORY } from '../../src/paths.js';

/** The example questions of schema/operations: the name of the file without its ending, and the query. */
export const operations: readonly { name: string; query: string }[] = readdirSync(OPERATIONS_DIRECTORY)
  .filter((file) => file.endsWith('.graphql'))
  .sort()
  .map((file) => ({
    name: file.slice(0, -'.graphql'.length),
    query: readFileSync(join(OPERATIONS_DIRECTORY, file), 'utf8'),
  }));
