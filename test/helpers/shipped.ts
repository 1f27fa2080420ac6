import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** A new folder with what is shipped: the program as it is built, and what it finds beside it. Whoever asks for it takes it away. */
export async function layOutShipped(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'confrere-shipped-'));
  chmodSync(root, 0o755);
  for (const name of ['node_modules', 'package.json', 'schema', 'seeds', 'web'])
    symlinkSync(join(PROJECT, name), join(root, name));
  await promisify(execFile)(process.execPath, [join(PROJECT, 'scripts/build.mjs'), join(root, 'dist')]);
  return root;
}
