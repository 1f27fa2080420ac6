import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfrereError } from '../../src/errors.js';
import { openDriver } from '../../src/store/neo4j/connect.js';
import { Executor } from '../../src/store/neo4j/executor.js';
import { clearTestDatabase, describeNeo4j, openTestDriver } from '../helpers/neo4j.js';

const ENDLESS = 'UNWIND range(1, 1000000000) AS number WITH number WHERE number % 7 = 8 RETURN count(number)';
const VORACIOUS = 'UNWIND range(1, 1000000000) AS number RETURN collect(number)';

describeNeo4j('A query that Neo4j does not answer', (server) => {
  let executor: Executor;

  beforeAll(async () => {
    const driver = openTestDriver();
    await clearTestDatabase(driver);
    await driver.close();
    const { uri, username, password } = server();
    executor = new Executor(openDriver({ uri, username, password }), {
      database: undefined,
      location: uri,
      queryTimeoutMs: 1_000,
      writeTimeoutMs: 60_000,
    });
    // Connected before anything is measured.
    await executor.rows('RETURN 1');
  });
  afterAll(() => executor.close());

  async function failureOf(query: Promise<unknown>): Promise<Error> {
    const error: unknown = await query.then(
      () => 'it was answered',
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    return error as Error;
  }

  test('in time is cut off on the server, and is no more than unavailable', async () => {
    const start = performance.now();
    const error = await failureOf(executor.rows(ENDLESS));
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(error.message).toContain('in time');
    expect(performance.now() - start).toBeLessThan(9_000);
  });

  test('within the patience of one question is given up, however long others may take', async () => {
    const start = performance.now();
    expect(await failureOf(executor.rows(ENDLESS, {}, { timeoutMs: 300 }))).toMatchObject({
      code: 'STORE_UNAVAILABLE',
    });
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  test('for want of memory or time leaves the server well', async () => {
    const error = await failureOf(
      executor.write((ask) => ask(`CREATE (:Half) WITH 1 AS one ${VORACIOUS} AS all`)),
    );
    expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
    expect(await executor.rows('MATCH (half:Half) RETURN half')).toEqual([]);
  }, 120_000);

  test('because it makes no sense fails without telling its text or its values', async () => {
    const error = await failureOf(executor.rows('RETURN nonsense($secret', { secret: 'xyzzy' }));
    expect(error).not.toBeInstanceOf(ConfrereError);
    expect(error.message).toContain('SyntaxError');
    expect(error.message).not.toContain('nonsense');
    expect(error.message).not.toContain('xyzzy');
  });

  test('because it writes where only reading was asked changes nothing', async () => {
    await failureOf(executor.rows('CREATE (:Sneaked)'));
    expect(await executor.rows('MATCH (node:Sneaked) RETURN node')).toEqual([]);
  });

  test('takes back with it what the same transaction has written before', async () => {
    await failureOf(
      executor.write(async (ask) => {
        await ask('CREATE (:Half)');
        throw new Error('Changed my mind.');
      }),
    );
    expect(await executor.rows('MATCH (half:Half) RETURN half')).toEqual([]);
  });

  test('sends whole numbers as integers and reads them back as numbers', async () => {
    const numbers = [0, -1, 1e15, -1e15, Number.MAX_SAFE_INTEGER];
    const rows = await executor.rows(
      'UNWIND $list AS one RETURN one.number AS number, one.number IS :: INTEGER AS integer',
      { list: numbers.map((number) => ({ number })) },
    );
    expect(rows).toEqual(numbers.map((number) => ({ number, integer: true })));
  });
});
