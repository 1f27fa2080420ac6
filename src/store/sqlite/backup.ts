import { existsSync } from 'node:fs';
import { chmod, copyFile, link, open, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ConfrereError } from '../../errors.js';
import type { Store } from '../port.js';
import { damagedTexts } from './audit/texts.js';
import { Connection } from './connection.js';
import { corrupt, foreign, unavailable } from './errors.js';
import { makeFolder, openSqliteStore, refuseOtherFiles } from './index.js';
import { formOf } from './migrate.js';
import { newestChangeset } from './records.js';
import { letGo } from './threads/garbage.js';

export interface Backup {
  /** The number of the newest changeset in it. */
  readonly version: number;
  /** How large the file is. */
  readonly bytes: number;
}

const PATIENCE = 10_000;
const CACHE = 16_384;
const OWNER_READS_AND_WRITES = 0o600;
const BESIDE = ['-wal', '-shm', '-journal'];
const HAS_NO_LINKS: readonly unknown[] = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'];

/**
 * Writes what a store holds at this moment to a file, while others read and write it. The file has its name only once all
 * of it is on the disk and SQLite has found nothing wrong in it.
 *
 * Fails, and leaves nothing behind, with BAD_USER_INPUT where there is a file of that name, and as opening the store does.
 */
export async function backUp(store: string, backup: string): Promise<Backup> {
  const target = resolve(backup);
  refuseExisting(target, 'A backup is never written over another file: name a new one.');
  return await underItsNameWhenWhole(target, async (unfinished) => {
    await refuseOtherFiles(store);
    // Whoever may not read the store may not read it here either.
    await chmod(unfinished, await modeOf(store));
    await withConnection(store, (connection) => {
      demandForm(connection);
      try {
        connection.run('VACUUM INTO ?', [unfinished]);
      } catch (error) {
        throw isUnavailable(error) ? uncopied(store, target, error.cause) : error;
      }
    });
    return await examined(unfinished);
  });
}

/**
 * Makes a store of a backup, brought to the present form. `verify` is given the store before its file has its name, and
 * where it fails no store is made.
 *
 * Fails, and leaves nothing behind, with BAD_USER_INPUT where there is a store already or no backup, and as opening a
 * store does.
 */
export async function restore(
  backup: string,
  store: string,
  verify: (store: Store) => Promise<void>,
): Promise<void> {
  const [source, target] = [resolve(backup), resolve(store)];
  for (const file of [target, `${target}-wal`, `${target}-shm`]) {
    refuseExisting(file, 'Stop what uses it and move it away, or name another directory in CONFRERE_DATA.');
  }
  if (!existsSync(source)) throw unusable(source, 'there is no such file');
  if (await holdsAnything(`${source}-wal`)) {
    throw unusable(
      source,
      'it is a store in use, for part of it lies beside it; `confrere backup` makes one',
    );
  }
  await refuseOtherFiles(source);
  await makeFolder(dirname(target));
  await underItsNameWhenWhole(target, async (unfinished) => {
    await copy(source, unfinished);
    try {
      await examined(unfinished);
      await withConnection(unfinished, demandNothingThatActs);
      const restored = await openSqliteStore({ file: unfinished });
      try {
        await verify(restored);
      } finally {
        await restored.close();
      }
    } catch (error) {
      throw namedAfter(source, unfinished, error);
    }
  });
}

/** A backup may be kept where nobody may write to it, but to a store its owner must. */
async function copy(source: string, unfinished: string): Promise<void> {
  try {
    await copyFile(source, unfinished);
    await chmod(unfinished, (await modeOf(source)) | OWNER_READS_AND_WRITES);
  } catch (error) {
    throw uncopied(source, unfinished, error);
  }
}

/** A store is tables and indexes. What else is in it would act by itself on what is read or written later. */
function demandNothingThatActs(connection: Connection): void {
  const [found] = connection.rows<{ type: string; name: string }>(
    "SELECT type, name FROM sqlite_schema WHERE type IN ('trigger', 'view') ORDER BY name",
  );
  if (found !== undefined)
    throw corrupt(connection.file, `it has a ${found.type}, "${found.name}", that Confrere did not make`);
}

/** What is wrong with the copy is so with the file that its reader knows. */
function namedAfter(source: string, unfinished: string, error: unknown): unknown {
  if (!(error instanceof ConfrereError) || !error.message.includes(unfinished)) return error;
  return new ConfrereError(error.code, error.message.replaceAll(unfinished, source), { cause: error });
}

/** What a finished copy holds; refuses one that is damaged. */
async function examined(file: string): Promise<Backup> {
  const version = await withConnection(file, (connection) => {
    demandForm(connection);
    const [found] = connection.rows<{ integrity_check: string }>('PRAGMA integrity_check(1)');
    if (found?.integrity_check !== 'ok') throw corrupt(file, found?.integrity_check ?? 'it cannot be read');
    const [damaged] = damagedTexts(connection);
    if (damaged !== undefined) throw corrupt(file, damaged);
    return newestChangeset(connection);
  });
  return { version, bytes: (await stat(file)).size };
}

/** Older forms are as good as the present one: whoever opens such a file brings it up. */
function demandForm(connection: Connection): void {
  if (formOf(connection) === 0) throw foreign(connection.file, 'it holds nothing');
}

async function withConnection<Result>(
  file: string,
  work: (connection: Connection) => Result,
): Promise<Result> {
  const connection = new Connection({ file, create: false, patience: PATIENCE, cache: CACHE });
  try {
    return work(connection);
  } finally {
    connection.close();
    await letGo();
  }
}

/** Lets `write` fill a file beside the target, which takes its name when all is on the disk, unless another has it by then. */
async function underItsNameWhenWhole<Result>(
  target: string,
  write: (unfinished: string) => Promise<Result>,
): Promise<Result> {
  const unfinished = `${target}.unfinished`;
  await begin(unfinished);
  try {
    const result = await write(unfinished);
    await flush(unfinished);
    await giveName(unfinished, target);
    return result;
  } finally {
    await removeWithWhatLiesBeside(unfinished, ['', ...BESIDE]);
    await flush(dirname(target));
  }
}

/** A link is never made over another file; where a file system has no links, a last look at the name must do. */
async function giveName(unfinished: string, target: string): Promise<void> {
  try {
    await link(unfinished, target);
  } catch (error) {
    refuseExisting(target, 'It was made in the meantime.');
    if (!HAS_NO_LINKS.includes(codeOf(error))) throw unwritable(target, error);
    await rename(unfinished, target);
  }
}

async function begin(unfinished: string): Promise<void> {
  try {
    await (await open(unfinished, 'wx')).close();
    // Who was stopped may have left a log, which SQLite would take for one of this file.
    await removeWithWhatLiesBeside(unfinished, BESIDE);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unwritable(unfinished, error);
    refuseExisting(unfinished, 'It is being written, or was left by one that was stopped: then remove it.');
    throw unwritable(unfinished, error);
  }
}

async function removeWithWhatLiesBeside(unfinished: string, endings: readonly string[]): Promise<void> {
  for (const ending of endings) await rm(`${unfinished}${ending}`, { force: true });
}

/** What stands in a file, or that a folder has it, is on the disk afterwards. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function holdsAnything(file: string): Promise<boolean> {
  return await stat(file).then(
    ({ size }) => size > 0,
    () => false,
  );
}

function refuseExisting(file: string, remedy: string): void {
  if (existsSync(file)) throw new ConfrereError('BAD_USER_INPUT', `${file} is there already. ${remedy}`);
}

function unusable(file: string, why: string): ConfrereError {
  return new ConfrereError('BAD_USER_INPUT', `${file} is no backup: ${why}.`);
}

function unwritable(file: string, error: unknown): ConfrereError {
  return unavailable(
    `${file} cannot be written (${error instanceof Error ? error.message : String(error)}).`,
    error,
  );
}

function uncopied(from: string, to: string, error: unknown): ConfrereError {
  return unavailable(
    `${from} cannot be read or ${to} cannot be written (${error instanceof Error ? error.message : String(error)}): see whether a disk is full or broken, or the size of files limited.`,
    error,
  );
}

function isUnavailable(error: unknown): error is ConfrereError {
  return error instanceof ConfrereError && error.code === 'STORE_UNAVAILABLE';
}

async function modeOf(file: string): Promise<number> {
  return (await stat(file)).mode & 0o777;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
