import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file of schema/operations, with its whole text. */
export interface Operation {
  name: string;
  text: string;
}

/** All files of a folder that end in `.graphql`, by name. */
export async function readOperations(folder: string): Promise<Operation[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.graphql')).sort();
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
}
