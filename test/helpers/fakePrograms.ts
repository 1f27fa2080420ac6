import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder for the PATH in which each program is the given shell script: for machines unlike the one we run on. */
export function fakePrograms(scripts: Readonly<Record<string, string>>): string {
  const directory = temporaryDirectory();
  for (const [name, script] of Object.entries(scripts)) {
    const path = join(directory, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }
  return directory;
}

const directories: string[] = [];

/** A fresh folder; `removeTemporaryDirectories` deletes it. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'confrere-test-'));
  directories.push(directory);
  return directory;
}

/** For `afterEach`. */
export function removeTemporaryDirectories(): void {
  for (const directory of directories.splice(0)) rmSync(directory, { recursive: true, force: true });
}
