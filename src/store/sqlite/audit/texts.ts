import { isUtf8 } from 'node:buffer';
import type { Connection } from '../connection.js';

/**
 * Where texts are that are not UTF-8, in words. Nothing may be read as text before this was looked at: at such a text the driver
 * stops the whole process.
 */
export function damagedTexts(connection: Connection): string[] {
  const columns = connection.rows<{ table: string; column: string }>(
    `SELECT tables.name AS "table", columns.name AS "column"
     FROM sqlite_schema AS tables CROSS JOIN pragma_table_info(tables.name) AS columns
     WHERE tables.type = 'table' AND columns.type = 'TEXT' ORDER BY tables.name, columns.cid`,
  );
  return columns.flatMap(({ table, column }) => {
    let count = 0;
    for (const bytes of connection.bytesIn(table, column)) if (!isUtf8(bytes)) count++;
    return count === 0
      ? []
      : [`${count} ${count === 1 ? 'text' : 'texts'} of ${table}.${column} not in UTF-8`];
  });
}
