import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { graphqlOver } from '../helpers/graphql.js';
import type { Answer } from '../helpers/graphql.js';
import { operations } from '../helpers/operations.js';
import { onSeededStore } from '../helpers/seeded.js';
import { layOutShipped } from '../helpers/shipped.js';

/** What is delivered: the program put into a few files, with what it finds beside it. */
onSeededStore('the program as it is built', (store) => {
  let root: string;
  beforeAll(async () => {
    root = await layOutShipped();
  }, 120_000);
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  test('answers every example as the sources do', { timeout: 60_000 }, async () => {
    const service = spawn(process.execPath, [join(root, 'dist/main.js'), 'serve'], {
      env: { PATH: process.env['PATH'] ?? '', CONFRERE_DATA: join(root, 'data'), PORT: '0' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const url = await urlOf(service.stdout);
      const { ask } = graphqlOver(store());
      for (const { name, query } of operations) {
        const headers = { 'content-type': 'application/json' };
        const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
        expect((await response.json()) as Answer, name).toEqual(await ask(query));
      }
    } finally {
      service.kill();
      await once(service, 'exit');
    }
  });

  test('checks what it has written', { timeout: 60_000 }, async () => {
    const run = promisify(execFile);
    const settings = { PATH: process.env['PATH'] ?? '', CONFRERE_DATA: join(root, 'data') };
    const { stdout } = await run(process.execPath, [join(root, 'dist/main.js'), 'check'], { env: settings });
    expect(stdout).toMatch(/^clean: \d+ records/);
  });
});

async function urlOf(stdout: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface({ input: stdout })) {
    const url = /GraphQL at (http:\S+)\. /.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('It ended before it was ready.');
}
