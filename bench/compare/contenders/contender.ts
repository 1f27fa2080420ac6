import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Places } from '../graphs/places.js';
import type { Style } from '../questions/question.js';

/** Something that answers questions over HTTP, as a process of its own. */
export interface Contender {
  readonly name: string;
  /** How it wants to be asked. */
  readonly style: Style;
  readonly start: (places: Places) => Promise<RunningContender>;
}

export interface RunningContender {
  readonly pid: number;
  /** Where requests go. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** What a contender is started with, and how the line looks in which it says where it listens. */
interface Command {
  readonly arguments: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Its first group is the URL. */
  readonly ready: RegExp;
}

/** What the servers of the bench say once they listen. */
export const LISTENING = /^Listening at (\S+)$/;

/**
 * Starts Node with the arguments, in production mode. Fails when it ends before it says that it is ready, and tells when it ends
 * later without being stopped.
 */
export async function startProcess({
  arguments: given,
  environment,
  ready,
}: Command): Promise<RunningContender> {
  const child = spawn(process.execPath, given, {
    env: { PATH: process.env['PATH'] ?? '', ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await urlOf(child, ready);
  if (url === null || child.pid === undefined) {
    throw new Error(
      `${given.join(' ')} ended with ${child.exitCode ?? child.signalCode} before it was ready`,
    );
  }
  const tell = (code: number | null, signal: string | null) =>
    console.error(`${given.join(' ')} ended unasked, with ${code ?? signal}`);
  child.once('exit', tell);
  return {
    pid: child.pid,
    url,
    stop: () => {
      child.off('exit', tell);
      return stop(child);
    },
  };
}

async function urlOf(child: ChildProcess, ready: RegExp): Promise<string | null> {
  if (child.stdout === null) return null;
  for await (const line of createInterface({ input: child.stdout })) {
    const url = ready.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return url;
  }
  return null;
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
