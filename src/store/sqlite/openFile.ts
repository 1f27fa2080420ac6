import type { AuditItem } from '../audit.js';
import { closedError } from './errors.js';
import type { AuditingMethods, ReadingMethods, WritingMethods } from './methods.js';
import type { Signals } from './signals.js';
import type { Pool } from './threads/pool.js';
import type { Thread } from './threads/thread.js';

export interface Threads {
  readers: Pool<ReadingMethods>;
  writer: Pool<WritingMethods>;
  startAuditor: () => Thread<AuditingMethods>;
}

/** A file and the threads that have it open, shared by all stores that ask it. */
export class OpenFile {
  private drafts = 0;
  private closed: Promise<void> | undefined;
  private readonly auditors = new Set<Thread<AuditingMethods>>();

  constructor(
    readonly location: string,
    readonly threads: Threads,
  ) {}

  /** A number by which the parts of one draft are known. */
  nextDraft(): number {
    return ++this.drafts;
  }

  async *audit(signals: Signals): AsyncGenerator<AuditItem> {
    signals.throwIfAborted();
    if (this.closed !== undefined) throw closedError();
    const auditor = this.threads.startAuditor();
    this.auditors.add(auditor);
    try {
      for (;;) {
        const items = await signals.until(auditor.call('next'), () => auditor.giveUp());
        if (items.length === 0) return;
        for (const item of items) {
          yield item;
          signals.throwIfAborted();
        }
      }
    } finally {
      const closing = this.closeAuditor(auditor);
      // Who has given the question up need not wait for what its thread is at.
      if (!signals.aborted) await closing;
    }
  }

  /** Waits for the calls that were made. Every later one fails with STORE_UNAVAILABLE. */
  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async closeAuditor(auditor: Thread<AuditingMethods>): Promise<void> {
    await auditor.close();
    this.auditors.delete(auditor);
  }

  private async finish(): Promise<void> {
    const auditors = [...this.auditors].map((auditor) => auditor.close());
    await Promise.all([...auditors, this.threads.readers.close()]);
    // Last, so that the file that it leaves behind has taken in its log.
    await this.threads.writer.close();
  }
}
