import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/port.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { draftOf, source } from '../helpers/graph.js';

let folder = '';
let file = '';
let opened: Store[] = [];
beforeEach(async () => {
  opened = [];
  folder = await mkdtemp(join(tmpdir(), 'confrere-processes-'));
  file = join(folder, 'confrere.db');
});
afterEach(async () => {
  for (const store of opened) await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(patience?: number): Promise<Store> {
  const store = await openSqliteStore({ file, ...(patience === undefined ? {} : { patience }) });
  opened.push(store);
  return store;
}

/** Another process that does something to the file, and then holds on to it until it is let go. */
async function otherProcess(sql: string): Promise<{ letGo: () => Promise<void> }> {
  const libsql = createRequire(import.meta.url).resolve('libsql');
  const program = `
    const Libsql = require(${JSON.stringify(libsql)});
    const database = new Libsql(${JSON.stringify(file)});
    database.exec(${JSON.stringify(sql)});
    console.log('ready');
    process.stdin.resume().on('end', () => process.exit());`;
  const other = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(other, 'close');
  await Promise.race([
    once(other.stdout, 'data'),
    closed.then(() => {
      throw new Error('The other process could not do it.');
    }),
  ]);
  return {
    letGo: async () => {
      other.stdin.end();
      await closed;
    },
  };
}

describe('while another process is writing', () => {
  it('questions are answered, and a write waits, then says so', async () => {
    const store = await open(300);
    await store.apply(draftOf([source('source/a')]));
    const other = await otherProcess('BEGIN IMMEDIATE; DELETE FROM source_word; DELETE FROM source');

    expect(await store.countSources()).toBe(1);
    await store.health();
    const start = performance.now();
    const refused = store.apply(draftOf([source('source/b')]));
    await expect(refused).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    await expect(refused).rejects.toThrow(/another process is writing/i);
    expect(performance.now() - start).toBeGreaterThan(250);

    await other.letGo();
    expect(await store.apply(draftOf([source('source/b')]))).toMatchObject({ number: 2 });
    expect(await store.countSources()).toBe(2);
  });

  it('a write that is patient enough lands after it', async () => {
    const store = await open(30_000);
    const other = await otherProcess('BEGIN IMMEDIATE');
    const landing = store.apply(draftOf([source('source/b')]));
    await setTimeout(200);
    await other.letGo();
    expect(await landing).toMatchObject({ number: 1 });
  });
});

it('says so when another process has locked the file altogether', async () => {
  await (await open()).close();
  const other = await otherProcess(
    'PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; DELETE FROM source; COMMIT',
  );
  await expect(open(100)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  await other.letGo();
  expect(await (await open()).version()).toBe(0);
});

describe('a file that is no longer the one that was opened', () => {
  async function expectUnavailable(store: Store): Promise<void> {
    const unavailable = { code: 'STORE_UNAVAILABLE' };
    await expect(store.health()).rejects.toMatchObject(unavailable);
    await expect(store.version()).rejects.toMatchObject(unavailable);
    await expect(store.apply(draftOf([source()]))).rejects.toMatchObject(unavailable);
    const audited = store.audit()[Symbol.asyncIterator]().next();
    await expect(audited).rejects.toMatchObject(unavailable);
    await store.close();
  }

  it('because it was removed, is not written to', async () => {
    const store = await open();
    await store.apply(draftOf([source()]));
    await rm(file);
    await expectUnavailable(store);
    await expect(stat(file)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('because another one is in its place, is not written to either', async () => {
    const store = await open();
    await copyFile(file, join(folder, 'copy.db'));
    await rename(join(folder, 'copy.db'), file);
    await expectUnavailable(store);
    expect(await (await open()).version()).toBe(0);
  });
});

describe('a process that has a store open', () => {
  /** Runs a program with a store in it, from another folder, and answers with what it said and its exit code. */
  async function run(statements: string): Promise<{ said: string; code: number | null }> {
    const program = join(folder, 'program.mts');
    const index = new URL('../../src/store/sqlite/index.ts', import.meta.url).href;
    await writeFile(
      program,
      `import { openSqliteStore } from ${JSON.stringify(index)};
       const store = await openSqliteStore({ file: ${JSON.stringify(file)} });
       ${statements}`,
    );
    const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program], { cwd: folder });
    let said = '';
    child.stdout.on('data', (chunk) => (said += String(chunk)));
    child.stderr.on('data', (chunk) => (said += String(chunk)));
    const [code] = (await once(child, 'close')) as [number | null];
    return { said, code };
  }

  it('is not kept running by it', async () => {
    const write = `await store.apply({ author: 'A', note: '', at: '2024-05-01T12:00:00Z', operations: [] });`;
    expect(await run(`${write} console.log(await store.version());`)).toEqual({ said: '1\n', code: 0 });
  });

  it('may end at any moment, with the code that it means', async () => {
    const sources = Array.from({ length: 3_000 }, (_, index) => source(`source/s${index}`));
    await (await open()).apply(draftOf(sources));
    const page = `{ limit: 1000, order: 'KEY', descending: false }`;
    for (let time = 0; time < 3; time++) {
      const ended = await run(
        `await store.version();
         for (let question = 0; question < 300; question++) store.findSources(${page}).catch(() => undefined);
         setTimeout(() => process.exit(7), 20);`,
      );
      expect(ended).toEqual({ said: '', code: 7 });
    }
  });
});
