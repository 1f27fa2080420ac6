import type { Store } from './port.js';

/** How often a store is asked whether something has landed, in milliseconds, while anybody waits for it. */
const INTERVAL = 1_000;

interface Waiting {
  /** The newest changeset that this one knows of. */
  version: number;
  tell: (version: number | null) => void;
}

/**
 * Tells when a changeset lands, whoever wrote it, here or anywhere else. The store is asked once for all who wait; while it
 * is away they wait on.
 */
export class Arrivals {
  private readonly waiting = new Set<Waiting>();
  private isLooking = false;
  private isOver = false;

  constructor(
    private readonly store: Pick<Store, 'version'>,
    private readonly interval = INTERVAL,
  ) {}

  /** The number of the newest changeset as soon as it is another one than `version`; null for who need not be told any more. */
  async other(version: number, signal: AbortSignal): Promise<number | null> {
    if (this.isOver || signal.aborted) return null;
    return await new Promise((resolve) => {
      const leave = () => waiting.tell(null);
      const waiting: Waiting = {
        version,
        tell: (found) => {
          this.waiting.delete(waiting);
          signal.removeEventListener('abort', leave);
          resolve(found);
        },
      };
      this.waiting.add(waiting);
      signal.addEventListener('abort', leave);
      if (!this.isLooking) void this.look();
    });
  }

  /** Lets everybody go who waits, and who comes later. */
  end(): void {
    this.isOver = true;
    for (const { tell } of this.waiting) tell(null);
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    const newest = await this.store.version().catch(() => null);
    for (const { version, tell } of this.waiting) if (newest !== null && newest !== version) tell(newest);
    if (this.waiting.size === 0) this.isLooking = false;
    else setTimeout(() => void this.look(), this.interval).unref();
  }
}
