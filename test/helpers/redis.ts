import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createClient } from '@redis/client';
import { describe } from 'vitest';
import { findFreePort } from '../../src/cli/neo4j/port.js';
import { temporaryDirectory } from './fakePrograms.js';

/** A Redis of a test's own, which keeps nothing when it stops. */
export interface TestRedis {
  /** Its address, with the password where it has one. */
  readonly address: string;
  start(): Promise<void>;
  /** Ends it at once, if it runs. */
  kill(): Promise<void>;
  /** Lets it hang: connections to it are taken, and nothing is answered. */
  hang(): void;
  wake(): void;
  /** Sends a command as it stands. */
  send(...command: string[]): Promise<unknown>;
}

/**
 * A suite that needs a `redis-server`. Where there is none it is skipped, and says so; with CI=true it fails.
 */
export function describeRedis(name: string, body: () => void): void {
  const isAbsent = spawnSync('redis-server', ['--version']).status !== 0;
  const missing = 'there is no redis-server in the PATH';
  if (isAbsent && process.env['CI'] === 'true')
    throw new Error(`CI=true asks for all tests, and ${missing}.`);
  if (isAbsent) console.warn(`Redis tests are SKIPPED: ${missing}.`);
  describe.skipIf(isAbsent)(isAbsent ? `${name} (skipped: no Redis)` : name, body);
}

/** Prepares a Redis on a free port of this machine; `start` starts it. `removeTemporaryDirectories` takes its folder away. */
export async function prepareRedis(password = ''): Promise<TestRedis> {
  const port = await findFreePort();
  const directory = temporaryDirectory();
  const address = `redis://${password === '' ? '' : `:${password}@`}127.0.0.1:${port}`;
  let server: ChildProcess | undefined;

  async function send(...command: string[]): Promise<unknown> {
    const client = createClient({ url: address, socket: { reconnectStrategy: false } });
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await client.sendCommand(command);
    } finally {
      client.destroy();
    }
  }

  return {
    address,
    start: async () => {
      const options = ['--save', '', '--appendonly', 'no', '--bind', '127.0.0.1', '--port', String(port)];
      server = spawn(
        'redis-server',
        [...options, '--dir', directory, ...(password === '' ? [] : ['--requirepass', password])],
        { stdio: ['ignore', 'pipe', 'inherit'] },
      );
      await readiness(server);
    },
    kill: async () => {
      if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
      const ended = once(server, 'exit');
      server.kill('SIGKILL');
      await ended;
    },
    hang: () => void server?.kill('SIGSTOP'),
    wake: () => void server?.kill('SIGCONT'),
    send,
  };
}

async function readiness(server: ChildProcess): Promise<void> {
  let said = '';
  server.stdout?.setEncoding('utf8');
  await new Promise<void>((resolve, reject) => {
    server.stdout?.on('data', (text: string) => {
      said += text;
      if (said.includes('Ready to accept connections')) resolve();
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`redis-server does not start:\n${said}`)));
  });
}
