import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startNeo4j } from '../src/cli/neo4j/provide.js';
import { openNeo4jStore } from '../src/store/neo4j/index.js';
import type { Store } from '../src/store/port.js';
import { openSqliteStore } from '../src/store/sqlite/index.js';

/** An empty store of its own for a measurement, `embedded` or `neo4j`, that is taken away afterwards. */
export async function onStore(
  kind: string,
  work: (store: Store) => Promise<void>,
  queryTimeoutMs = 60_000,
): Promise<void> {
  if (kind === 'neo4j') {
    const server = await startNeo4j({ log: (line) => console.error(line) });
    try {
      const store = await openNeo4jStore({ ...server, queryTimeoutMs });
      await work(store);
      await store.close();
    } finally {
      await server.stop();
    }
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'confrere-bench-'));
  const store = await openSqliteStore({ file: join(folder, 'confrere.db') });
  try {
    await work(store);
  } finally {
    await store.close();
    await rm(folder, { recursive: true });
  }
}
