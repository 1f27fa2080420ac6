/** How a cache fares. */
export interface CacheUse {
  /** How many things it holds. */
  readonly entries: number;
  /** How often it had what was looked for, and how often it had not. */
  readonly hits: number;
  readonly misses: number;
}

/** Hears of each cache, by its name, when it is made. */
export type WatchCache = (name: string, use: CacheUse) => void;
