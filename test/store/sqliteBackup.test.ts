import {
  chmod,
  copyFile,
  mkdtemp,
  open,
  readFile,
  readdir,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backUp, restore } from '../../src/store/sqlite/backup.js';
import { Connection } from '../../src/store/sqlite/connection.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { migrate } from '../../src/store/sqlite/migrate.js';
import { MIGRATIONS } from '../../src/store/sqlite/schema.js';
import type { Store } from '../../src/store/port.js';
import { collect, findingsIn } from '../helpers/collect.js';
import { draftOf, entity, fact, judge, source } from '../helpers/graph.js';

let folder = '';
let file = '';
let backup = '';
let restored = '';
const opened: Store[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'confrere-backup-'));
  [file, backup, restored] = ['confrere.db', 'backup.db', 'restored.db'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  await rm(folder, { recursive: true, force: true });
});

async function opening(path: string): Promise<Store> {
  const store = await openSqliteStore({ file: path });
  opened.push(store);
  return store;
}

/** A store with records of every sort, some of them revised. */
async function filled(): Promise<Store> {
  const store = await opening(file);
  await store.apply(
    draftOf([
      source(),
      entity('doctor/a', ['Anne Morvannec']),
      entity('doctor/b'),
      fact('training/a', ['TRAINER=doctor/a', 'TRAINEE=doctor/b'], { time: '2019-03' }),
    ]),
  );
  await store.apply(
    draftOf([
      entity('doctor/a', ['Anne Morvannec', 'A. M.']),
      judge('judgement/ab', ['doctor/a', 'doctor/b']),
    ]),
  );
  await store.apply(draftOf([{ op: 'setStatus', fact: 'training/a', status: 'DISPUTED' }]));
  return store;
}

async function nothing(): Promise<void> {
  // Whatever is in it will do.
}

async function clean(store: Store): Promise<void> {
  expect(await findingsIn(store)).toEqual([]);
}

describe('a backup', () => {
  it('holds all that the store does, is one file, and becomes a store that goes on', async () => {
    const store = await filled();
    expect(await backUp(file, backup)).toEqual({ version: 3, bytes: (await stat(backup)).size });
    const before = await collect(store.audit());
    await store.apply(draftOf([entity('doctor/c')]));

    await restore(backup, restored, clean);
    const copy = await opening(restored);
    expect(await collect(copy.audit())).toEqual(before);
    expect((await copy.apply(draftOf([entity('doctor/d')]))).number).toBe(4);
    expect(await findingsIn(copy)).toEqual([]);
    await Promise.all(opened.splice(0).map((each) => each.close()));
    expect((await readdir(folder)).sort()).toEqual(['backup.db', 'confrere.db', 'restored.db']);
  });

  it('is of one moment, however much is written meanwhile', async () => {
    const store = await filled();
    let isWriting = true;
    const writing = (async () => {
      for (let count = 0; isWriting; count++) {
        await store.apply(
          draftOf([
            entity(`doctor/x${count}`, [`X ${count}`]),
            entity(`doctor/y${count}`, [`Y ${count}`]),
            fact(`training/x${count}`, [`TRAINER=doctor/x${count}`, `TRAINEE=doctor/y${count}`]),
          ]),
        );
      }
    })();
    let last = 0;
    for (let count = 0; count < 5; count++) {
      const atLeast = await store.version();
      const target = join(folder, `backup-${count}.db`);
      const { version } = await backUp(file, target);
      expect(version).toBeGreaterThanOrEqual(atLeast);
      last = Math.max(last, version);
      const copy = join(folder, `restored-${count}.db`);
      await restore(target, copy, async (of) => {
        await clean(of);
        expect(await of.version()).toBe(version);
        // Three changesets came before, and each later one brought two.
        expect(await of.countEntities({ kinds: ['Doctor'] })).toBe(2 + 2 * (version - 3));
      });
    }
    isWriting = false;
    await writing;
    expect(last).toBeGreaterThan(3);
    expect(await findingsIn(store)).toEqual([]);
  });

  it('of a store in an older form keeps it, and is brought up where it is restored', async () => {
    const older = new Connection({ file, create: true, patience: 1_000, cache: 1_000 });
    migrate(older, MIGRATIONS.slice(0, -1));
    older.close();
    await backUp(file, backup);
    // The place of the form in the header of SQLite.
    const form = async (path: string) => (await readFile(path)).readUInt32BE(60);
    expect(await form(backup)).toBe(MIGRATIONS.length - 1);
    await restore(backup, restored, clean);
    expect(await form(restored)).toBe(MIGRATIONS.length);
  });

  it('is never written over another file, nor beside one that is not finished', async () => {
    await filled();
    await writeFile(backup, 'precious');
    await expect(backUp(file, backup)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await stat(backup)).size).toBe(8);
    const other = join(folder, 'other.db');
    await writeFile(`${other}.unfinished`, 'at it');
    await expect(backUp(file, other)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('other.db.unfinished is there already') as string,
    });
    expect((await stat(`${other}.unfinished`)).size).toBe(5);
  });

  it('is for those alone who may read the store', async () => {
    await filled();
    await chmod(file, 0o600);
    await backUp(file, backup);
    expect((await stat(backup)).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['what is no database', 'words', 'STORE_FOREIGN'],
    ['a file with nothing in it', '', 'STORE_FOREIGN'],
  ])('is not made of %s', async (_what, text, code) => {
    await writeFile(file, text);
    await expect(backUp(file, backup)).rejects.toMatchObject({ code });
    expect(await readdir(folder)).toEqual(['confrere.db']);
  });

  it.each([damage, garble])('is not made of a damaged store', async (harm) => {
    await (await filled()).close();
    await harm(file);
    await expect(backUp(file, backup)).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    expect((await readdir(folder)).filter((name) => name.startsWith('backup'))).toEqual([]);
  });
});

describe('a store is restored', () => {
  beforeEach(async () => {
    await (await filled()).close();
    await backUp(file, backup);
  });

  it('so that it can be written, of a backup that cannot', async () => {
    await chmod(backup, 0o400);
    await restore(backup, restored, clean);
    expect((await stat(restored)).mode & 0o777).toBe(0o600);
  });

  it('without the log that one who was stopped has left beside an unfinished one', async () => {
    await (await opening(file)).apply(draftOf([entity('doctor/z')]));
    await copyFile(`${file}-wal`, `${restored}.unfinished-wal`);
    await restore(backup, restored, clean);
    expect(await (await opening(restored)).version()).toBe(3);
    expect((await readdir(folder)).filter((name) => name.includes('unfinished'))).toEqual([]);
  });
});

describe('a store is not restored', () => {
  beforeEach(async () => {
    await (await filled()).close();
    await backUp(file, backup);
  });

  it('where there is one, or part of one', async () => {
    await expect(restore(backup, file, nothing)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await writeFile(`${restored}-wal`, 'of the store that was there');
    await expect(restore(backup, restored, nothing)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('restored.db-wal is there already') as string,
    });
    await clean(await opening(file));
  });

  it('where one is made in the meantime', async () => {
    const made = restore(backup, restored, async () => writeFile(restored, 'faster'));
    await expect(made).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await stat(restored)).size).toBe(6);
  });

  it.each([
    ['cut short', (path: string) => truncate(path, 20_000), 'STORE_CORRUPT'],
    ['damaged within', damage, 'STORE_CORRUPT'],
    ['damaged in a text', garble, 'STORE_CORRUPT'],
    ['of another program', renumber, 'STORE_FOREIGN'],
    ['empty', (path: string) => truncate(path, 0), 'STORE_FOREIGN'],
    [
      'one that does by itself what nobody asked',
      (path: string) => change(path, 'CREATE TRIGGER t AFTER INSERT ON fact BEGIN DELETE FROM fact; END'),
      'STORE_CORRUPT',
    ],
    [
      'not in the form that it says',
      (path: string) => change(path, 'PRAGMA user_version = 1'),
      'STORE_CORRUPT',
    ],
    ['gone', (path: string) => rm(path), 'BAD_USER_INPUT'],
  ])('of a file that is %s', async (_what, harm, code) => {
    await harm(backup);
    await expect(restore(backup, restored, clean)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(backup) as string,
    });
    expect(await readdir(folder)).not.toContain('restored.db');
    expect(await readdir(folder)).not.toContain('restored.db.unfinished');
  });

  it('of a file that is in use, whose newest part lies beside it', async () => {
    const inUse = await opening(file);
    await inUse.apply(draftOf([entity('doctor/z')]));
    await expect(restore(file, restored, nothing)).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringContaining('confrere backup') as string,
    });
  });

  it('where its records do not pass', async () => {
    const failing = restore(backup, restored, () => Promise.reject(new Error('They do not.')));
    await expect(failing).rejects.toThrow('They do not.');
    expect((await readdir(folder)).sort()).toEqual(['backup.db', 'confrere.db']);
  });
});

async function change(path: string, sql: string): Promise<void> {
  const connection = new Connection({ file: path, create: false, patience: 1_000, cache: 1_024 });
  connection.execute(sql);
  connection.close();
}

/** Overwrites the middle of a file, which its header says nothing of. */
async function damage(path: string): Promise<void> {
  await chmod(path, 0o600);
  const handle = await open(path, 'r+');
  const { size } = await handle.stat();
  const noise = Buffer.alloc(8_192, 0xa5);
  for (let start = 8_192; start + noise.length < size; start += 40_960)
    await handle.write(noise, 0, noise.length, start);
  await handle.close();
}

/** As SQLite does not notice. */
function garble(path: string): Promise<void> {
  return change(path, `UPDATE fact SET text = CAST(x'ff' || text AS TEXT) WHERE id = 1`);
}

async function renumber(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  // The place of the application id in the header of SQLite.
  await handle.write(Buffer.from([1, 2, 3, 4]), 0, 4, 68);
  await handle.close();
}
