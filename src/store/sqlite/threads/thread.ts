import { closedError, unavailable } from '../errors.js';
import { errorOf, GIVEN_UP, UNANSWERED } from './messages.js';
import type { Reply, Request, ThreadData } from './messages.js';
import { giveBackHost, takeHost } from './workers.js';
import type { Host } from './workers.js';

/** The functions that a thread offers: what crosses to them and back must be plain data. */
export type Methods = Readonly<Record<string, (...values: never[]) => unknown>>;

interface Waiting {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
}

/** A worker thread with a connection of its own. It takes one call at a time. */
export class Thread<Offered extends Methods> {
  private readonly opening = deferred<string>();
  private readonly ending = deferred<void>();
  /** Which file it has opened; fails where it could not. */
  readonly opened = this.opening.promise;
  private waiting: Waiting | undefined;
  private state: 'alive' | 'closing' | 'ended' = 'alive';

  constructor(
    data: ThreadData,
    private readonly host: Host = takeHost(),
  ) {
    // Whoever calls learns of it too; nobody need wait for the opening itself.
    this.opened.catch(() => undefined);
    this.host.worker.on('message', this.take).on('error', this.die).on('exit', this.die);
    this.host.worker.ref();
    this.post({ open: data });
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
      Atomics.store(this.host.shared, GIVEN_UP, 0);
      this.post({ method, values });
      this.waiting = { resolve, reject };
      // An idle thread does not keep the process running; one that works does.
      this.host.worker.ref();
    });
  }

  /** Lets the call under way fail before its next statement: nobody waits for its answer any more. */
  giveUp(): void {
    Atomics.store(this.host.shared, GIVEN_UP, 1);
  }

  /** Lets the call under way finish and closes the connection. */
  async close(): Promise<void> {
    if (this.state === 'alive') {
      this.state = 'closing';
      this.host.worker.ref();
      this.post('close');
    }
    await this.ending.promise;
  }

  private post(request: Request): void {
    Atomics.add(this.host.shared, UNANSWERED, 1);
    this.host.worker.postMessage(request);
  }

  private readonly take = (reply: Reply): void => {
    if (reply === 'closed') {
      this.leave();
      giveBackHost(this.host);
    } else if ('opened' in reply) {
      this.opening.resolve(reply.opened);
      this.rest();
    } else if ('unopened' in reply) {
      this.fail(errorOf(reply.unopened));
      this.leave();
      giveBackHost(this.host);
    } else {
      const waiting = this.waiting;
      this.waiting = undefined;
      this.rest();
      if ('answer' in reply) waiting?.resolve(reply.answer as never);
      else waiting?.reject(errorOf(reply.failure));
    }
  };

  private readonly die = (cause: unknown): void => {
    this.fail(
      unavailable(
        'A thread of the store has died at its work, and is replaced. A question can be asked again; before ' +
          'a write is repeated, ask for the version of the store, for it may have landed.',
        cause,
      ),
    );
    this.leave();
  };

  private rest(): void {
    if (this.alive && !this.busy) this.host.worker.unref();
  }

  private fail(error: Error): void {
    this.opening.reject(error);
    this.waiting?.reject(error);
    this.waiting = undefined;
  }

  private leave(): void {
    this.state = 'ended';
    this.host.worker.off('message', this.take).off('error', this.die).off('exit', this.die);
    this.ending.resolve();
  }
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<Value>((resolveIt, rejectIt) => ([resolve, reject] = [resolveIt, rejectIt]));
  return { promise, resolve, reject };
}
