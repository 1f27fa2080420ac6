import type { AuditItem } from '../../audit.js';
import { Connection } from '../connection.js';
import { MIGRATIONS } from '../schema.js';

/** A table, an index, or whatever else has a name in a file, and the statement that made it. */
interface Part {
  type: string;
  name: string;
  sql: string | null;
}

/** What is missing in the file of what every file has, what is another, what nobody knows; and what SQLite finds damaged. */
export function* damage(connection: Connection): Generator<AuditItem> {
  const item = (what: string): AuditItem => ({
    record: 'damage',
    key: connection.file,
    what,
    ends: false,
  });
  const [found, expected] = [partsOf(connection), expectedParts()];
  for (const [name, { type, sql }] of expected) {
    const part = found.get(name);
    if (part === undefined) yield item(`no ${type} ${name}, which every file has`);
    else if (part.sql !== sql) yield item(`another ${part.type} ${name} than every file has`);
  }
  for (const [name, { type }] of found) {
    if (!expected.has(name)) yield item(`a ${type} ${name}, which Confrere did not make`);
  }
  for (const { integrity_check: what } of connection.rows<{ integrity_check: string }>(
    'PRAGMA integrity_check',
  )) {
    if (what !== 'ok') yield item(what);
  }
}

/** What a file has to which all steps were applied. */
function expectedParts(): Map<string, Part> {
  const connection = Connection.inMemory();
  try {
    for (const { sql } of MIGRATIONS) connection.execute(sql);
    return partsOf(connection);
  } finally {
    connection.close();
  }
}

/** By name; without what SQLite makes itself for its own use. */
function partsOf(connection: Connection): Map<string, Part> {
  const parts = connection.rows<Part>(
    `SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
  );
  return new Map(parts.map((part) => [part.name, part]));
}
