import { closedError } from '../errors.js';
import { NO_SIGNALS } from '../signals.js';
import type { Signals } from '../signals.js';
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
    return this.add('push', NO_SIGNALS, method, values);
  }

  /**
   * As `call`, but it fails with the reason of a signal as soon as one is aborted. If it still waits then, it is never
   * run; if a thread is at it, that one stops before its next statement.
   */
  callUntil<Name extends keyof Offered & string>(
    signals: Signals,
    method: Name,
    ...values: Parameters<Offered[Name]>
  ): Promise<ReturnType<Offered[Name]>> {
    return this.add('push', signals, method, values);
  }

  /** As `callUntil`, but before all calls that wait. */
  callFirst<Name extends keyof Offered & string>(
    signals: Signals,
    method: Name,
    ...values: Parameters<Offered[Name]>
  ): Promise<ReturnType<Offered[Name]>> {
    return this.add('unshift', signals, method, values);
  }

  /** Takes no further call, lets all that were made finish, and ends the threads. */
  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async add<Name extends keyof Offered & string>(
    where: 'push' | 'unshift',
    signals: Signals,
    method: Name,
    values: Parameters<Offered[Name]>,
  ): Promise<ReturnType<Offered[Name]>> {
    signals.throwIfAborted();
    if (this.closed !== undefined) throw closedError();
    let giveUp: () => void = () => undefined;
    const answer = new Promise<ReturnType<Offered[Name]>>((resolve, reject) => {
      const job: Job<Offered> = (thread) => {
        giveUp = () => thread.giveUp();
        const called = thread.call(method, ...values);
        // From then on the thread may be at the call of another.
        return called.finally(() => (giveUp = () => undefined)).then(resolve, reject);
      };
      giveUp = () => this.queue.splice(this.queue.indexOf(job), 1);
      this.queue[where](job);
      this.dispatch();
    });
    return signals.until(answer, () => giveUp());
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
