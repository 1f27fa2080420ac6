import type { Stats } from 'node:fs';
import { readFile, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { displayPath } from '../paths.js';
import type { Finding } from './problems.js';

/** The endings of the files that a directory is searched for. */
export const BUNDLE_ENDINGS = ['.json', '.yaml', '.yml'];

const MEBIBYTE = 2 ** 20;

/** The most bytes of one file. A YAML text takes about a hundred times its size in memory while it is read. */
const FILE_MAXIMUM: Readonly<Record<string, number>> = {
  '.json': 64 * MEBIBYTE,
  '.yaml': 16 * MEBIBYTE,
  '.yml': 16 * MEBIBYTE,
};

/** The most bytes of all files of a run, which is held in memory as a whole: some thirty times its size. */
const RUN_MAXIMUM = 64 * MEBIBYTE;

/**
 * The bundles under these paths, each file once however many ways lead to it, in the order of the paths and then of
 * the names. In a directory, what begins with `_` or `.` is left out; a file that is named itself is taken.
 */
export async function findBundles(paths: readonly string[], findings: Finding[]): Promise<string[]> {
  const search = new Search(findings);
  for (const path of paths) await search.named(path);
  return search.found;
}

class Search {
  readonly found: string[] = [];
  private readonly seen = new Set<string>();
  /** How often a bundle was met, also one that had been met before. */
  private met = 0;

  constructor(private readonly findings: Finding[]) {}

  async named(path: string): Promise<void> {
    const stats = await this.statsOf(path);
    if (stats === null) return;
    if (stats.isDirectory()) {
      const before = this.met;
      const isNew = await this.directory(path);
      // Nothing is met in a directory that another path has led to already.
      if (isNew && this.met === before) {
        this.say(path, `expected at least one bundle (${BUNDLE_ENDINGS.join(', ')}) in this directory`);
      }
    } else if (!stats.isFile()) {
      this.say(path, 'expected a file or a directory');
    } else if (!isBundleName(path)) {
      this.say(path, `expected a file whose name ends in ${BUNDLE_ENDINGS.join(', ')}`);
    } else await this.file(path);
  }

  /** Whether the directory was run through, and for the first time. */
  private async directory(path: string): Promise<boolean> {
    if (!(await this.isFirstTime(path))) return false;
    let names: string[];
    try {
      names = await readdir(path);
    } catch (error) {
      this.say(path, reasonOf(error));
      return false;
    }
    for (const name of names.sort()) {
      if (/^[_.]/.test(name)) continue;
      await this.entry(join(path, name));
    }
    return true;
  }

  private async entry(path: string): Promise<void> {
    const stats = await this.statsOf(path, isBundleName(path));
    if (stats?.isDirectory()) await this.directory(path);
    else if (stats?.isFile() && isBundleName(path)) await this.file(path);
  }

  private async file(path: string): Promise<void> {
    this.met++;
    if (await this.isFirstTime(path)) this.found.push(path);
  }

  /** Follows links, so that a circle of links is walked once. */
  private async isFirstTime(path: string): Promise<boolean> {
    const real = await realpath(path);
    if (this.seen.has(real)) return false;
    this.seen.add(real);
    return true;
  }

  private async statsOf(path: string, report = true): Promise<Stats | null> {
    try {
      return await stat(path);
    } catch (error) {
      if (report) this.say(path, reasonOf(error));
      return null;
    }
  }

  private say(path: string, message: string): void {
    this.findings.push({ file: displayPath(path), message });
  }
}

/** Reads the texts of a run, and keeps within what one run may hold. */
export class TextReader {
  private left = RUN_MAXIMUM;

  constructor(private readonly findings: Finding[]) {}

  /** The text of a bundle, without a byte order mark; null, with a finding, when it cannot be read. */
  async read(path: string): Promise<string | null> {
    try {
      const { size } = await stat(path);
      if (this.isTooLarge(path, size)) return null;
      const bytes = await readFile(path);
      if (this.isTooLarge(path, bytes.length)) return null;
      this.left -= bytes.length;
      return this.decode(path, bytes);
    } catch (error) {
      this.say(path, reasonOf(error));
      return null;
    }
  }

  private isTooLarge(path: string, size: number): boolean {
    const maximum = FILE_MAXIMUM[extname(path)] ?? 0;
    if (size > maximum) {
      this.say(
        path,
        `expected at most ${maximum / MEBIBYTE} MiB, got ${Math.ceil(size / MEBIBYTE)} MiB; cut it into several bundles`,
      );
    } else if (size > this.left) {
      this.say(
        path,
        `expected at most ${RUN_MAXIMUM / MEBIBYTE} MiB in one run, got more with this file; import it by itself`,
      );
    }
    return size > maximum || size > this.left;
  }

  private decode(path: string, bytes: Uint8Array): string | null {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      const line = firstBadLine(bytes);
      this.say(path, `expected text in UTF-8, got other bytes in line ${line}; save the file as UTF-8`);
      return null;
    }
  }

  private say(path: string, message: string): void {
    this.findings.push({ file: displayPath(path), message });
  }
}

/** No byte of a longer UTF-8 sequence looks like the end of a line, so lines can be tried one by one. */
function firstBadLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end === -1 ? bytes.length : end));
    } catch {
      return line;
    }
    start = end === -1 ? bytes.length : end + 1;
  }
  return line;
}

function isBundleName(path: string): boolean {
  return BUNDLE_ENDINGS.includes(extname(path));
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'expected a file or a directory, got a path that leads nowhere',
    ENOTDIR: 'expected a file or a directory, got a path that leads through a file',
    ELOOP: 'expected a file or a directory, got a link that leads in a circle',
    EACCES: 'expected a file or a directory that may be read, got no permission',
    EPERM: 'expected a file or a directory that may be read, got no permission',
  };
  return reasons[code] ?? `it cannot be read (${code || String(error)})`;
}
