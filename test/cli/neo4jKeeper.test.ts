import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { neo4jAsset } from '../../src/cli/neo4j/assets.js';
import { startKeeper } from '../../src/cli/neo4j/keeper.js';
import { findFreePort } from '../../src/cli/neo4j/port.js';
import { fakePrograms, removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';

afterEach(() => {
  vi.unstubAllEnvs();
  removeTemporaryDirectories();
});

function startScript(script: string): ReturnType<typeof startKeeper> {
  return startKeeper(process.execPath, ['-e', script], 'the-password');
}

describe('startKeeper', () => {
  test('hands over the password, waits for the ready line and stops by closing the input', async () => {
    const keeper = await startScript(`
      process.stdin.once('data', (line) => {
        console.log('given ' + line);
        console.log('confrere-neo4j ready');
      });
      process.stdin.once('end', () => console.log('input closed'));
    `);
    await keeper.stop();
    await keeper.stop();
    expect((await keeper.ended).split('\n').filter((line) => line !== '')).toEqual([
      'given the-password',
      'confrere-neo4j ready',
      'input closed',
    ]);
  });

  test.each([
    ['ends', 'console.error("no space left"); process.exit(1)', /did not start.*\n.*no space left/],
    ['is not there', null, /did not start.*\n.*ENOENT/],
  ])('quotes the last words of one that %s before it is ready', async (_, script, words) => {
    const started = script === null ? startKeeper('/absent/java', [], 'the-password') : startScript(script);
    await expect(started).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(words) as unknown,
      details: { obtained: true },
    });
  });

  test('tells when the server ends unasked', async () => {
    const keeper = await startScript(
      'console.log("confrere-neo4j ready"); setTimeout(() => { console.log("out of memory"); process.exit(3) }, 50)',
    );
    expect(await keeper.ended).toContain('out of memory');
    await keeper.stop();
  });
});

/**
 * A docker client that writes down how it was called, and whose container lives until it is removed or, where
 * `exits` says so, ends at once.
 */
function fakeDocker({ exits = false } = {}): { calls: () => string[]; environment: () => string } {
  const notes = temporaryDirectory();
  const directory = fakePrograms({
    docker: `echo "$@" >> ${notes}/calls
case "$1" in
  run) echo "NEO4J_AUTH=$NEO4J_AUTH" > ${notes}/environment;;
  wait) while [ ! -e ${notes}/removed ]; do ${exits ? 'exit 0' : '/bin/sleep 0.05'}; done;;
  logs) echo "the store is damaged";;
  rm) : > ${notes}/removed;;
esac`,
  });
  vi.stubEnv('PATH', directory);
  return {
    calls: () => readFileSync(join(notes, 'calls'), 'utf8').trim().split('\n'),
    environment: () => readFileSync(join(notes, 'environment'), 'utf8').trim(),
  };
}

/** Answers Bolt's greeting with a version, as the server does, after hanging up on the first caller, as a proxy does. */
async function bolt(port: number): Promise<{ close: () => void }> {
  let callers = 0;
  const server = createServer((socket) => {
    callers += 1;
    if (callers === 1) socket.destroy();
    else socket.on('error', () => undefined).once('data', () => socket.end(Buffer.from([0, 0, 4, 5])));
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return { close: () => server.close() };
}

describe('the keeper of a container', () => {
  const start = (port: number, home: readonly string[]): ReturnType<typeof startKeeper> =>
    startKeeper(
      process.execPath,
      [neo4jAsset('container.mjs'), 'neo4j:image', String(port), ...home],
      'the-password',
    );

  test('publishes Bolt on the loopback address alone, and removes the container when it stops', async () => {
    const docker = fakeDocker();
    const port = await findFreePort();
    const server = await bolt(port);
    const keeper = await start(port, []);
    await keeper.stop();
    server.close();

    const [run = '', ...others] = docker.calls();
    const name = /--name (\S+)/.exec(run)?.[1];
    expect(run).toContain(`--publish 127.0.0.1:${port}:7687`);
    expect(run).toMatch(/--env NEO4J_AUTH .* neo4j:image$/);
    expect(run).not.toContain('the-password');
    expect(run).not.toContain('--volume');
    expect(docker.environment()).toBe('NEO4J_AUTH=neo4j/the-password');
    expect(others).toEqual([`wait ${name}`, `rm --force --volumes ${name}`]);
  });

  test('mounts a kept home, and gives the database time to close it', async () => {
    const docker = fakeDocker();
    const home = temporaryDirectory();
    const port = await findFreePort();
    const server = await bolt(port);
    const keeper = await start(port, [home]);
    await keeper.stop();
    server.close();
    expect(docker.calls()[0]).toContain(`--volume ${join(home, 'data')}:/data`);
    expect(docker.calls().map((call) => call.split(' ')[0])).toEqual(['run', 'wait', 'stop', 'rm']);
  });

  test('quotes the logs of a container that ends before Bolt answers, and removes it', async () => {
    const docker = fakeDocker({ exits: true });
    await expect(start(await findFreePort(), [])).rejects.toMatchObject({
      message: expect.stringContaining('the store is damaged') as unknown,
    });
    expect(docker.calls().at(-1)).toMatch(/^rm --force/);
  });
});
