import { createClient } from '@redis/client';
import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { RateLimiterRes } from 'rate-limiter-flexible';

/** So long a call may take, in milliseconds. A request makes a few of them. */
const PATIENCE = 250;

/** So long connecting may take, with encryption and password, in milliseconds. */
const CONNECTING = 2_000;

const PREFIX = 'confrere:budget';

export interface ConnectionOptions {
  /** The address of Redis, with user, password and database. */
  address: string;
  /** What one client may spend. */
  points: number;
  /** So many seconds after it was spent, a client has its budget again. */
  seconds: number;
  /** Is told, once at the most, that an open connection has broken. */
  onBroken: () => void;
}

/** A connection that counts. It is never mended: who loses it opens another. */
export interface Connection {
  /** Fails with RateLimiterRes where that is too much, with anything else where Redis has not counted it in time. */
  consume(key: string, points: number): Promise<RateLimiterRes>;
  close(): void;
}

/** Connects to Redis, and tries whether it counts. Fails with whatever is in the way. */
export async function connect(options: ConnectionOptions): Promise<Connection> {
  const client = createClient({
    url: options.address,
    // With the older protocol the password goes into a command of its own, which every Redis knows.
    RESP: 2,
    disableOfflineQueue: true,
    socket: { connectTimeout: CONNECTING, reconnectStrategy: false },
  });
  let isOpen = false;
  client.on('error', () => {
    if (!isOpen) return;
    isOpen = false;
    options.onBroken();
  });
  const close = () => {
    isOpen = false;
    client.destroy();
  };
  try {
    await within(CONNECTING, client.connect());
    const limiter = new RateLimiterRedis({
      storeClient: client,
      useRedisPackage: true,
      keyPrefix: PREFIX,
      points: options.points,
      duration: options.seconds,
    });
    // A Redis may answer and yet not count: it is read-only, still loading, full, or forbids scripts.
    await within(PATIENCE, limiter.penalty('trial', 1));
    isOpen = true;
    return { consume: (key, points) => within(PATIENCE, limiter.consume(key, points)), close };
  } catch (error) {
    close();
    throw error;
  }
}

/** Redis has not answered in time. */
export class Late extends Error {
  override readonly name = 'Late';
  constructor(readonly milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
  }
}

async function within<Value>(milliseconds: number, answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    // Where this process was busy for so long, the answer may have come: what has come is read before that is decided.
    timer = setTimeout(() => setImmediate(() => reject(new Late(milliseconds))), milliseconds);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
