import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import neo4jDriver from 'neo4j-driver';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { findNeo4jMeans } from '../../src/cli/neo4j/means.js';
import { expectFreePort, findFreePort } from '../../src/cli/neo4j/port.js';
import { startNeo4j } from '../../src/cli/neo4j/provide.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { neo4jTools } from '../helpers/neo4jTools.js';

const SCRIPT = fileURLToPath(new URL('../helpers/startNeo4jScript.ts', import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const { remedy } = await findNeo4jMeans(neo4jTools());

afterEach(removeTemporaryDirectories);

interface Started {
  readonly child: ChildProcess;
  readonly port: number;
  /** All that it has printed by the time the server was ready. */
  readonly output: string;
}

async function startScript(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Started> {
  const child = spawn(process.execPath, ['--import', TSX, SCRIPT, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...environment },
  });
  let output = '';
  for await (const line of createInterface({ input: child.stdout })) {
    output += `${line}\n`;
    const port = /bolt:\/\/127\.0\.0\.1:(\d+) /.exec(output)?.[1];
    const complete = args[0] === 'temporary' || line.startsWith('Ctrl-C');
    if (port !== undefined && complete) return { child, port: Number(port), output };
  }
  throw new Error(`The script ended before its Neo4j was ready:\n${output}`);
}

async function query(uri: string, password: string, cypher: string): Promise<unknown[]> {
  const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic('neo4j', password));
  try {
    const { records } = await driver.executeQuery(cypher);
    return records.map((record) => record.get(0) as unknown);
  } finally {
    await driver.close();
  }
}

// Starting a database three times takes minutes on a machine that has other work.
describe.skipIf(remedy !== null)('a Neo4j that is started here', { timeout: 300_000 }, () => {
  test('goes with its data when the process that started it is killed', async () => {
    const temporary = temporaryDirectory();
    const { child, port } = await startScript(['temporary'], { TMPDIR: temporary });
    await expect(expectFreePort(port)).rejects.toMatchObject({ code: 'BAD_CONFIG' });
    child.kill('SIGKILL');
    await vi.waitFor(() => expectFreePort(port), { timeout: 30_000, interval: 100 });
    await vi.waitFor(() => expect(readdirSync(temporary).filter(isDatabase)).toEqual([]), {
      timeout: 10_000,
    });
  });

  test('serves a person until the interrupt, and keeps the data and the password', async () => {
    const home = temporaryDirectory();
    const { child, port, output } = await startScript(['person', home, String(await findFreePort())]);
    const uri = `bolt://127.0.0.1:${port}`;
    const password = readFileSync(join(home, 'password'), 'utf8').trim();
    expect(statSync(join(home, 'password')).mode & 0o077).toBe(0);
    expect(output).toContain(
      `CONFRERE_STORE=neo4j NEO4J_URI=${uri} NEO4J_USERNAME=neo4j NEO4J_PASSWORD=${password} npm start`,
    );
    await query(uri, password, 'CREATE (:Note {text: "kept"})');
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([0, null]);

    const again = await startNeo4j({ home, password, port, tools: neo4jTools() });
    expect(await query(again.uri, password, 'MATCH (note:Note) RETURN note.text')).toEqual(['kept']);
    await expect(query(again.uri, 'not the password', 'RETURN 1')).rejects.toThrow('authentication');
    await again.stop();
    await expectFreePort(port);
  });
});

function isDatabase(name: string): boolean {
  return name.startsWith('confrere-neo4j-');
}
