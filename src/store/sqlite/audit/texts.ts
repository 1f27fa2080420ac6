import { isUtf8 } from 'node:buffer';
import type { Connection } from '../connection.js';

/**
 * Where texts are that are not UTF-8, or are none where there must be one, in words. Nothing may be read as text before this was looked at:
 * at such a text the driver stops the whole process.
 */
export function damagedTexts(connection: Connection): string[] {
  const columns = connection.rows<{ table: string; column: string; isNeeded: number }>(
    `SELECT tables.name AS "table", columns.name AS "column", columns."notnull" AS isNeeded
     FROM sqlite_schema AS tables CROSS JOIN pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND columns.type = 'TEXT' ORDER BY tables.name, columns.cid`,
  );
  return columns.flatMap(({ table, column, isNeeded }) => {
    let [garbled, missing] = [0, 0];
    for (const bytes of connection.bytesIn(table, column)) {
      if (bytes === null) missing += isNeeded;
      else if (!isUtf8(bytes)) garbled++;
    }
    const place = `of ${table}.${column}`;
    return [
      ...(garbled === 0 ? [] : [`${counted(garbled)} ${place} not in UTF-8`]),
      ...(missing === 0 ? [] : [`${counted(missing)} ${place} missing`]),
    ];
  });
}

function counted(count: number): string {
  return `${count} ${count === 1 ? 'text' : 'texts'}`;
}
