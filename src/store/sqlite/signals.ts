/** The signals that end a question, whichever is aborted first; without any, nothing does. */
export class Signals {
  /** What is to be done about the calls under way. One listener serves them all, for many are under way at a time. */
  private readonly onAbort = new Set<() => void>();

  constructor(private readonly signals: readonly AbortSignal[] = []) {}

  get none(): boolean {
    return this.signals.length === 0;
  }

  get aborted(): boolean {
    return this.signals.some(({ aborted }) => aborted);
  }

  and(signal: AbortSignal): Signals {
    return new Signals([...this.signals, signal]);
  }

  /** Throws the reason of one that is aborted. */
  throwIfAborted(): void {
    for (const signal of this.signals) signal.throwIfAborted();
  }

  /** What a promise comes to; or, once one is aborted, a failure for its reason, after `giveUp` was called. */
  until<Value>(promise: Promise<Value>, giveUp: () => void): Promise<Value> {
    if (this.none) return promise;
    return new Promise((resolve, reject) => {
      const abort = () => {
        giveUp();
        const aborted = this.signals.find(({ aborted }) => aborted);
        reject(aborted?.reason as Error);
      };
      this.listen(abort);
      void promise.then(resolve, reject).finally(() => this.leave(abort));
    });
  }

  private listen(abort: () => void): void {
    this.onAbort.add(abort);
    if (this.onAbort.size > 1) return;
    for (const signal of this.signals) signal.addEventListener('abort', this.abortAll);
  }

  private leave(abort: () => void): void {
    this.onAbort.delete(abort);
    if (this.onAbort.size > 0) return;
    for (const signal of this.signals) signal.removeEventListener('abort', this.abortAll);
  }

  private readonly abortAll = (): void => {
    for (const abort of [...this.onAbort]) {
      this.leave(abort);
      abort();
    }
  };
}

export const NO_SIGNALS = new Signals();
