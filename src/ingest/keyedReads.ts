import { KEYS_MAXIMUM } from '../store/port.js';

/** Reads records by key in as many calls as the port wants, and gives those that are there. */
export async function readByKey<Row extends { key: string }>(
  keys: Iterable<string>,
  read: (keys: readonly string[]) => Promise<readonly (Row | null)[]>,
): Promise<Map<string, Row>> {
  const all = [...new Set(keys)];
  const rows = new Map<string, Row>();
  for (let start = 0; start < all.length; start += KEYS_MAXIMUM) {
    for (const row of await read(all.slice(start, start + KEYS_MAXIMUM))) {
      if (row !== null) rows.set(row.key, row);
    }
  }
  return rows;
}
