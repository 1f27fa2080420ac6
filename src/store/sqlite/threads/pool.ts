import { closedError } from '../errors.js';
import type { Methods, Thread } from './thread.js';

type Job<Offered extends Methods> = (thread: Thread<Offered>) => Promise<void>;

/** Threads that share calls, each started when it is first needed. A thread that dies is replaced. */
export class Pool<Offered extends Methods> {
  private readonly queue: Job<Offered>[] = [];
  private running = 0;
  private closed: Promise<void> | undefined;
  private whenIdle: (() => void) | undefined;

  constructor(
    private readonly size: number,
    private readonly start: () => Thread<Offered>,
    private threads: Thread<Offered>[] = [],
  ) {}

  call<Name extends keyof Offered & string>(
    method: Name,
    ...values: Parameters<Offered[Name]>
  ): Promise<ReturnType<Offered[Name]>> {
    return this.add('push', method, values);
  }

  /** As `call`, but before all calls that wait. */
  callFirst<Name extends keyof Offered & string>(
    method: Name,
    ...values: Parameters<Offered[Name]>
  ): Promise<ReturnType<Offered[Name]>> {
    return this.add('unshift', method, values);
  }

  /** Takes no further call, lets all that were made finish, and ends the threads. */
  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private add<Name extends keyof Offered & string>(
    where: 'push' | 'unshift',
    method: Name,
    values: Parameters<Offered[Name]>,
  ): Promise<ReturnType<Offered[Name]>> {
    if (this.closed !== undefined) return Promise.reject(closedError());
    return new Promise((resolve, reject) => {
      this.queue[where]((thread) => thread.call(method, ...values).then(resolve, reject));
      this.dispatch();
    });
  }

  private dispatch(): void {
    this.threads = this.threads.filter(({ alive }) => alive);
    while (this.queue.length > 0) {
      const thread = this.threads.find(({ busy }) => !busy) ?? this.another();
      if (thread === undefined) break;
      const run = this.queue.shift();
      this.running++;
      void run?.(thread).then(() => {
        this.running--;
        this.dispatch();
      });
    }
    if (this.running === 0 && this.queue.length === 0) this.whenIdle?.();
  }

  private another(): Thread<Offered> | undefined {
    if (this.threads.length >= this.size) return undefined;
    const thread = this.start();
    this.threads.push(thread);
    return thread;
  }

  private async finish(): Promise<void> {
    if (this.running > 0 || this.queue.length > 0) {
      await new Promise<void>((resolve) => (this.whenIdle = resolve));
    }
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}
