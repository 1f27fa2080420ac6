/** The signals that end a question, whichever is aborted first; without any, nothing does. */
export class Signals {
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
      const forget = this.onAbort((reason) => {
        giveUp();
        reject(reason);
      });
      void promise.then(resolve, reject).finally(forget);
    });
  }

  private onAbort(call: (reason: Error) => void): () => void {
    const abort = () => {
      const signal = this.signals.find(({ aborted }) => aborted);
      call(signal?.reason as Error);
      forget();
    };
    const forget = () => this.signals.forEach((signal) => signal.removeEventListener('abort', abort));
    this.signals.forEach((signal) => signal.addEventListener('abort', abort));
    return forget;
  }
}

export const NO_SIGNALS = new Signals();
