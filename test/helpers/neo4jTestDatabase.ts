import type { Driver, ManagedTransaction } from 'neo4j-driver';
import { ConfrereError } from '../../src/errors.js';

/*
 * Neo4j Community has one database, and the tests empty it. The marker, a node of its own, says that it is theirs: it
 * is created only in an empty database, and nothing is ever deleted from a database without it.
 */

/**
 * Marks the database as belonging to the tests of this run, or takes over the marker of a run that was broken off.
 * Throws STORE_FOREIGN when it holds anything that the tests did not put there; it is left as it was then.
 */
export async function claimTestDatabase(driver: Driver, run: string): Promise<void> {
  const session = driver.session();
  try {
    await session.executeWrite(async (transaction) => {
      const claimed = await transaction.run(
        'MATCH (marker:ConfrereTestDatabase) SET marker.run = $run RETURN count(marker) AS markers',
        { run },
      );
      if (Number(claimed.records[0]?.get('markers')) > 0) return;
      await refuseForeignData(transaction);
      await transaction.run('CREATE (:ConfrereTestDatabase {run: $run})', { run });
    });
  } finally {
    await session.close();
  }
}

async function refuseForeignData(transaction: ManagedTransaction): Promise<void> {
  const counted = await transaction.run('MATCH (node) RETURN count(node) AS nodes');
  const nodes = Number(counted.records[0]?.get('nodes'));
  if (nodes === 0) return;
  const sample = await transaction.run('MATCH (node) RETURN labels(node) AS labels LIMIT 1');
  const labels: unknown = sample.records[0]?.get('labels');
  throw new ConfrereError(
    'STORE_FOREIGN',
    `The tests empty the database they run on, and this one holds ${nodes} nodes that they did not put there ` +
      `(one has the labels ${JSON.stringify(labels)}). Nothing was changed. ` +
      'Let NEO4J_TEST_URI name an empty database, or unset it.',
  );
}

/**
 * Deletes every node and relationship that the tests put into the database; the marker stays.
 * Throws STORE_FOREIGN and deletes nothing when the marker of this run is missing.
 */
export async function emptyTestDatabase(driver: Driver, run: string): Promise<void> {
  await expectMarker(driver, run);
  const session = driver.session();
  try {
    // The marker is asked for again in the statement that deletes, so that nothing can come between.
    await session.run(
      `MATCH (marker:ConfrereTestDatabase {run: $run})
       MATCH (node) WHERE node <> marker
       CALL (node) { DETACH DELETE node } IN TRANSACTIONS OF 10000 ROWS`,
      { run },
    );
  } finally {
    await session.close();
  }
}

/** Gives the database back empty and unmarked, as it was claimed. */
export async function releaseTestDatabase(driver: Driver, run: string): Promise<void> {
  await emptyTestDatabase(driver, run);
  await driver.executeQuery('MATCH (marker:ConfrereTestDatabase {run: $run}) DELETE marker', { run });
}

async function expectMarker(driver: Driver, run: string): Promise<void> {
  const { records } = await driver.executeQuery(
    'MATCH (marker:ConfrereTestDatabase {run: $run}) RETURN count(marker) AS markers',
    { run },
  );
  if (Number(records[0]?.get('markers')) === 1) return;
  throw new ConfrereError(
    'STORE_FOREIGN',
    'This database does not carry the marker of this run of the tests, so it is not theirs to empty. Either it is ' +
      'another database, or a second run of the tests has taken it over.',
  );
}
