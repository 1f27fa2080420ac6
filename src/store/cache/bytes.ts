/** What an object takes beside what it holds, and each thing that it holds. */
const OBJECT = 32;
const PLACE = 16;

/** What a place of its own in a memory takes beside what is kept there. */
export const ENTRY = 120;

/** About how many bytes a value of plain data takes in memory; rather more than fewer. */
export function bytesOf(value: unknown): number {
  if (typeof value === 'string') return PLACE + 2 * value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let bytes = OBJECT;
  for (const part of Object.values(value)) bytes += PLACE + bytesOf(part);
  return bytes;
}
