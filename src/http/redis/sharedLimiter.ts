import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Log } from '../log.js';
import { connect } from './connection.js';
import type { Connection } from './connection.js';
import { placeOf, reasonOf } from './reasons.js';

/** So long Redis is let alone before it is tried again, in milliseconds. */
const PAUSE = 1_000;

export interface SharedLimiterOptions {
  /** The address of Redis, with user, password and database. */
  address: string;
  /** What one client may spend. */
  points: number;
  /** So many seconds after it was spent, a client has its budget again. */
  seconds: number;
  log: Log;
}

/**
 * Counts in Redis what clients spend, together with all who count there. While Redis does not count, what a client has
 * spent at this process alone decides: requests do not wait for Redis again before it has been seen to count.
 */
export class SharedLimiter {
  private readonly alone: RateLimiterMemory;
  private readonly place: string;
  /** What was told since Redis last counted. */
  private readonly told = new Set<string>();
  private connection: Connection | null = null;
  private retrying: NodeJS.Timeout | undefined;
  private isClosed = false;

  private constructor(private readonly options: SharedLimiterOptions) {
    this.alone = new RateLimiterMemory({ points: options.points, duration: options.seconds });
    this.place = placeOf(options.address);
  }

  /** Tries Redis once; where that does not count, it is tried further while the limiter works already. */
  static async open(options: SharedLimiterOptions): Promise<SharedLimiter> {
    const limiter = new SharedLimiter(options);
    await limiter.reach();
    return limiter;
  }

  /** Fails with RateLimiterRes where the client has not so much left. */
  async consume(client: string, points: number): Promise<void> {
    if (!(await this.consumedTogether(client, points))) await this.alone.consume(client, points);
    // Noted here as well, so that nobody has a whole budget anew because Redis goes.
    else await this.alone.penalty(client, points);
  }

  close(): void {
    this.isClosed = true;
    clearTimeout(this.retrying);
    this.connection?.close();
    this.connection = null;
  }

  private async consumedTogether(client: string, points: number): Promise<boolean> {
    const { connection } = this;
    if (connection === null) return false;
    try {
      await connection.consume(keyOf(client), points);
      return true;
    } catch (error) {
      if (error instanceof RateLimiterRes) throw error;
      if (this.connection === connection) {
        this.lose();
        this.tell(error);
      }
      return false;
    }
  }

  private async reach(): Promise<void> {
    const { address, points, seconds } = this.options;
    try {
      const connection = await connect({ address, points, seconds, onBroken: () => this.lose() });
      if (this.isClosed) return connection.close();
      this.connection = connection;
      if (this.told.size > 0)
        this.options.log.warn({ redis: this.place }, 'budgets are shared in Redis again');
      this.told.clear();
    } catch (error) {
      this.tell(error);
      this.retry();
    }
  }

  /** Nothing is told yet: a server may close what was idle, and be there. */
  private lose(): void {
    this.connection?.close();
    this.connection = null;
    this.retry();
  }

  private retry(): void {
    if (this.isClosed) return;
    clearTimeout(this.retrying);
    this.retrying = setTimeout(() => void this.reach(), PAUSE).unref();
  }

  /** Once, and further only of what does not pass by itself. */
  private tell(error: unknown): void {
    if (this.isClosed) return;
    const { reason, mend } = reasonOf(error);
    if (this.told.size > 0 && (mend === undefined || this.told.has(reason))) return;
    this.told.add(reason);
    this.options.log.warn(
      { redis: this.place, reason, ...(mend === undefined ? {} : { mend }) },
      'Redis does not count budgets; until it does, each instance counts by itself',
    );
  }
}

/** Addresses are personal, so that Redis gets none. */
function keyOf(client: string): string {
  return createHash('sha256').update(client).digest('base64url').slice(0, 24);
}
