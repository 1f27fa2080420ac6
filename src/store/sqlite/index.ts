import { mkdir, open, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ConfrereError } from '../../errors.js';
import { ontology as ontologyOfConfrere } from '../../ontology/index.js';
import type { Ontology } from '../../ontology/index.js';
import type { Store } from '../port.js';
import { foreign, unavailable } from './errors.js';
import type { AuditingMethods, ReadingMethods, WritingMethods } from './methods.js';
import { OpenFile } from './openFile.js';
import { SqliteStore } from './store.js';
import type { ThreadData } from './threads/messages.js';
import { Pool } from './threads/pool.js';
import { Thread } from './threads/thread.js';
import { prepareHost } from './threads/workers.js';

export interface SqliteOptions {
  /** The path of the file; it is begun, with the folders above it, where there is none. */
  file: string;
  ontology?: Ontology;
  /** How many questions may be answered at a time, each on a thread of its own; 2 unless said otherwise. */
  readers?: number;
  /** How long a write waits for another process that is writing, in milliseconds. */
  patience?: number;
}

const READERS = 2;
const PATIENCE = 10_000;
/** A reader waits only for a process that has locked others out altogether. */
const READERS_PATIENCE = 2_000;

/**
 * Opens the store in a file, brought to the present form of its schema.
 *
 * Fails, and leaves the file as it is, with STORE_FOREIGN where it is not ours, STORE_TOO_NEW where a newer program
 * wrote it, STORE_CORRUPT where it is damaged, and STORE_UNAVAILABLE where it cannot be read or written.
 */
export async function openSqliteStore(options: SqliteOptions): Promise<Store> {
  const { ontology = ontologyOfConfrere, readers = READERS, patience = PATIENCE } = options;
  if (!Number.isInteger(readers) || readers < 1) {
    throw new ConfrereError('BAD_CONFIG', `A store has at least one reader; got ${readers}.`);
  }
  const file = resolve(options.file);
  await makeFolder(dirname(file));
  await refuseOtherFiles(file);

  const { entityKinds, factKinds, relations } = ontology;
  const writing: ThreadData = {
    role: 'writer',
    file,
    patience,
    kinds: { entityKinds, factKinds, relations },
  };
  const first = new Thread<WritingMethods>(writing);
  // The first question comes as soon as the file is open.
  prepareHost();
  const identity = await first.opened;
  // Should the first one die, the next must find the same file.
  const nextWriter = () => new Thread<WritingMethods>({ ...writing, identity });
  const reading = { file, identity, patience: READERS_PATIENCE };
  const threads = {
    readers: new Pool(readers, () => new Thread<ReadingMethods>({ ...reading, role: 'reader' })),
    writer: new Pool(1, nextWriter, [first]),
    startAuditor: () => new Thread<AuditingMethods>({ ...reading, role: 'auditor' }),
  };
  return new SqliteStore(new OpenFile(file, threads));
}

/** Makes a folder, and those above it, where it is not there. */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await makeEach(folder);
  } catch (error) {
    throw unavailable(`The folder ${folder} cannot be made (${messageOf(error)}).`, error);
  }
}

/** One after the other: Node’s own way never comes back where a folder can have none in it and says ENOENT, as /proc does. */
async function makeEach(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makeEach(above);
  await mkdir(folder).catch(async (error: unknown) => {
    // Another process may have made it meanwhile.
    if (!(await isFolder(folder))) throw error;
  });
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
}

const SQLITE_HEADER = 'SQLite format 3\0';

/**
 * Refuses a file that is no SQLite database; one that is not there or empty may become one. It looks before SQLite does,
 * which may write to what lies beside a file.
 */
export async function refuseOtherFiles(file: string): Promise<void> {
  let header: string;
  try {
    const stats = await stat(file).catch(ignoreAbsence);
    if (stats === undefined) return;
    if (!stats.isFile()) throw foreign(file, 'it is no file');
    if (stats.size === 0) return;
    header = await beginningOf(file);
  } catch (error) {
    if (error instanceof ConfrereError) throw error;
    throw unavailable(`${file} cannot be read (${messageOf(error)}).`, error);
  }
  if (header !== SQLITE_HEADER) throw foreign(file, 'it is no SQLite database');
}

async function beginningOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SQLITE_HEADER.length));
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

function ignoreAbsence(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
  throw error;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
