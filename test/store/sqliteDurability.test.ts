import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { rounds } from '../helpers/soak.js';
import { expectWhole } from './durabilityChangesets.js';

/* A writer is killed again and again; what it said had landed is there, and nothing is there in part. */

const KILLS_OF_A_FILE = 13;
const FILES = rounds(2, 16);
const KILLS_WHILE_BEGINNING = rounds(6, 50);
const TIMEOUT = rounds(600_000, 3_600_000);

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-durability-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it(
  'keeps every changeset that it acknowledged, whole, and no part of another',
  { timeout: TIMEOUT },
  async () => {
    const kept = [];
    for (let file = 0; file < FILES; file += 2) {
      const pair = [file, file + 1].map((each) => killWriters(join(folder, `${each}.db`)));
      kept.push(...(await Promise.all(pair)));
    }
    // Otherwise nothing was tried.
    expect(Math.min(...kept)).toBeGreaterThan(KILLS_OF_A_FILE);
    console.log(`${FILES * KILLS_OF_A_FILE} kills while writing: ${kept.join(' + ')} changesets, all whole.`);
  },
);

it('begins a file whole or not at all', { timeout: TIMEOUT }, async () => {
  for (let kill = 0; kill < KILLS_WHILE_BEGINNING; kill++) {
    const file = join(folder, `new-${kill}.db`);
    const acknowledged = await killWriter(file, 1, /opening/, Math.random() * 1_500);
    await expectWholeFile(file, acknowledged);
  }
});

/** Answers with the number of changesets that have landed. */
async function killWriters(file: string): Promise<number> {
  let version = 0;
  for (let kill = 0; kill < KILLS_OF_A_FILE; kill++) {
    const acknowledged = await killWriter(file, version + 1, /landed/, Math.random() * 150);
    version = await expectWholeFile(file, acknowledged);
  }
  return version;
}

/** Starts a writer, kills it some time after it has said something, and answers with the last changeset it acknowledged. */
async function killWriter(file: string, first: number, word: RegExp, after: number): Promise<number> {
  const program = fileURLToPath(new URL('./sqliteDurabilityWriter.ts', import.meta.url));
  const writer = spawn(
    process.execPath,
    ['--import', import.meta.resolve('tsx'), program, file, String(first)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let [said, failed] = ['', ''];
  writer.stderr.on('data', (chunk) => (failed += String(chunk)));
  const closed = once(writer, 'close');
  await new Promise<void>((resolve) => {
    writer.stdout.on('data', (chunk) => {
      said += String(chunk);
      if (word.test(said)) resolve();
    });
    writer.on('close', () => resolve());
  });
  await setTimeout(after);
  writer.kill('SIGKILL');
  await closed;
  expect(failed).toBe('');
  return Number(
    said
      .match(/landed \d+(?=\n)/g)
      ?.at(-1)
      ?.split(' ')[1] ?? 0,
  );
}

/** Answers with the version that the store is at. */
async function expectWholeFile(file: string, acknowledged: number): Promise<number> {
  const store = await openSqliteStore({ file });
  try {
    const version = await store.version();
    // The last one may have landed in the moment before it was said.
    expect([acknowledged, acknowledged + 1]).toContain(version);
    await expectWhole(store, version);
    return version;
  } finally {
    await store.close();
  }
}
