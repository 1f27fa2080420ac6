import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConfrereError } from '../../errors.js';
import { lastLines } from './command.js';

/** The line by which a keeper says that Bolt answers. */
const READY_LINE = 'confrere-neo4j ready';
const START_TIMEOUT_MS = 180_000;
// Longer than a keeper's own patience, which ends in a more orderly way.
const STOP_TIMEOUT_MS = 90_000;
const KEPT_LINES = 60;

/** Where a server shall run, decided before it is known what runs it. */
export interface ServerPlace {
  readonly port: number;
  readonly password: string;
  /** The folder that keeps the data; null for data that goes with the server. */
  readonly home: string | null;
}

/** A process that keeps a Neo4j running for as long as its standard input is open. */
export interface Keeper {
  /** Settles when the process has ended, for whatever reason, with the last lines it wrote. */
  readonly ended: Promise<string>;
  /** Closes the input and waits until the server is down. May be called more than once. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a keeper and waits for its ready line. `password` is handed over on its standard input, where no list of
 * processes shows it.
 *
 * The open input is the lifeline: the system closes it even when this process is killed, and the keeper then stops
 * its server. It has a process group of its own, so that Ctrl-C at the terminal reaches it only through us, in order.
 * Throws STORE_UNAVAILABLE when the keeper ends or stays silent instead of becoming ready.
 */
export async function startKeeper(
  command: string,
  args: readonly string[],
  password: string,
): Promise<Keeper> {
  const child = spawn(command, args, { stdio: 'pipe', detached: true, windowsHide: true });
  const lines: string[] = [];
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', () => resolve(lines.join('\n')));
  });
  const ready = new Promise<'ready'>((resolve) => {
    const read = (line: string): void => {
      if (line === READY_LINE) resolve('ready');
      lines.push(line);
      if (lines.length > KEPT_LINES) lines.shift();
    };
    createInterface({ input: child.stdout }).on('line', read);
    createInterface({ input: child.stderr }).on('line', read);
  });
  // A keeper that is gone already is noticed by its end; the failed write adds nothing.
  child.stdin.on('error', () => undefined);
  child.stdin.write(`${password}\n`);

  const stop = async (): Promise<void> => {
    child.stdin.end();
    if ((await within(STOP_TIMEOUT_MS, ended)) !== 'late') return;
    child.kill('SIGKILL');
    await ended;
  };
  const first = await within(START_TIMEOUT_MS, Promise.race([ready, ended.then(() => 'ended' as const)]));
  if (first === 'ready') return { ended, stop };
  await stop();
  const reason = first === 'late' ? `was not ready within ${START_TIMEOUT_MS / 1000} s` : 'did not start';
  throw new ConfrereError(
    'STORE_UNAVAILABLE',
    `Neo4j ${reason}. Its last words:\n${lastLines(await ended)}`,
    {
      details: { obtained: true },
    },
  );
}

async function within<Value>(milliseconds: number, promise: Promise<Value>): Promise<Value | 'late'> {
  const timer = new AbortController();
  try {
    return await Promise.race([promise, sleep(milliseconds, 'late' as const, { signal: timer.signal })]);
  } finally {
    timer.abort();
  }
}
