import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';

/*
 * Starting a worker costs a few tenths of a second, most of them for loading modules. One whose file was closed is
 * therefore kept for the next file; it does not keep the process running.
 */

const IDLE_MAXIMUM = 4;
const idle = new Set<Worker>();

/** A worker that has no file open. */
export function takeWorker(): Worker {
  const [worker] = idle;
  if (worker === undefined) return startWorker();
  idle.delete(worker);
  return worker;
}

/** Takes back a worker that has closed its file. */
export function giveBackWorker(worker: Worker): void {
  worker.unref();
  // Only an idle one may be ended so: the driver takes the whole process down when its thread ends within a call.
  if (idle.size < IDLE_MAXIMUM) idle.add(worker);
  else void worker.terminate();
}

/** A new worker, with no file open. */
export function startWorker(): Worker {
  const extension = extname(import.meta.url);
  const worker = new Worker(new URL(`../worker${extension}`, import.meta.url), {
    name: 'confrere store',
    ...(extension === '.ts' ? { execArgv: ['--import', typescriptLoader()] } : {}),
  });
  // Whoever uses it listens too; an idle one that dies must not take the process with it.
  worker.on('error', () => idle.delete(worker));
  worker.on('exit', () => idle.delete(worker));
  return worker;
}

/** Run from its sources, Confrere must teach each of its threads TypeScript, wherever it was started from. */
function typescriptLoader(): string {
  const program = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  return `data:text/javascript,${encodeURIComponent(program)}`;
}
