import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';
import { claimTestDatabase, emptyTestDatabase, releaseTestDatabase } from '../helpers/neo4jTestDatabase.js';

describeNeo4j('the database of the tests', (server) => {
  let driver: Driver;

  beforeAll(() => {
    driver = openTestDriver();
  });
  beforeEach(async () => {
    await clearTestDatabase(driver);
    await driver.executeQuery('CREATE (:Person {name: "A"})-[:KNOWS]->(:Person {name: "B"})');
  });
  afterAll(async () => {
    await clearTestDatabase(driver);
    await driver.close();
  });

  /** All labels in the database, one for each node. */
  async function labels(): Promise<string[]> {
    const { records } = await driver.executeQuery(
      'MATCH (n) UNWIND labels(n) AS label RETURN label ORDER BY label',
    );
    return records.map((record) => String(record.get('label')));
  }

  /** Makes the database look like somebody else's while `body` runs. */
  async function asForeignDatabase(body: () => Promise<void>): Promise<void> {
    await driver.executeQuery('MATCH (n:ConfrereTestDatabase) REMOVE n:ConfrereTestDatabase SET n:Book');
    try {
      await body();
    } finally {
      await driver.executeQuery('MATCH (n:Book) REMOVE n:Book SET n:ConfrereTestDatabase');
    }
  }

  test('is emptied but for its marker', async () => {
    await clearTestDatabase(driver);
    expect(await labels()).toEqual(['ConfrereTestDatabase']);
  });

  test('is emptied only by the run that it belongs to', async () => {
    await expect(emptyTestDatabase(driver, 'another run')).rejects.toMatchObject({ code: 'STORE_FOREIGN' });
    await expect(releaseTestDatabase(driver, 'another run')).rejects.toMatchObject({ code: 'STORE_FOREIGN' });
    expect(await labels()).toEqual(['ConfrereTestDatabase', 'Person', 'Person']);
  });

  test('is not claimed, marked or emptied while it holds foreign data', async () => {
    await asForeignDatabase(async () => {
      await expect(claimTestDatabase(driver, server().run)).rejects.toMatchObject({
        code: 'STORE_FOREIGN',
        message: expect.stringContaining('holds 3 nodes') as unknown,
      });
      await expect(clearTestDatabase(driver)).rejects.toMatchObject({ code: 'STORE_FOREIGN' });
      expect(await labels()).toEqual(['Book', 'Person', 'Person']);
    });
  });

  test('is taken over from a run that was broken off, which can no longer empty it', async () => {
    await claimTestDatabase(driver, 'the next run');
    await expect(clearTestDatabase(driver)).rejects.toMatchObject({ code: 'STORE_FOREIGN' });
    await claimTestDatabase(driver, server().run);
    await clearTestDatabase(driver);
  });

  test('is given back without the marker, and claimed again when empty', async () => {
    await releaseTestDatabase(driver, server().run);
    expect(await labels()).toEqual([]);
    await claimTestDatabase(driver, server().run);
    expect(await labels()).toEqual(['ConfrereTestDatabase']);
  });
});
