import { exampleOperations } from '../../../scripts/largeExample/operations.js';
import type { ExampleOptions } from '../../../scripts/largeExample/world.js';
import type { Operation } from '../../../src/store/changeset.js';
import { PlainRows } from './plainRows.js';
import type { RelationshipRow } from './plainRows.js';
import { driverFor } from './places.js';
import type { Neo4jPlace } from './places.js';

/*
 * The example as someone would lay it out who queries it with Cypher or with @neo4j/graphql: a node for each record, every
 * field a property, every role, relation and citation a relationship. It lies beside Confrere's graph in the same server; its
 * labels begin with "Plain" and its types with "PLAIN_", so that neither is ever met when the other is asked.
 */

type Run = (query: string, parameters?: Record<string, unknown>) => Promise<void>;

const BATCH = 5_000;

/** The full-text index over the names of all entities. */
export const NAMES_INDEX = 'plain_names';

/** What an expert would index: the keys by which a question begins, the order of the facts of an entity, the words of names. */
const RULES = [
  ...[
    ...['PlainEntity', 'PlainFact', 'PlainGroup', 'PlainSource'],
    ...['PlainDoctor', 'PlainHospital', 'PlainCountry'],
  ].map(
    (label) => `CREATE CONSTRAINT ${label}_key IF NOT EXISTS FOR (node:${label}) REQUIRE node.key IS UNIQUE`,
  ),
  ...['PLAIN_TRAINER', 'PLAIN_AT', 'PLAIN_MEMBER'].map(
    (type) =>
      `CREATE INDEX ${type}_order IF NOT EXISTS FOR ()-[edge:${type}]-() ON (edge.target, edge.order)`,
  ),
  `CREATE FULLTEXT INDEX ${NAMES_INDEX} IF NOT EXISTS FOR (node:PlainEntity) ON EACH [node.name]`,
];

/** Loads the example as a plain graph. */
export async function loadPlainGraph(place: Neo4jPlace, example: ExampleOptions): Promise<void> {
  const driver = driverFor(place);
  const session = driver.session();
  const run: Run = async (query, parameters = {}) => {
    await session.executeWrite((transaction) => transaction.run(query, parameters));
  };
  try {
    for (const rule of RULES) await session.run(rule);
    let gathered: Operation[] = [];
    for await (const operations of exampleOperations(example)) {
      gathered.push(...operations);
      if (gathered.length < BATCH) continue;
      await write(run, new PlainRows(gathered));
      gathered = [];
    }
    await write(run, new PlainRows(gathered));
    await session.run('CALL db.awaitIndexes(300)');
    await session.run('CALL db.prepareForReplanning()');
  } finally {
    await session.close();
    await driver.close();
  }
}

async function write(run: Run, rows: PlainRows): Promise<void> {
  for (const { labels, properties } of rows.nodes) {
    await run('UNWIND $rows AS row CREATE (node:$($labels)) SET node = row', { labels, rows: properties });
  }
  for (const group of rows.relationships) await writeRelationships(run, group);
}

async function writeRelationships(run: Run, { from, type, to, rows }: RelationshipRow): Promise<void> {
  await run(
    `UNWIND $rows AS row
     MATCH (from:${from} {key: row.from})
     MATCH (to:${to} {key: row.to})
     CREATE (from)-[edge:${type}]->(to) SET edge = row.properties`,
    { rows },
  );
}
