import type { Connection, Value } from './connection.js';

type Row = readonly Value[];

/** A table into which rows are written, and the columns that their values are for. */
export class Target {
  private readonly marks: string;
  private readonly statements = new Map<number, string>();

  /** `into` is written `table (column, column)`. Where rows may be there already, `ifNew` leaves those as they are. */
  constructor(
    private readonly into: string,
    readonly ifNew = false,
  ) {
    this.marks = `(${into.split(',').fill('?').join(', ')})`;
  }

  /** The statement that writes so many rows. */
  statementFor(rows: number): string {
    let statement = this.statements.get(rows);
    if (statement === undefined) {
      const values = new Array<string>(rows).fill(this.marks).join(', ');
      statement = `INSERT INTO ${this.into} VALUES ${values}${this.ifNew ? ' ON CONFLICT DO NOTHING' : ''}`;
      this.statements.set(rows, statement);
    }
    return statement;
  }
}

/** So many rows wait at the most: some thousand records have them. */
const WAITING_MAXIMUM = 50_000;

/** So many rows go in one statement, what is left over in smaller ones, so that there are not as many statements as lengths. */
const SIZES = [64, 8, 1] as const;

/**
 * Rows on their way into their tables. They are gathered so that one statement takes many, and go in by the order of their
 * values, so that what lies together in a table is written together. Tables are filled in the order in which they were first
 * named, so that what rows refer to is there before them. None of it can be read before `finish`.
 */
export class Inserts {
  private readonly waiting = new Map<Target, Row[]>();
  /** Of targets that take only new rows, the first values of those that were added. */
  private readonly added = new Map<Target, Set<Value | undefined>>();
  private count = 0;

  constructor(private readonly connection: Connection) {}

  add(target: Target, rows: readonly Row[]): void {
    if (rows.length === 0) return;
    const waiting = this.waiting.get(target) ?? [];
    if (waiting.length === 0) this.waiting.set(target, waiting);
    for (const row of target.ifNew ? this.newAmong(target, rows) : rows) waiting.push(row);
    this.count += rows.length;
  }

  /** Writes what waits, where it is much. To be called when nothing is missing of what was begun. */
  makeRoom(): void {
    if (this.count >= WAITING_MAXIMUM) this.finish();
  }

  /** Writes all that waits. */
  finish(): void {
    for (const [target, rows] of this.waiting) this.write(target, rows.sort(byValues));
    for (const rows of this.waiting.values()) rows.length = 0;
    this.count = 0;
  }

  private newAmong(target: Target, rows: readonly Row[]): readonly Row[] {
    const added = this.added.get(target) ?? new Set();
    this.added.set(target, added);
    const isNew = rows.filter(([first]) => !added.has(first));
    for (const [first] of isNew) added.add(first);
    return isNew;
  }

  private write(target: Target, rows: readonly Row[]): void {
    let start = 0;
    for (const size of SIZES) {
      for (; start + size <= rows.length; start += size) {
        this.connection.run(target.statementFor(size), rows.slice(start, start + size).flat());
      }
    }
  }
}

function byValues(one: Row, other: Row): number {
  for (const [place, value] of one.entries()) {
    const against = other[place] ?? null;
    if (value === against || value === null || against === null) continue;
    return value < against ? -1 : 1;
  }
  return 0;
}
