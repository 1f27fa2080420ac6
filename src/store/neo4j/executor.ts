import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import neo4j from 'neo4j-driver';
import PQueue from 'p-queue';
import type { BookmarkManager, Driver, ManagedTransaction, Result, Session } from 'neo4j-driver';
import { ConfrereError } from '../../errors.js';
import { asStoreError, unavailable } from './failures.js';

/** What a query may be given beside its text. Whole numbers go as integers; there are no others in the graph. */
export type Parameter =
  string | number | boolean | null | readonly Parameter[] | { readonly [name: string]: Parameter };
export type Parameters = Readonly<Record<string, Parameter>>;

/** Asks one query inside a transaction and answers with its rows, in the order in which they came. */
export type Ask = <Row extends object>(text: string, parameters?: Parameters) => Promise<Row[]>;

/** How one query is read. */
export interface Reading {
  /** Bounds the whole, retries included, where the usual patience is too long or too short. */
  timeoutMs?: number | undefined;
  /**
   * Of a cluster, its leader alone: others may not have heard yet of what was acknowledged through another instance. Whatever is read from any
   * of them after that is at least as new.
   */
  of?: 'ANY' | 'LEADER';
}

export interface ExecutorOptions {
  database: string | undefined;
  /** How long one reading transaction may take on the server. */
  queryTimeoutMs: number;
  /** How long one writing transaction may take on the server. */
  writeTimeoutMs: number;
  /** The address, for error messages. */
  location: string;
}

/** What an executor and those made of it for one purpose have in common. */
interface Shared {
  bookmarks: BookmarkManager;
  closed: boolean;
  /** A writer needs a second connection while it holds the first, so that many at once could wait for each other. */
  turns: PQueue;
}

/**
 * Says, from within a read, that what it found does not go together because a changeset is just landing: Neo4j shows it
 * piece by piece. The read is done again, whole.
 */
export class InMotion extends Error {}

/** How long to wait for a changeset that lands, and how long before each time that is read again: ever longer. */
const LANDING_MS = 8_000;
const PAUSES_MS = [5, 10, 20, 50, 100, 200, 500];

/** What a division by zero gives: no query divides but to say that it is in motion. */
const DIVISION = 'Neo.ClientError.Statement.ArithmeticError';

/** Beyond what the server is allowed, for getting a connection and for the driver's retries. */
const GRACE_MS = 8_000;

/**
 * The only way to Neo4j. Every query runs in a transaction that the driver manages: it retries what passes by itself,
 * sends reads to followers where there are any, and a read sees every write that was acknowledged before.
 *
 * Whatever fails does so with a code of Confrere, in bounded time.
 */
export class Executor {
  constructor(
    private readonly driver: Driver,
    private readonly options: ExecutorOptions,
    private readonly shared: Shared = {
      bookmarks: neo4j.bookmarkManager(),
      closed: false,
      turns: new PQueue({ concurrency: 1 }),
    },
    private readonly signal?: AbortSignal,
  ) {}

  /**
   * The same way for one purpose: once the signal is aborted, everything fails with its reason, and what runs on the
   * server is stopped. Closing it closes nothing.
   */
  during(signal: AbortSignal): Executor {
    const own = AbortSignal.any(this.signal === undefined ? [signal] : [this.signal, signal]);
    // Each query that is under way listens to it, and many may be.
    setMaxListeners(0, own);
    return new Executor(this.driver, this.options, this.shared, own);
  }

  /** Fails where nothing can be asked any more. */
  expectOpen(): void {
    this.demand();
    if (this.shared.closed) throw new ConfrereError('STORE_UNAVAILABLE', 'The store is closed.');
  }

  /** Fails where nobody waits for an answer any more. */
  readonly demand = (): void => this.signal?.throwIfAborted();

  /** One reading query. */
  async rows<Row extends object>(
    text: string,
    parameters?: Parameters,
    { timeoutMs, of = 'ANY' }: Reading = {},
  ): Promise<Row[]> {
    const mode = of === 'LEADER' ? 'READ_OF_LEADER' : 'READ';
    const work = atOnce((ask) => ask<Row>(text, parameters));
    return await this.atRest(() => this.inSession(mode, work, timeoutMs));
  }

  /** Several reads in one transaction. `work` may run several times. */
  async read<Answer>(work: (ask: Ask) => Promise<Answer>, timeoutMs?: number): Promise<Answer> {
    return await this.atRest(() => this.inSession('READ', managed(work), timeoutMs));
  }

  /** A write: all queries of `work` take effect, or none. `work` may run several times. */
  async write<Answer>(work: (ask: Ask) => Promise<Answer>): Promise<Answer> {
    return await this.inSession('WRITE', managed(work));
  }

  /** Of the works that are given to it, here or through another executor of the same way, one is done at a time. */
  async inTurn<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    return await this.shared.turns.add(work, { throwOnTimeout: true });
  }

  async close(): Promise<void> {
    if (this.signal !== undefined) return;
    this.shared.closed = true;
    await this.driver.close();
  }

  /** Does a read again as long as it says that it is in motion. */
  private async atRest<Answer>(read: () => Promise<Answer>): Promise<Answer> {
    const start = performance.now();
    for (let attempt = 0; ; attempt++) {
      try {
        return await read();
      } catch (error) {
        if (!isInMotion(error)) throw error;
        if (performance.now() - start > LANDING_MS) throw neverAtRest(error);
      }
      await sleep(PAUSES_MS[attempt] ?? PAUSES_MS.at(-1), undefined, { signal: this.signal }).catch(
        this.demand,
      );
    }
  }

  private async inSession<Answer>(mode: Mode, work: InSession<Answer>, timeoutMs?: number): Promise<Answer> {
    this.expectOpen();
    const usual = mode === 'WRITE' ? this.options.writeTimeoutMs : this.options.queryTimeoutMs;
    // To the driver, whoever is asked to write is the member that leads.
    const access = mode === 'READ' ? 'READ' : 'WRITE';
    const session = this.openSession(access);
    try {
      const answer = work(session, access, (ask) => this.untilStopped(ask), { timeout: timeoutMs ?? usual });
      return await this.within(timeoutMs ?? usual + GRACE_MS, answer);
    } catch (error) {
      this.demand();
      this.forgetBookmarksOf(error);
      throw asStoreError(error, this.options.location);
    } finally {
      // Stops on the server what still runs there, for the connection is reset before another may have it. Not waited
      // for: on a connection that went dead, closing takes as long as the dead transaction.
      session.close().catch(() => undefined);
    }
  }

  private openSession(access: Access): Session {
    const { database } = this.options;
    return this.driver.session({
      defaultAccessMode: access,
      bookmarkManager: this.shared.bookmarks,
      ...(database === undefined ? {} : { database }),
    });
  }

  private async within<Answer>(milliseconds: number, answer: Promise<Answer>): Promise<Answer> {
    let over = () => {};
    return await new Promise<Answer>((resolve, reject) => {
      const timer = setTimeout(() => reject(unavailable(this.options.location)), milliseconds);
      const stop = () => reject(this.signal?.reason as Error);
      this.signal?.addEventListener('abort', stop);
      over = () => {
        clearTimeout(timer);
        this.signal?.removeEventListener('abort', stop);
      };
      answer.then(resolve, reject);
    }).finally(() => over());
  }

  /** A transaction that waited for its connection, or for its next query, must not begin after all. */
  private untilStopped(ask: Ask): Ask {
    return async (text, parameters) => {
      this.demand();
      return await ask(text, parameters);
    };
  }

  /** A database that was put back from a backup never gets to where it was; waiting for that would take for ever. */
  private forgetBookmarksOf(error: unknown): void {
    if (error instanceof neo4j.Neo4jError && /Bookmark/.test(error.code))
      this.shared.bookmarks = neo4j.bookmarkManager();
  }
}

function isInMotion(error: unknown): boolean {
  if (error instanceof InMotion) return true;
  return error instanceof Error && error.cause instanceof neo4j.Neo4jError && error.cause.code === DIVISION;
}

function neverAtRest(cause: unknown): ConfrereError {
  return new ConfrereError(
    'STORE_UNAVAILABLE',
    `For ${LANDING_MS / 1000} s, what Neo4j holds has not gone together, as it is while a large changeset lands. Ask again later; if that does not help, find out with "confrere check".`,
    { cause },
  );
}

type Access = 'READ' | 'WRITE';
type Mode = Access | 'READ_OF_LEADER';

/** Work in a session that may ask such members. What it asks is asked through what `watched` makes of it. */
type InSession<Answer> = (
  session: Session,
  access: Access,
  watched: (ask: Ask) => Ask,
  options: { timeout: number },
) => Promise<Answer>;

/** A transaction that the driver begins, commits, and does again where it failed of what passes. */
function managed<Answer>(work: (ask: Ask) => Promise<Answer>): InSession<Answer> {
  return async (session, access, watched, options) => {
    const transact = (transaction: ManagedTransaction) =>
      work(watched(askIn((text, parameters) => transaction.run(text, parameters))));
    return access === 'READ'
      ? await session.executeRead(transact, options)
      : await session.executeWrite(transact, options);
  };
}

/** A read of one query, which needs no transaction around it: one way to the server instead of three. If that fails, with patience. */
function atOnce<Answer>(work: (ask: Ask) => Promise<Answer>): InSession<Answer> {
  return async (session, access, watched, options) => {
    try {
      return await work(watched(askIn((text, parameters) => session.run(text, parameters, options))));
    } catch (error) {
      if (!neo4j.isRetryableError(error)) throw error;
      return await managed(work)(session, access, watched, options);
    }
  };
}

function askIn(run: (text: string, parameters: unknown) => Result): Ask {
  return async <Row extends object>(text: string, parameters: Parameters = {}) => {
    const { records } = await run(text, withIntegers(parameters));
    return records.map((record) => record.toObject() as Row);
  };
}

/** The driver sends every JavaScript number as a float unless it is told otherwise. */
function withIntegers(value: Parameter | Parameters): unknown {
  if (typeof value === 'number') return neo4j.int(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: Parameter) => withIntegers(item));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withIntegers(item)]));
}
