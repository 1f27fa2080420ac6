import { closedError } from '../errors.js';
import { FairQueue } from '../../fairQueue.js';
import { NO_SIGNALS } from '../signals.js';
import type { Signals } from '../signals.js';
import type { Methods, Thread } from './thread.js';

type Job<Offered extends Methods> = (thread: Thread<Offered>) => Promise<void>;

/** Threads that share calls, each started when it is first needed. A thread that dies is replaced. */
export class Pool<Offered extends Methods> {
  /** By question, so that one that asks much does not keep the others waiting; before all of them what is urgent. */
  private readonly queue = new FairQueue<Signals, Job<Offered>>();
  private readonly urgent: Job<Offered>[] = [];
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
    return this.add(NO_SIGNALS, method, values);
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
    return this.add(signals, method, values);
  }

  /** As `callUntil`, but before all calls that wait. */
  callFirst<Name extends keyof Offered & string>(
    signals: Signals,
    method: Name,
    ...values: Parameters<Offered[Name]>
  ): Promise<ReturnType<Offered[Name]>> {
    return this.add(signals, method, values, true);
  }

  /** Takes no further call, lets all that were made finish, and ends the threads. */
  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async add<Name extends keyof Offered & string>(
    signals: Signals,
    method: Name,
    values: Parameters<Offered[Name]>,
    isUrgent = false,
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
      giveUp = () => this.forget(signals, job);
      if (isUrgent) this.urgent.push(job);
      else this.queue.push(signals, job);
      this.dispatch();
    });
    return signals.until(answer, () => giveUp());
  }

  private get waits(): boolean {
    return this.urgent.length > 0 || !this.queue.isEmpty;
  }

  private forget(signals: Signals, job: Job<Offered>): void {
    const place = this.urgent.indexOf(job);
    if (place >= 0) this.urgent.splice(place, 1);
    else this.queue.remove(signals, job);
  }

  private dispatch(): void {
    this.threads = this.threads.filter(({ alive }) => alive);
    while (this.waits) {
      const thread = this.threads.find(({ busy }) => !busy) ?? this.another();
      if (thread === undefined) break;
      const run = this.urgent.shift() ?? this.queue.shift();
      this.running++;
      void run?.(thread).then(() => {
        this.running--;
        this.dispatch();
      });
    }
    if (this.running === 0 && !this.waits) this.whenIdle?.();
  }

  private another(): Thread<Offered> | undefined {
    if (this.threads.length >= this.size) return undefined;
    const thread = this.start();
    this.threads.push(thread);
    return thread;
  }

  private async finish(): Promise<void> {
    if (this.running > 0 || this.waits) {
      await new Promise<void>((resolve) => (this.whenIdle = resolve));
    }
    await Promise.all(this.threads.map((thread) => thread.close()));
  }
}
