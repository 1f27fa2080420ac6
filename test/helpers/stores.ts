import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ontology } from '../../src/ontology/index.js';
import type { Store } from '../../src/store/port.js';
import { openSqliteStore } from '../../src/store/sqlite/index.js';
import { clearTestDatabase, neo4j, openTestDriver } from './neo4j.js';
import { Kept, ReferenceStore } from './referenceStore.js';

/** Where a store keeps its data: it may be opened again and again, also while it is open. */
export interface Place {
  open(): Promise<Store>;
  /** Closes every store that was opened here and takes the data away. */
  remove(): Promise<void>;
}

/** Makes a place with nothing in it. */
export type NewPlace = () => Promise<Place>;

/** A file in a folder of its own. */
export async function newFile(): Promise<Place & { file: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'confrere-store-'));
  const file = join(folder, 'confrere.db');
  const opened = openings(() => openSqliteStore({ file, ontology }));
  return {
    file,
    open: opened.open,
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
  const opened = openings(async () => {
    const { openNeo4jStore } = await import('../../src/store/neo4j/index.js');
    return openNeo4jStore({ uri, username, password, database: 'neo4j' });
  });
  return {
    open: opened.open,
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
  return { open: opened.open, remove: opened.closeAll };
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
