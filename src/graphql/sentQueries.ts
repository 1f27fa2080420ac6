import { LRUCache } from 'lru-cache';
import type { CacheUse } from '../store/cacheUse.js';

/** So many bytes of queries are remembered; the one that was not asked for longest makes room. */
const BYTES_MAXIMUM = 8 * 2 ** 20;

/** A query that nobody asks for an hour is forgotten. */
const HOUR = 3_600_000;

/**
 * The texts of queries that clients have sent before, by their hash: automatic persisted queries. Whatever strangers send,
 * they take no more than so much memory.
 */
export class SentQueries implements CacheUse {
  hits = 0;
  misses = 0;
  private readonly texts: LRUCache<string, string>;

  constructor(bytes = BYTES_MAXIMUM) {
    this.texts = new LRUCache({
      maxSize: bytes,
      sizeCalculation: (text, hash) => Buffer.byteLength(text) + hash.length,
      ttl: HOUR,
      updateAgeOnGet: true,
    });
  }

  get entries(): number {
    return this.texts.size;
  }

  get(hash: string): Promise<string | undefined> {
    const text = this.texts.get(hash);
    if (text === undefined) this.misses++;
    else this.hits++;
    return Promise.resolve(text);
  }

  set(hash: string, text: string): Promise<void> {
    this.texts.set(hash, text);
    return Promise.resolve();
  }

  delete(hash: string): Promise<boolean> {
    return Promise.resolve(this.texts.delete(hash));
  }
}
