/** What an object takes beside what it holds, and each thing that it holds. */
const OBJECT = 32;
const PLACE = 16;

/** What a place of its own in a memory takes beside what is kept there. */
export const ENTRY = 120;

/** About how many bytes a value of plain data takes in memory; rather more than fewer. */
export function bytesOf(value: unknown): number {
  return bytesUpTo(value, Infinity);
}

/** The same, but no further than to so many: what is larger than that need not be gone through. */
export function bytesUpTo(value: unknown, most: number): number {
  if (typeof value === 'string') return PLACE + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let bytes = OBJECT;
  for (const part of Object.values(value)) {
    bytes += PLACE + bytesUpTo(part, most - bytes);
    if (bytes >= most) return bytes;
  }
  return bytes;
}
