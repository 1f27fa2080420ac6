import { LRUCache } from 'lru-cache';

/** What nobody has asked for so long is forgotten, in milliseconds. */
const PATIENCE = 5 * 60_000;

/** So often it is looked for what may be forgotten. */
const SWEEPING = 60_000;

/** The clock as it is; the library would hold on to the one that there was when it was loaded. */
const CLOCK = { now: () => performance.now() };

/**
 * Answers by name, in about so many bytes. Each write makes other questions of all that are asked about now, and what was answered before
 * would fill the room to its bound although hardly anybody asks for it again: it is forgotten when nobody has asked for it for a while.
 */
export class IdleCache extends LRUCache<string, object> {
  private swept = performance.now();

  constructor(options: LRUCache.OptionsBase<string, object, unknown> & { maxSize: number }) {
    super({ ...options, ttl: PATIENCE, updateAgeOnGet: true, ttlResolution: 1_000, perf: CLOCK });
  }

  override set(name: string, answer: object, options?: LRUCache.SetOptions<string, object, unknown>): this {
    const now = performance.now();
    if (now - this.swept > SWEEPING) {
      this.swept = now;
      this.purgeStale();
    }
    return super.set(name, answer, options);
  }
}
