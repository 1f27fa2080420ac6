import { pathToFileURL } from 'node:url';
import Libsql from 'libsql';
import { asStoreError, corrupt, givenUpError } from './errors.js';

export type Value = string | number | null;

/** A piece of SQL with the values of its question marks. */
export interface Fragment {
  sql: string;
  values: readonly Value[];
}

type Statement = ReturnType<InstanceType<typeof Libsql>['prepare']>;

/** Each shape of question is one statement; more shapes than this are not in use at a time. */
const STATEMENTS_MAXIMUM = 400;

const IN_MEMORY = ':memory:';

const LOG_MAXIMUM = 64 * 2 ** 20;

export interface ConnectionOptions {
  file: string;
  /** Whether to begin a new file where there is none. */
  create: boolean;
  /** How long to wait for another process that has locked the file, in milliseconds. */
  patience: number;
  /** How much of the file to keep in memory, in KiB. */
  cache: number;
  /** Asked before every statement that answers rows: whether nobody waits for the answer any more. */
  isGivenUp?: () => boolean;
}

/** One connection to the file, used by one thread. Every failure of SQLite comes out as `asStoreError` names it. */
export class Connection {
  readonly file: string;
  private readonly database: InstanceType<typeof Libsql>;
  private readonly isGivenUp: () => boolean;
  private readonly statements = new Map<string, Statement>();

  constructor({ file, create, patience, cache, isGivenUp = () => false }: ConnectionOptions) {
    this.file = file;
    this.isGivenUp = isGivenUp;
    const address = file === IN_MEMORY ? file : `${pathToFileURL(file).href}?mode=${create ? 'rwc' : 'rw'}`;
    this.database = this.named(() => new Libsql(address));
    this.execute(`PRAGMA busy_timeout = ${Math.trunc(patience)}`);
    this.execute(`PRAGMA cache_size = ${-Math.trunc(cache)}`);
    this.execute('PRAGMA synchronous = FULL');
    // The log beside the file grows with the largest write; afterwards it need not stay as large.
    this.execute(`PRAGMA journal_size_limit = ${LOG_MAXIMUM}`);
    this.execute('PRAGMA foreign_keys = ON');
  }

  /** A connection to a database of its own, which goes with it. */
  static inMemory(): Connection {
    return new Connection({ file: IN_MEMORY, create: true, patience: 0, cache: 1_024 });
  }

  /** The rows that a statement answers; `Row` is the shape that its columns have. */
  rows<Row>(sql: string, values: readonly Value[] = []): Row[] {
    if (this.isGivenUp()) throw givenUpError();
    // Never `get`: it leaves the statement unfinished, and with it the connection in an old state of the file.
    const rows = this.named(() => this.statement(sql).all(values.map(bindable)) as Row[]);
    if (sql.includes(AS_BYTES)) for (const row of rows) this.readBytes(row);
    return rows;
  }

  /** The first row that a statement answers. */
  row<Row>(sql: string, values: readonly Value[] = []): Row | undefined {
    return this.rows<Row>(sql, values)[0];
  }

  /** All texts of a column as the bytes that they are; null where there is no text in a row. To be read to the end. */
  *bytesIn(table: string, column: string): Generator<Uint8Array | null> {
    // Names of the file itself, which need not be those that Confrere gave.
    const [of, from] = [column, table].map((name) => `"${name.replaceAll('"', '""')}"`);
    const rows = this.named(() =>
      this.database
        .prepare(`SELECT CASE typeof(${of}) WHEN 'text' THEN CAST(${of} AS BLOB) END AS bytes FROM ${from}`)
        .iterate(),
    ) as Iterator<{ bytes: ArrayBuffer | null }>;
    // Where the file is damaged, any step may fail.
    const step = () => this.named(() => rows.next());
    for (let next = step(); next.done !== true; next = step()) {
      const { bytes } = next.value;
      yield bytes === null ? null : new Uint8Array(bytes);
    }
  }

  run(sql: string, values: readonly Value[]): void {
    this.named(() => this.statement(sql).run(values.map(bindable)));
  }

  /** Runs statements that take no values and are not kept. */
  execute(sql: string): void {
    this.named(() => this.database.exec(sql));
  }

  /** The number that a pragma says. */
  setting(pragma: 'application_id' | 'user_version'): number {
    return Object.values(this.row<Record<string, number>>(`PRAGMA ${pragma}`) ?? {})[0] ?? 0;
  }

  /** Runs `work` so that all it reads is of one moment, or all it writes lands together or not at all. */
  transaction<Result>(mode: 'DEFERRED' | 'IMMEDIATE', work: () => Result): Result {
    this.execute(`BEGIN ${mode}`);
    try {
      const result = work();
      this.execute('COMMIT');
      return result;
    } catch (error) {
      // Some failures have rolled back already.
      if (this.database.inTransaction) this.execute('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.statements.clear();
    this.database.close();
  }

  private statement(sql: string): Statement {
    const kept = this.statements.get(sql);
    const statement = kept ?? this.database.prepare(sql);
    // Put last again, so that the first is always the one that was not used for longest.
    this.statements.delete(sql);
    this.statements.set(sql, statement);
    if (this.statements.size > STATEMENTS_MAXIMUM) {
      for (const oldest of this.statements.keys()) {
        this.statements.delete(oldest);
        break;
      }
    }
    return statement;
  }

  private readBytes(row: unknown): void {
    for (const [column, value] of Object.entries(row as Record<string, unknown>)) {
      if (value instanceof ArrayBuffer) (row as Record<string, unknown>)[column] = this.textFrom(value);
    }
  }

  private textFrom(bytes: ArrayBuffer): string {
    try {
      return UTF8.decode(bytes);
    } catch (error) {
      throw corrupt(this.file, 'a text in it is not UTF-8', error);
    }
  }

  private named<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw asStoreError(error, this.file);
    }
  }
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const AS_BYTES = ' AS BLOB)';

/**
 * A column with texts of which nobody knows whether they are whole, for the list of a SELECT: it is read as bytes, and `rows` makes
 * texts of them. Asked for a text that is not UTF-8, the driver stops the whole process.
 */
export function textIn(column: string): string {
  return `CAST(${column}${AS_BYTES}`;
}

/** A list as one value: a statement reads it with `json_each(?)`. */
export function listOf(values: readonly unknown[]): string {
  return JSON.stringify(values);
}

/**
 * A value as the driver takes it. It stops the whole process at a value of another type, and cuts a text at its first
 * NUL. No stored key has a control character, so one such character in place of the rest keeps the text where it
 * stands among them.
 */
function bindable(value: Value): Value {
  if (value === null || (typeof value === 'number' && !Number.isNaN(value))) return value;
  if (typeof value !== 'string') throw new TypeError(`A ${typeof value} cannot be a value of a statement.`);
  const nul = value.indexOf('\0');
  return nul < 0 ? value : `${value.slice(0, nul)}\u0001`;
}
