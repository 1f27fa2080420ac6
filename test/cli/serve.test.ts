import { createServer, connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { confrere, startConfrere } from './confrere.js';
import type { Running } from './confrere.js';

let folder: string;
const servers: Running[] = [];

beforeEach(() => {
  folder = temporaryDirectory();
});
afterEach(async () => {
  for (const { process, ended } of servers.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
  removeTemporaryDirectories();
});

/** Starts the service on a free port and waits until it says that it is ready. */
async function serve(settings: Readonly<Record<string, string>> = {}, arguments_: readonly string[] = []) {
  const server = startConfrere(folder, arguments_, { PORT: '0', ...settings });
  servers.push(server);
  const [, url = ''] = await server.said(/Ready: .* GraphQL at (http:\/\/\S+)\/graphql/);
  return { ...server, url };
}

async function ask(url: string, query: string): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  return response.json();
}

describe('serve', () => {
  test('fills an empty store, answers, and stops when it is asked to', async () => {
    const first = await serve();
    const [, facts = '', entities = ''] = await first.said(
      /It holds (\d+) facts about (\d+) entities from 5 sources/,
    );
    expect(Number(facts)).toBeGreaterThan(100);
    await first.said(
      /data\/confrere\.db \(embedded store\)[^]*The store was empty\. It now holds the seed graph:/,
    );
    expect(await (await fetch(`${first.url}/health/ready`)).json()).toMatchObject({
      status: 'ready',
      version: 1,
    });
    expect(await ask(first.url, '{ entities { totalCount } }')).toMatchObject({
      data: { entities: { totalCount: Number(entities) } },
    });

    first.process.kill('SIGTERM');
    expect(await first.ended).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(await confrere(folder, ['check'])).toMatchObject({ code: 0 });

    const second = await serve({}, ['serve']);
    expect(await (await fetch(`${second.url}/health/ready`)).json()).toMatchObject({ version: 1 });
    second.process.kill('SIGINT');
    const { code, stdout } = await second.ended;
    expect(code).toBe(0);
    expect(stdout).not.toContain('The store was empty');
  });

  test('leaves an empty store empty when it is told to', async () => {
    const { url, said } = await serve({ CONFRERE_SEED: 'false' });
    await said(/It holds 0 facts about 0 entities from 0 sources/);
    expect(await ask(url, '{ facts { totalCount } }')).toMatchObject({ data: { facts: { totalCount: 0 } } });
  });

  test('ends at once when it is asked a second time', async () => {
    const { url, process, ended, said } = await serve({ CONFRERE_SEED: 'false' });
    // A request whose end never comes keeps a polite server waiting.
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    socket.on('error', () => undefined);
    socket.write(
      'POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{',
    );
    await delay(200);
    process.kill('SIGINT');
    await said(/Stopping\./);
    process.kill('SIGINT');
    await delay(700);
    expect(process.exitCode, 'the echo of a signal is no second one').toBeNull();
    process.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 130 });
    socket.destroy();
  });

  test('names the setting when it cannot listen', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const port = String((other.address() as AddressInfo).port);
    const settings = { CONFRERE_SEED: 'false' };
    expect(await confrere(folder, [], { ...settings, PORT: port })).toMatchObject({
      code: 1,
      stderr: `BAD_CONFIG: PORT: something else listens on port ${port} of 127.0.0.1 already. Stop it, or set PORT to another port.\n`,
    });
    other.close();
    // An address of the block that is kept free for examples.
    expect(await confrere(folder, [], { ...settings, PORT: '0', HOST: '192.0.2.1' })).toMatchObject({
      code: 1,
      stderr:
        'BAD_CONFIG: HOST: 192.0.2.1 is no address of this machine. Set HOST to one that is, such as 127.0.0.1.\n',
    });
  });
});
