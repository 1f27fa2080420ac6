import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ConfrereError } from '../../src/errors.js';
import { importBundles, problemText } from '../../src/ingest/index.js';
import type { ImportOptions, ImportSummary, Problem } from '../../src/ingest/index.js';
import { displayPath } from '../../src/paths.js';
import type { Store } from '../../src/store/port.js';

const folders: string[] = [];

/** A fresh folder with these files; `removeFolders` deletes it. */
export async function folderWith(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'confrere-ingest-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) await writeInto(folder, name, content);
  return folder;
}

export async function writeInto(folder: string, name: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(join(folder, name)), { recursive: true });
  await writeFile(join(folder, name), content);
}

/** For `afterEach`. */
export async function removeFolders(): Promise<void> {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
}

/** Imports all of a folder as a tester. */
export function importFolder(
  store: Store,
  folder: string,
  options: Partial<ImportOptions> = {},
): Promise<ImportSummary> {
  return importBundles(store, [folder], { author: 'A. Tester', note: 'a test', ...options });
}

/** The problems for which an import is refused, as a person reads them, with paths from the folder on. */
export async function problemsOfImport(
  store: Store,
  folder: string,
  paths: readonly string[] = ['.'],
): Promise<string[]> {
  let error: unknown;
  try {
    await importBundles(
      store,
      paths.map((path) => join(folder, path)),
      { author: 'A. Tester', note: 'a test' },
    );
    return [];
  } catch (thrown) {
    error = thrown;
  }
  if (!(error instanceof ConfrereError) || error.code !== 'BAD_BUNDLE') throw error as Error;
  const problems = error.details['problems'] as Problem[];
  // A path is shown from the working directory where that is shorter, which depends on where the checkout lies.
  return problems.map((problem) =>
    problemText(problem)
      .replaceAll(`${displayPath(folder)}/`, '')
      .replaceAll(`${folder}/`, ''),
  );
}
