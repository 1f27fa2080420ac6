import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeExample } from '../../../scripts/largeExample/files.js';
import type { ExampleOptions } from '../../../scripts/largeExample/world.js';
import { importBundles } from '../../../src/ingest/index.js';
import { openNeo4jStore } from '../../../src/store/neo4j/index.js';
import type { Store } from '../../../src/store/port.js';
import { openSqliteStore } from '../../../src/store/sqlite/index.js';
import { loadPlainGraph } from './plainGraph.js';
import type { Places } from './places.js';

/** Greater with every change of how the plain graph is laid out, so that none that was laid out otherwise is asked. */
const LAYOUT = 2;

/** Longer than any step of an import takes. */
const PATIENCE = 600_000;

/**
 * Loads the generated example into all that is compared, unless an earlier run kept it there: into both stores of
 * Confrere by its import, and as a plain graph beside Confrere's in the same Neo4j.
 */
export async function loadAll(places: Places, example: ExampleOptions): Promise<void> {
  const what = `${example.facts} facts, seed ${example.seed}, layout ${LAYOUT}\n`;
  if (places.loaded === what) return console.error(`Found ${what.trim()}.`);
  if (places.loaded !== null) {
    throw new Error(`--data holds ${places.loaded.trim()}; expected an empty directory, or ${what.trim()}.`);
  }
  await withParts(example, async (parts) => {
    const neo4j = await openNeo4jStore({ ...places.neo4j, queryTimeoutMs: PATIENCE });
    await timed('Confrere on Neo4j', example, () => importInto(neo4j, parts));
    const embedded = await openSqliteStore({ file: join(places.embedded, 'confrere.db') });
    await timed('Confrere embedded', example, () => importInto(embedded, parts));
  });
  await timed('plain graph', example, () => loadPlainGraph(places.neo4j, example));
  await places.keep(what);
}

/** Gives the example's parts, folders of bundles that are imported one after the other. */
async function withParts(
  example: ExampleOptions,
  work: (parts: readonly string[]) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'confrere-example-'));
  try {
    const { parts } = await writeExample(folder, example);
    await work(parts);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function importInto(store: Store, parts: readonly string[]): Promise<void> {
  try {
    for (const part of parts) await importBundles(store, [part], { author: 'bench', note: 'The example.' });
  } finally {
    await store.close();
  }
}

async function timed(what: string, { facts }: ExampleOptions, work: () => Promise<void>): Promise<void> {
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  console.error(`Loaded ${what}: ${seconds.toFixed(1)} s, ${Math.round(facts / seconds)} facts/s.`);
}
