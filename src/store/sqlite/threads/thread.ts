import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { closedError, unavailable } from '../errors.js';
import { errorOf } from './messages.js';
import type { Reply, Request, ThreadData } from './messages.js';

/** The functions that a thread offers: what crosses to them and back must be plain data. */
export type Methods = Readonly<Record<string, (...values: never[]) => unknown>>;

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/** One worker thread with a connection of its own. It takes one call at a time. */
export class Thread<Offered extends Methods> {
  private readonly opening = deferred<string>();
  /** Which file it has opened; fails where it could not. */
  readonly opened = this.opening.promise;
  private readonly worker: Worker;
  private readonly ended: Promise<void>;
  private waiting: Waiting | undefined;
  private state: 'alive' | 'closing' | 'ended' = 'alive';

  constructor(data: ThreadData) {
    // Whoever calls learns of it too; nobody need wait for the opening itself.
    this.opened.catch(() => undefined);
    this.worker = startWorker(data);
    this.worker.on('message', (reply: Reply) => this.take(reply));
    this.worker.on('error', (error) => this.end(error));
    this.ended = new Promise((resolve) => {
      this.worker.on('exit', () => {
        this.end();
        resolve();
      });
    });
  }

  get alive(): boolean {
    return this.state === 'alive';
  }

  get busy(): boolean {
    return this.waiting !== undefined;
  }

  call<Name extends keyof Offered & string>(
    method: Name,
    ...values: Parameters<Offered[Name]>
  ): Promise<ReturnType<Offered[Name]>> {
    if (!this.alive) return Promise.reject(closedError());
    if (this.busy) return Promise.reject(new Error('A thread takes one call at a time.'));
    return new Promise((resolve, reject) => {
      this.post({ method, values });
      this.waiting = { resolve, reject };
      // An idle thread does not keep the process running; one that works does.
      this.worker.ref();
    });
  }

  /** Lets the call under way finish, closes the connection and ends the thread. */
  async close(): Promise<void> {
    if (this.state === 'alive') {
      this.state = 'closing';
      this.worker.ref();
      this.post('close');
    }
    await this.ended;
  }

  /** Stops the thread in the middle of whatever it does. */
  async kill(): Promise<void> {
    await this.worker.terminate();
  }

  private post(request: Request): void {
    this.worker.postMessage(request);
  }

  private take(reply: Reply): void {
    if ('opened' in reply) {
      this.opening.resolve(reply.opened);
      if (!this.busy && this.alive) this.worker.unref();
      return;
    }
    const waiting = this.waiting;
    this.waiting = undefined;
    if (this.state === 'alive') this.worker.unref();
    if ('answer' in reply) return waiting?.resolve(reply.answer as never);
    const error = errorOf(reply.failure);
    // Of a thread that could not open its file this is the first word and the last.
    this.opening.reject(error);
    waiting?.reject(error);
  }

  private end(cause?: Error): void {
    this.state = 'ended';
    const error = unavailable(
      'The thread of the store that was at work has died, and was replaced. A question can be asked again; of a write, ask for the version of the store first, for it may have landed.',
      cause,
    );
    this.opening.reject(error);
    this.waiting?.reject(error);
    this.waiting = undefined;
  }
}

function startWorker(workerData: ThreadData): Worker {
  const extension = extname(import.meta.url);
  return new Worker(new URL(`../worker${extension}`, import.meta.url), {
    workerData,
    name: `confrere store ${workerData.role}`,
    ...(extension === '.ts' ? { execArgv: ['--import', typescriptLoader()] } : {}),
  });
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((resolveIt, rejectIt) => ([resolve, reject] = [resolveIt, rejectIt]));
  return { promise, resolve, reject };
}

/** Run from its sources, Confrere must teach each of its threads TypeScript, wherever it was started from. */
function typescriptLoader(): string {
  const program = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register();`;
  return `data:text/javascript,${encodeURIComponent(program)}`;
}
