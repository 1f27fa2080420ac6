import { ConfrereError } from '../../errors.js';
import type { Executor } from './executor.js';
import { schemaRules } from './schema.js';
import { LABEL } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

/** The form of the graph that this program writes. */
const SCHEMA = 1;

/** The value of `id` on the one node of the label ConfrereStore. */
export const STORE_ID = 'confrere';

/** A node of this label says that the tests may empty the database; it is nobody's data. */
export const TEST_MARKER = 'ConfrereTestDatabase';

const INDEX_SECONDS = 300;

/**
 * Makes the database ready: refuses one that is not ours, creates what is missing of the constraints and indexes, and
 * marks an empty one as ours. Changes nothing where nothing is missing.
 *
 * Fails with STORE_FOREIGN where the database holds other data, with STORE_TOO_NEW where a newer Confrere wrote it.
 */
export async function prepareDatabase(executor: Executor, vocabulary: Vocabulary): Promise<void> {
  await checkOwner(executor);
  await createMissingRules(executor, vocabulary);
  await executor.write((ask) =>
    ask(`MERGE (store:${LABEL.store} {id: $id}) ON CREATE SET store.schema = $schema, store.version = 0`, {
      id: STORE_ID,
      schema: SCHEMA,
    }),
  );
}

async function checkOwner(executor: Executor): Promise<void> {
  const [marker] = await executor.rows<{ schema: number }>(
    `MATCH (store:${LABEL.store}) RETURN store.schema AS schema ORDER BY schema DESC LIMIT 1`,
  );
  if (marker === undefined) return await refuseForeignData(executor);
  if (marker.schema > SCHEMA) {
    throw new ConfrereError(
      'STORE_TOO_NEW',
      `The graph in Neo4j has form ${marker.schema}, and this Confrere writes form ${SCHEMA}: use the newer Confrere that wrote it. Nothing was changed.`,
    );
  }
}

async function refuseForeignData(executor: Executor): Promise<void> {
  const [foreign] = await executor.rows<{ labels: string[] }>(
    `MATCH (node:!${TEST_MARKER}) RETURN labels(node) AS labels LIMIT 1`,
  );
  if (foreign === undefined) return;
  const labels = foreign.labels.length === 0 ? 'a node without a label' : `a ${foreign.labels.join(':')}`;
  throw new ConfrereError(
    'STORE_FOREIGN',
    `The database in Neo4j holds data that is not of Confrere (${labels}). Nothing was changed: let NEO4J_URI or NEO4J_DATABASE name an empty one.`,
  );
}

async function createMissingRules(executor: Executor, vocabulary: Vocabulary): Promise<void> {
  const present = await executor.rows<{ name: string }>('SHOW INDEXES YIELD name');
  const names = new Set(present.map(({ name }) => name));
  const missing = schemaRules(vocabulary).filter(({ name }) => !names.has(name));
  if (missing.length === 0) return;
  await executor.write(async (ask) => {
    for (const { command } of missing) await ask(command);
  });
  await executor.rows('CALL db.awaitIndexes($seconds)', { seconds: INDEX_SECONDS }, INDEX_SECONDS * 1000);
}
