import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Libsql from 'libsql';
import { ontology } from '../../src/ontology/index.js';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { clearTestDatabase, neo4j, openTestDriver } from './neo4j.js';
import { Kept } from './referenceRecords.js';
import { ReferenceStore } from './referenceStore.js';

/** Where a store keeps its data: it may be opened again and again, also while it is open. */
export interface Place {
  /** The file, or whatever leads to the data. */
  readonly location: string;
  open(): Promise<Store>;
  /** Takes away all that was written, behind the back of the stores that are open. */
  clear(): Promise<void>;
  /** Closes every store that was opened here and takes the data away. */
  remove(): Promise<void>;
}

/** Makes a place with nothing in it. */
export type NewPlace = () => Promise<Place>;

/** A file in a folder of its own. */
export async function newFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), 'confrere-store-'));
  const file = join(folder, 'confrere.db');
  const opened = openings(() => openSqliteStore({ file, ontology }));
  return {
    location: file,
    open: opened.open,
    clear: async () => clearFile(file),
    remove: async () => {
      await opened.closeAll();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The test database of Neo4j, emptied. Only inside `describeNeo4j`, and one at a time. */
export async function newDatabase(): Promise<Place> {
  await emptyDatabase();
  const { uri, username, password } = neo4j();
  const opened = openings(() => openNeo4jStore({ uri, username, password, database: 'neo4j' }));
  return {
    location: uri,
    open: opened.open,
    clear: clearRecords,
    remove: async () => {
      await opened.closeAll();
      await emptyDatabase();
    },
  };
}

/** The records of the reference store. */
export async function newReference(): Promise<Place> {
  const kept = new Kept();
  const opened = openings(async () => new ReferenceStore(ontology, kept));
  return { location: 'memory', open: opened.open, clear: async () => kept.clear(), remove: opened.closeAll };
}

function clearFile(file: string): void {
  const database = new Libsql(file);
  try {
    database.exec('PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE');
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all() as {
      name: string;
    }[];
    for (const { name } of tables) database.exec(`DELETE FROM "${name}"`);
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** Keeps the nodes by which an open store knows that the database is still the one it opened, and how far it is. */
async function clearRecords(): Promise<void> {
  const driver = openTestDriver();
  try {
    await driver.executeQuery(
      `MATCH (:ConfrereTestDatabase {run: $run})
       MATCH (node:!ConfrereTestDatabase&!ConfrereStore&!ConfrereProgress) DETACH DELETE node`,
      { run: neo4j().run },
    );
    await driver.executeQuery('MATCH (store:ConfrereStore) SET store.version = 0');
    await driver.executeQuery(
      'MATCH (progress:ConfrereProgress) SET progress.begun = 0, progress.published = 0',
    );
  } finally {
    await driver.close();
  }
}

async function emptyDatabase(): Promise<void> {
  const driver = openTestDriver();
  try {
    await clearTestDatabase(driver);
  } finally {
    await driver.close();
  }
}

function openings(open: () => Promise<Store>) {
  const stores: Store[] = [];
  return {
    open: async () => {
      const store = await open();
      stores.push(store);
      return store;
    },
    closeAll: async () => {
      for (const store of stores.splice(0)) await store.close();
    },
  };
}
