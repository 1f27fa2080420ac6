import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { findNeo4jMeans } from '../../src/cli/neo4j/means.js';
import { findFreePort } from '../../src/cli/neo4j/port.js';
import { startNeo4j } from '../../src/cli/neo4j/provide.js';
import type { RunningNeo4j } from '../../src/cli/neo4j/provide.js';
import { openNeo4jStore } from '../../src/store/neo4j/index.js';
import { neo4jTools } from '../helpers/neo4jTools.js';
import { serve } from '../helpers/serving.js';
import { rounds } from '../helpers/soak.js';
import { newFile } from '../helpers/stores.js';
import { expectWhole } from './durabilityChangesets.js';
import { Load } from './load.js';
import { timeToRefusal } from './refusal.js';

/* Neo4j goes down again and again while people read and somebody writes. */

const RESTARTS = rounds(2, 20);
/** How long it is read and written between two restarts. */
const CALM_MS = 2_000;
const BETWEEN_WRITES_MS = 100;
/** Far beyond what it takes, which is printed. */
const PATIENCE_MS = 60_000;

const { remedy } = await findNeo4jMeans(neo4jTools());

describe.skipIf(remedy !== null)(
  'A Neo4j that goes down under load',
  { timeout: rounds(300_000, 3_600_000) },
  () => {
    test('costs no answer its truth and no acknowledged write, and is back as soon as it answers', async () => {
      const home = await mkdtemp(join(tmpdir(), 'confrere-restarts-'));
      const place = { home, port: await findFreePort(), password: 'a-password', tools: neo4jTools() };
      const model = await newFile();
      let running = await startNeo4j(place);
      const store = await openNeo4jStore(running);
      const server = await serve(store);
      const load = new Load(server.url, store, await model.open(), BETWEEN_WRITES_MS);
      const recoveries: Awaited<ReturnType<Load['recovery']>>[] = [];
      try {
        await load.begin();
        for (let restart = 0; restart < RESTARTS; restart++) {
          await sleep(CALM_MS);
          // Killed and stopped in turns: both happen.
          await (restart % 2 === 0 ? kill(running, home) : running.stop());
          await load.untilRefused(PATIENCE_MS);
          expect(await timeToRefusal(() => store.health())).toBeLessThan(4_000);
          expect(await timeToRefusal(() => store.entities(['doctor/d1']))).toBeLessThan(10_000);
          const started = startNeo4j(place);
          await untilAnswered(place);
          recoveries.push(await load.recovery(PATIENCE_MS));
          running = await started;
        }
        await sleep(CALM_MS);
        const { version, answers, refused } = await load.end();
        await expectWhole(store, version);
        const worst = (which: 'first' | 'all' | 'write') =>
          (Math.max(...recoveries.map((each) => each[which])) / 1_000).toFixed(1);
        console.log(
          `${RESTARTS} restarts: ${answers} answers right, ${refused} refused, ${version} changesets. Once Bolt answered, the ` +
            `first right answer came within ${worst('first')} s, one to every question within ${worst('all')} s, and a write ` +
            `had landed within ${worst('write')} s.`,
        );
      } finally {
        await load.stop();
        await server.close();
        await store.close();
        await running.stop();
        await model.remove();
        await rm(home, { recursive: true, force: true });
      }
    });
  },
);

/** Ends the server where it stands, as a machine does that loses its power; one in a container is stopped. */
async function kill(running: RunningNeo4j, home: string): Promise<void> {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  const own = processes.find((line) => line.includes(home) && line.includes('Launcher.java'));
  if (running.how !== 'java' || own === undefined) return await running.stop();
  process.kill(Number.parseInt(own, 10), 'SIGKILL');
  await running.ended;
}

/** Waits until Bolt answers a question. */
async function untilAnswered({ port, password }: { port: number; password: string }): Promise<void> {
  for (;;) {
    const driver = neo4j.driver(`bolt://127.0.0.1:${port}`, neo4j.auth.basic('neo4j', password), {
      maxTransactionRetryTime: 0,
    });
    const answered = await driver.executeQuery('RETURN 1').then(
      () => true,
      () => false,
    );
    await driver.close();
    if (answered) return;
    await sleep(50);
  }
}
