import Libsql from 'libsql';
import type { Place } from '../helpers/stores.js';
import type { Pick } from './tampering.js';

type Value = string | number;
type Row = Record<string, Value>;

/** Nothing refers to these numbers, and no answer is made of them. */
const MEANINGLESS = ['source.id', 'judgement.id'];

/** Changes, takes away or adds a row of any table of the file. */
export async function tamperWithFile(place: Place, pick: Pick): Promise<string | null> {
  const database = new Libsql(place.location);
  try {
    database.exec('PRAGMA foreign_keys = OFF; PRAGMA busy_timeout = 5000');
    const tables = (
      database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as {
        name: string;
      }[]
    ).filter(({ name }) => countOf(database, name) > 0);
    const table = tables[pick(tables.length)]?.name ?? '';
    return tamperWithTable(database, table, pick);
  } finally {
    database.close();
  }
}

function tamperWithTable(database: Libsql.Database, table: string, pick: Pick): string | null {
  const columns = (database.prepare(`PRAGMA table_info("${table}")`).all() as { name: string }[])
    .map(({ name }) => name)
    .filter((column) => !MEANINGLESS.includes(`${table}.${column}`));
  const list = columns.map((column) => `"${column}"`).join(', ');
  const rows = database.prepare(`SELECT ${list} FROM "${table}" ORDER BY ${list}`).all() as Row[];
  const row = rows[pick(rows.length)] ?? {};
  const column = columns[pick(columns.length)] ?? '';
  const value = row[column] ?? '';
  const other = typeof value === 'number' ? value + 1 : `${value}x`;
  const where = columns.map((each) => `"${each}" IS ?`).join(' AND ');
  const values = columns.map((each) => row[each] ?? null);
  const run = (sql: string, parameters: readonly (Value | null)[]) =>
    database.prepare(sql).run([...parameters]).changes > 0;

  switch (pick(3)) {
    case 0:
      return run(`DELETE FROM "${table}" WHERE ${where}`, values)
        ? `a row of ${table} is gone: ${JSON.stringify(row)}`
        : null;
    case 1:
      return run(`UPDATE OR IGNORE "${table}" SET "${column}" = ? WHERE ${where}`, [other, ...values])
        ? `${table}.${column} is ${other} in ${JSON.stringify(row)}`
        : null;
    default: {
      const added = columns.map((each) => (each === column ? other : (row[each] ?? null)));
      const marks = columns.map(() => '?').join(', ');
      return run(`INSERT OR IGNORE INTO "${table}" (${list}) VALUES (${marks})`, added)
        ? `a row was added to ${table}: ${JSON.stringify(added)}`
        : null;
    }
  }
}

function countOf(database: Libsql.Database, table: string): number {
  const [row] = database.prepare(`SELECT COUNT(*) AS count FROM "${table}"`).all() as { count: number }[];
  return row?.count ?? 0;
}
