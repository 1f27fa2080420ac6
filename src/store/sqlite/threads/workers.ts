import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { SHARED, UNANSWERED } from './messages.js';

/*
 * Starting a worker costs a few tenths of a second, most of them for loading modules. One whose file was closed is
 * therefore kept for the next file; it does not keep the process running.
 *
 * The driver takes the whole process down, with a signal, when its worker is ended within a call. So only idle
 * workers are ended, and a process that ends first lets the calls under way come to their end.
 */

/** A worker, and the memory that both sides see. */
export interface Host {
  readonly worker: Worker;
  readonly shared: Int32Array;
}

/** Set where the program was put into a few files, which all lie in one folder (`scripts/build.mjs`). */
declare const IS_BUNDLED: boolean | undefined;

/** The program of a worker, seen from here. */
const WORKER = typeof IS_BUNDLED === 'undefined' ? '../worker' : './worker';

const IDLE_MAXIMUM = 4;
const idle = new Set<Host>();
const alive = new Set<Host>();

/** How long a process that ends waits for calls under way, in milliseconds. */
const EXIT_PATIENCE = 5_000;

/** A worker that has no file open. */
export function takeHost(): Host {
  const [host] = idle;
  if (host === undefined) return startHost();
  idle.delete(host);
  return host;
}

/** Has a worker ready for who will need one soon, so that it loads its modules meanwhile. */
export function prepareHost(): void {
  if (idle.size > 0) return;
  const host = startHost();
  host.worker.unref();
  idle.add(host);
}

/** Takes back a worker that has closed its file. */
export function giveBackHost(host: Host): void {
  host.worker.unref();
  if (idle.size < IDLE_MAXIMUM) idle.add(host);
  else void host.worker.terminate();
}

/** A new worker, with no file open. */
export function startHost(): Host {
  if (alive.size === 0) process.on('exit', awaitCalls);
  const extension = extname(import.meta.url);
  const shared = new Int32Array(new SharedArrayBuffer(SHARED * Int32Array.BYTES_PER_ELEMENT));
  const worker = new Worker(new URL(`${WORKER}${extension}`, import.meta.url), {
    name: 'confrere store',
    workerData: shared,
    ...(extension === '.ts' ? { execArgv: ['--import', typescriptLoader()] } : {}),
  });
  const host = { worker, shared };
  alive.add(host);
  const forget = () => {
    idle.delete(host);
    alive.delete(host);
    if (alive.size === 0) process.off('exit', awaitCalls);
  };
  // Whoever uses it listens too; an idle one that dies must not take the process with it.
  worker.on('error', forget).on('exit', forget);
  return host;
}

/** Run from its sources, Confrere must teach each of its threads TypeScript, wherever it was started from. */
function typescriptLoader(): string {
  const program = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  return `data:text/javascript,${encodeURIComponent(program)}`;
}

/** Nothing else runs here any more, so this thread may as well sleep until the others are done. */
function awaitCalls(): void {
  const end = performance.now() + EXIT_PATIENCE;
  for (const { shared } of alive) {
    for (let left = Atomics.load(shared, UNANSWERED); left > 0; left = Atomics.load(shared, UNANSWERED)) {
      const patience = end - performance.now();
      if (patience <= 0) return;
      Atomics.wait(shared, UNANSWERED, left, patience);
    }
  }
}
