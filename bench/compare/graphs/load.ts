import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
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
  await withBundles(example, async (groups) => {
    const neo4j = await openNeo4jStore({ ...places.neo4j, queryTimeoutMs: PATIENCE });
    await timed('Confrere on Neo4j', example, () => importInto(neo4j, groups));
    const embedded = await openSqliteStore({ file: join(places.embedded, 'confrere.db') });
    await timed('Confrere embedded', example, () => importInto(embedded, groups));
  });
  await timed('plain graph', example, () => loadPlainGraph(places.neo4j, example));
  await places.keep(what);
}

/** So many bytes of bundles are one import: the Neo4j that is started here has not the memory for a much larger changeset. */
const IMPORT_BYTES = 4 * 2 ** 20;

/** Gives the example's bundles, as groups of files that are imported one after the other. */
async function withBundles(
  example: ExampleOptions,
  work: (groups: readonly (readonly string[])[]) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'confrere-example-'));
  try {
    await writeExample(folder, example);
    const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.json'));
    const inOrder = ['register', 'entities', 'report'].flatMap((begin) =>
      names.filter((name) => basename(name).startsWith(begin)).sort(),
    );
    await work(await grouped(inOrder.map((name) => join(folder, name))));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The files in their order, in groups that are not too large; one that is too large by itself is a group. */
async function grouped(files: readonly string[]): Promise<string[][]> {
  const groups: string[][] = [];
  let room = 0;
  for (const file of files) {
    const { size } = await stat(file);
    const group = size <= room ? groups.at(-1) : undefined;
    if (group === undefined) {
      groups.push([file]);
      room = IMPORT_BYTES;
    } else group.push(file);
    room -= size;
  }
  return groups;
}

async function importInto(store: Store, groups: readonly (readonly string[])[]): Promise<void> {
  try {
    for (const files of groups) await importBundles(store, files, { author: 'bench', note: 'The example.' });
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
