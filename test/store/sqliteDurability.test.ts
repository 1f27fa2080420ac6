import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { findingsIn } from '../helpers/collect.js';
import { doctorOf, factKey, sizeOf } from './sqliteDurabilityChangesets.js';

/* A writer is killed again and again; what it said had landed is there, and nothing is there in part. */

const KILLS_WHILE_WRITING = 26;
const KILLS_WHILE_BEGINNING = 6;
const LANES = 2;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-durability-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('keeps every changeset that it acknowledged, whole, and no part of another', async () => {
  const lanes = Array.from({ length: LANES }, (_, lane) => killWriters(join(folder, `lane-${lane}.db`)));
  const versions = await Promise.all(lanes);
  // Otherwise nothing was tried.
  expect(Math.min(...versions)).toBeGreaterThan(KILLS_WHILE_WRITING / LANES);
}, 600_000);

it('begins a file whole or not at all', async () => {
  for (let kill = 0; kill < KILLS_WHILE_BEGINNING; kill++) {
    const file = join(folder, `new-${kill}.db`);
    const acknowledged = await killWriter(file, 1, /opening/, Math.random() * 1_500);
    await expectWhole(file, acknowledged);
  }
}, 600_000);

/** Answers with the number of changesets that have landed. */
async function killWriters(file: string): Promise<number> {
  let version = 0;
  for (let kill = 0; kill < KILLS_WHILE_WRITING / LANES; kill++) {
    const acknowledged = await killWriter(file, version + 1, /landed/, Math.random() * 150);
    version = await expectWhole(file, acknowledged);
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
async function expectWhole(file: string, acknowledged: number): Promise<number> {
  const store = await openSqliteStore({ file });
  try {
    const version = await store.version();
    // The last one may have landed in the moment before it was said.
    expect([acknowledged, acknowledged + 1]).toContain(version);
    for (let number = 1; number <= version; number++) await expectChangeset(store, number, version);
    await expectNothingOf(store, version + 1);
    const facts = Array.from({ length: version }, (_, index) => sizeOf(index + 1));
    expect(await store.countFacts({})).toBe(facts.reduce((sum, size) => sum + size, 0));
    expect(await findingsIn(store)).toEqual([]);
    return version;
  } finally {
    await store.close();
  }
}

async function expectChangeset(store: Store, number: number, version: number): Promise<void> {
  const keys = Array.from({ length: sizeOf(number) }, (_, index) => factKey(number, index));
  const statuses = (await store.facts(keys)).map((fact) => fact?.status);
  const others = Array<string>(sizeOf(number) - 1).fill('ACCEPTED');
  expect(statuses).toEqual([number === version ? 'ACCEPTED' : 'DISPUTED', ...others]);
  if (number <= version - 5) return;
  const [doctor] = await store.entities([doctorOf(number)]);
  expect(doctor?.recordedIn).toBe(number);
}

async function expectNothingOf(store: Store, number: number): Promise<void> {
  expect(await store.changesets([number])).toEqual([null]);
  expect(await store.facts([factKey(number, 0)])).toEqual([null]);
}
