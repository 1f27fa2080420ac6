import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { confrere, startConfrere } from './confrere.js';
import type { Running } from './confrere.js';

// Each test starts several processes.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 120_000 });

let folder: string;
let server: Running | undefined;

beforeEach(() => {
  folder = temporaryDirectory();
});
afterEach(async () => {
  server?.process.kill('SIGKILL');
  await server?.ended;
  server = undefined;
  removeTemporaryDirectories();
});

async function serve(settings: Readonly<Record<string, string>> = {}): Promise<string> {
  server = startConfrere(folder, [], { PORT: '0', ...settings });
  const [, url = ''] = await server.said(/Ready: .* GraphQL at (http:\/\/\S+)/);
  return url;
}

async function stop(): Promise<void> {
  server?.process.kill('SIGTERM');
  await server?.ended;
}

async function entities(url: string): Promise<unknown> {
  const query = '{ entities(first: 50) { totalCount nodes { id key name } } }';
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return ((await response.json()) as { data: unknown }).data;
}

test('a store that is served is backed up, and restored elsewhere gives the same answers', async () => {
  const url = await serve();
  const before = await entities(url);
  const made = await confrere(folder, ['backup', 'today.db']);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toMatch(/^Changeset 1 and all before it are in today\.db \(\d+\.\d MiB\)\. .*\n$/);
  expect(await entities(url)).toEqual(before);
  await stop();

  const elsewhere = { CONFRERE_DATA: 'restored', CONFRERE_SEED: 'false' };
  const restored = await confrere(folder, ['restore', 'today.db'], elsewhere);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(restored.stdout).toMatch(
    /^restored\/confrere\.db holds changeset 1 and all before it, \d{3} records, each of them checked\.\n$/,
  );
  expect(await entities(await serve(elsewhere))).toEqual(before);
  await stop();
  expect(await confrere(folder, ['check'], elsewhere)).toMatchObject({ code: 0, stderr: '' });
  expect(await readdir(join(folder, 'restored'))).toEqual(['confrere.db']);
});

test('what cannot be done says why, and makes nothing', async () => {
  expect(await confrere(folder, ['backup', 'b.db'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(
      'There is no store at data/confrere.db, so there is nothing to back up.',
    ) as string,
  });
  expect(await confrere(folder, ['backup'])).toMatchObject({ code: 2 });
  expect(await confrere(folder, ['restore', 'b.db'])).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(
      /^BAD_USER_INPUT: .*b\.db is no backup: there is no such file\.\n$/,
    ) as string,
  });
  const onNeo4j = { CONFRERE_STORE: 'neo4j', NEO4J_PASSWORD: 'secret-enough' };
  for (const command of ['backup', 'restore']) {
    expect(await confrere(folder, [command, 'b.db'], onNeo4j)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('the embedded store alone') as string,
    });
  }
  expect(await readdir(folder)).toEqual([]);
});

test('one file is meant, and a name in two words is refused', async () => {
  for (const command of ['backup', 'restore']) {
    const refused = await confrere(folder, [command, 'my', 'backup.db']);
    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('expected one file, got "my backup.db"');
  }
  expect(await readdir(folder)).toEqual([]);
});
