import { ConfrereError } from '../../errors.js';
import type { Executor } from './executor.js';
import { isThereAlready } from './failures.js';
import { keepWritersOut, publishedVersion } from './progress.js';
import { schemaRules, storeRule } from './schema.js';
import type { SchemaRule } from './schema.js';
import { upgradeGraph } from './upgrade.js';
import { LABEL, STORE_ID } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * The form of the graph that this program writes. In form 1 nothing but the records told when they were recorded, and up
 * to form 2 nothing led from words to the entities whose names have them. Up to form 3 nothing led from words to facts and
 * sources, and judgements were not found by when they changed. Up to form 4 words of people’s names stood for what words of
 * institutions do. Up to form 5 a fact had its earlier statuses apart from the present one, and nothing told which changesets
 * can be found.
 */
export const GRAPH_FORM = 6;

/** A node of this label says that the tests may empty the database; it is nobody's data. */
export const TEST_MARKER = 'ConfrereTestDatabase';

const INDEX_SECONDS = 300;
/** How often the rules are tried where others create the same at the same time. */
const ATTEMPTS = 10;

/**
 * Makes the database ready: refuses one that is not ours, creates what is missing of the constraints and indexes,
 * brings a graph that an older Confrere wrote to the present form, and marks an empty database as ours. Changes nothing
 * where nothing is missing.
 *
 * Fails with STORE_FOREIGN where the database holds other data, with STORE_TOO_NEW where a newer Confrere wrote it, with
 * STORE_CORRUPT where a record of an older form cannot be read.
 */
export async function prepareDatabase(executor: Executor, vocabulary: Vocabulary): Promise<void> {
  const schema = await checkOwner(executor);
  await createMissing(executor, [storeRule]);
  await executor.write((ask) =>
    ask(`MERGE (store:${LABEL.store} {id: $id}) ON CREATE SET store.schema = $schema, store.version = 0`, {
      id: STORE_ID,
      schema: GRAPH_FORM,
    }),
  );
  await createMissingRules(executor, vocabulary);
  if (schema < GRAPH_FORM) await upgradeGraph(executor, GRAPH_FORM);
  await publishedVersion(executor);
}

/** The form of the graph that is there; of an empty database the present one. */
async function checkOwner(executor: Executor): Promise<number> {
  const schema = (await schemaFound(executor)) ?? (await schemaOfEmpty(executor));
  if (schema <= GRAPH_FORM) return schema;
  throw new ConfrereError(
    'STORE_TOO_NEW',
    `The graph in Neo4j has form ${schema}, and this Confrere writes form ${GRAPH_FORM}: use the newer Confrere that wrote it. Nothing was changed.`,
  );
}

async function schemaFound(executor: Executor): Promise<number | undefined> {
  const [marker] = await executor.rows<{ schema: number }>(
    `MATCH (store:${LABEL.store}) RETURN store.schema AS schema ORDER BY schema DESC LIMIT 1`,
  );
  return marker?.schema;
}

/** Refuses a database that holds something, unless another Confrere has made it its own in the meantime. */
async function schemaOfEmpty(executor: Executor): Promise<number> {
  const [foreign] = await executor.rows<{ labels: string[] }>(
    `MATCH (node:!${TEST_MARKER}) RETURN labels(node) AS labels LIMIT 1`,
  );
  if (foreign === undefined) return GRAPH_FORM;
  const schema = await schemaFound(executor);
  if (schema !== undefined) return schema;
  const labels = foreign.labels.length === 0 ? 'a node without a label' : `a ${foreign.labels.join(':')}`;
  throw new ConfrereError(
    'STORE_FOREIGN',
    `The database in Neo4j holds data that is not of Confrere (${labels}). Nothing was changed: let NEO4J_URI or NEO4J_DATABASE name an empty one.`,
  );
}

async function createMissingRules(executor: Executor, vocabulary: Vocabulary): Promise<void> {
  const rules = schemaRules(vocabulary);
  if ((await missingOf(executor, rules)).length === 0) return;
  // Nobody may write meanwhile: Neo4j leaves half a constraint behind where its creation and a write wait for each other.
  await executor.write(async (ask) => {
    await keepWritersOut(ask);
    await createMissing(executor, rules);
  });
  await executor.rows(
    'CALL db.awaitIndexes($seconds)',
    { seconds: INDEX_SECONDS },
    { timeoutMs: INDEX_SECONDS * 1000 },
  );
}

async function createMissing(
  executor: Executor,
  rules: readonly SchemaRule[],
  attempts = ATTEMPTS,
): Promise<void> {
  const missing = await missingOf(executor, rules);
  if (missing.length === 0) return;
  try {
    await executor.write(async (ask) => {
      for (const { command } of missing) await ask(command);
    });
  } catch (error) {
    // Another that starts just now was quicker: perhaps with all of them, perhaps with some.
    if (!isThereAlready(error) || attempts === 1) throw error;
    await createMissing(executor, rules, attempts - 1);
  }
}

async function missingOf(executor: Executor, rules: readonly SchemaRule[]): Promise<SchemaRule[]> {
  const present = await executor.rows<{ name: string }>('SHOW INDEXES YIELD name');
  const names = new Set(present.map(({ name }) => name));
  return rules.filter(({ name }) => !names.has(name));
}
