import { statSync } from 'node:fs';
import { unavailable } from './errors.js';

/** Which file a path leads to, whatever it is called; undefined where it leads to none. */
export function fileIdentity(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats === undefined ? undefined : `${stats.dev}:${stats.ino}`;
}

/** Refuses to go on with a file that was removed or replaced: what is written to the old one would be lost. */
export function checkIdentity(file: string, identity: string): void {
  if (fileIdentity(file) === identity) return;
  throw unavailable(`${file} was removed or replaced while it was in use; start Confrere again.`);
}
