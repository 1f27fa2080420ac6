import { execFile } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { startWithJava } from '../../src/cli/neo4j/java.js';
import { jarsDirectory } from '../../src/cli/neo4j/jars.js';
import { findNeo4jMeans } from '../../src/cli/neo4j/means.js';
import { findFreePort } from '../../src/cli/neo4j/port.js';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import type { Store } from '../../src/store/port.js';
import { collect, findingsIn } from '../helpers/collect.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { draftOf, entity, fact, judge, source } from '../helpers/graph.js';
import { neo4jTools } from '../helpers/neo4jTools.js';

/* What the README says of backups with Neo4j, by the same program of Neo4j: `neo4j-admin database dump` and `load`. */

const PASSWORD = 'long-enough-for-it';
const tools = neo4jTools();
const { java } = await findNeo4jMeans(tools);

afterEach(removeTemporaryDirectories);

/** Runs a Neo4j on a home while `work` is done with the store in it. */
async function whileServed<Result>(home: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  const port = await findFreePort();
  const server = await startWithJava(
    { port, password: PASSWORD, home },
    java ?? '',
    tools.cacheDirectory,
    () => undefined,
  );
  try {
    const uri = `bolt://127.0.0.1:${port}`;
    const store = await openNeo4jStore({ uri, username: 'neo4j', password: PASSWORD, database: 'neo4j' });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    await server.stop();
  }
}

/** Runs `neo4j-admin` on a home whose server is stopped. */
async function administer(home: string, ...arguments_: string[]): Promise<void> {
  mkdirSync(join(home, 'conf'), { recursive: true });
  const jars = join(jarsDirectory(tools.cacheDirectory), '*');
  await promisify(execFile)(java ?? '', ['-cp', jars, 'org.neo4j.cli.AdminTool', ...arguments_], {
    env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') },
  });
}

// Starting a database twice takes minutes on a machine that has other work.
describe.skipIf(java === null)('a dump of Neo4j', { timeout: 300_000 }, () => {
  test('is loaded into another server with all that was written, and goes on', async () => {
    const [home, other, dumps] = [temporaryDirectory(), temporaryDirectory(), temporaryDirectory()];
    const before = await whileServed(home, async (store) => {
      await store.apply(
        draftOf([
          source(),
          entity('doctor/a', ['Anne Morvannec']),
          entity('doctor/b'),
          fact('training/a', ['TRAINER=doctor/a', 'TRAINEE=doctor/b'], { time: '2019-03' }),
        ]),
      );
      await store.apply(draftOf([judge('judgement/ab', ['doctor/a', 'doctor/b'])]));
      return await collect(store.audit());
    });
    await administer(home, 'database', 'dump', 'neo4j', `--to-path=${dumps}`);
    await administer(
      other,
      'database',
      'load',
      'neo4j',
      `--from-path=${dumps}`,
      '--overwrite-destination=true',
    );
    await whileServed(other, async (store) => {
      expect(await collect(store.audit())).toEqual(before);
      expect(await findingsIn(store)).toEqual([]);
      expect((await store.apply(draftOf([entity('doctor/c')]))).number).toBe(3);
    });
  });
});
