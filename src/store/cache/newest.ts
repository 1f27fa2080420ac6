/** So long is waited for a read that does not come back before another one is begun beside it, in milliseconds. */
const PATIENCE = 100;

/** So many reads may be under way beside one another; a store that hangs is not asked more and more. */
const READS_MAXIMUM = 4;

/**
 * Reads for many at once which changeset is the newest. Whoever asks while a read is under way shares the next one, for the
 * one under way may not have seen what was acknowledged meanwhile.
 */
export class Newest {
  /** The latest of them last. */
  private readonly underWay = new Set<Promise<unknown>>();
  private next: Promise<number> | undefined;

  constructor(private readonly readIt: () => Promise<number>) {}

  /** The newest changeset, read after this was called; given up with the reason of the signal when nobody waits any more. */
  async read(signal?: AbortSignal): Promise<number> {
    signal?.throwIfAborted();
    this.next ??= this.readNext();
    return await untilAborted(this.next, signal);
  }

  private async readNext(): Promise<number> {
    const latest = [...this.underWay].at(-1);
    // Also where nothing is waited for, only after this was taken for the next one.
    await (latest === undefined ? undefined : settled(latest, PATIENCE));
    while (this.underWay.size >= READS_MAXIMUM) await Promise.race(this.underWay).catch(() => undefined);
    this.next = undefined;
    const reading = this.readIt();
    this.underWay.add(reading);
    return await reading.finally(() => this.underWay.delete(reading));
  }
}

/** Waits until it has come or failed, or so many milliseconds have passed. */
async function settled(work: Promise<unknown>, milliseconds: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    work.then(done, done);
  });
}

/** The value, or the reason of the signal where that comes first. */
export async function untilAborted<Value>(
  value: Promise<Value>,
  signal: AbortSignal | undefined,
): Promise<Value> {
  if (signal === undefined) return await value;
  signal.throwIfAborted();
  return await new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    signal.addEventListener('abort', stop, { once: true });
    value.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
