import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { lastLines, runCommand } from '../../../src/cli/neo4j/command.js';
import type { Client, Seen } from './client.js';

const SCRIPT = fileURLToPath(new URL('ask.py', import.meta.url));
const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const INSTALL_MS = 5 * 60_000;

/** Where the packages of Python are, and, where they could not be had, why. */
export interface Packages {
  folder: string;
  absent: string | null;
}

/**
 * Python's gql, fetched once by pip into `~/.cache/confrere`. Where it cannot be had, says why, and with CI=true fails: the
 * tests are then not to be taken for passed.
 */
export async function pythonPackages(): Promise<Packages> {
  const version = createHash('sha256').update(readFileSync(REQUIREMENTS)).digest('hex').slice(0, 12);
  const cache = process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache');
  const folder = join(cache, 'confrere', `python-gql-${version}`);
  const absent = await whyAbsent(folder);
  if (absent !== null) {
    if (process.env['CI'] === 'true') throw new Error(`CI=true asks for all tests. ${absent}`);
    console.warn(`Tests of Python's gql are SKIPPED. ${absent}`);
  }
  return { folder, absent };
}

async function whyAbsent(folder: string): Promise<string | null> {
  if (!(await runCommand('python3', ['--version'], 30_000)).ok) return 'There is no python3.';
  if (existsSync(folder)) return null;
  // Takes its name only when it is whole, so that neither a broken download nor a second run can spoil it.
  const download = `${folder}.download-${randomUUID()}`;
  await mkdir(dirname(folder), { recursive: true });
  const install = ['-m', 'pip', 'install', '--quiet', '--target', download, '--requirement', REQUIREMENTS];
  try {
    const { ok, output } = await runCommand('python3', install, INSTALL_MS);
    if (!ok) return `pip could not install gql: ${lastLines(output, 3)}`;
    await rename(download, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(download, { recursive: true, force: true });
  }
  return null;
}

/** Python's gql in a process of its own, over its transport that waits for answers. */
export function pythonGql(url: string, folder: string): Client & { close(): void } {
  const python = spawn('python3', [SCRIPT, url], {
    env: { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: python.stdout })[Symbol.asyncIterator]();
  return {
    async ask(query, variables = {}) {
      python.stdin.write(`${JSON.stringify({ query, variables })}\n`);
      const next = await answers.next();
      if (next.done === true) throw new Error('Python has ended.');
      const answer = JSON.parse(next.value) as Seen | { failed: string };
      if ('failed' in answer) throw new Error(answer.failed);
      return answer;
    },
    close: () => python.stdin.end(),
  };
}
