import type { Connection, Value } from './connection.js';
import { TARGETS } from './targets.js';
import type { Target } from './targets.js';

type Row = readonly Value[];

/** So many rows wait at the most: some thousand records have them. */
const WAITING_MAXIMUM = 50_000;

/** So many rows go in one statement, what is left over in smaller ones, so that there are not as many statements as lengths. */
const SIZES = [64, 8, 1] as const;

/**
 * Rows on their way into their tables. They are gathered so that one statement takes many, and go in by the order of their
 * values, so that what lies together in a table is written together. None of it can be
 * read before `finish`.
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
    for (const target of Object.values(TARGETS)) {
      const rows = this.waiting.get(target);
      if (rows !== undefined) this.write(target, rows.sort(byValues));
    }
    this.waiting.clear();
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
