import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { exampleBundles } from './bundles.js';
import { NOTHING_REAL } from './world.js';
import type { ExampleOptions } from './world.js';

/** A directory that is in use for something else. */
export class DirectoryInUse extends Error {}

export interface WrittenExample {
  /** The directories to import, in this order. */
  parts: readonly string[];
  files: number;
  bytes: number;
}

/** What a Neo4j with a heap of 1 GB takes in one write, with room to spare: it keeps some 50 KB for each fact until it is committed. */
const PART_BYTES = 4 * 2 ** 20;

/** By this file a directory is known as one that may be written anew. Imports pass it over. */
const MARK = '_generated.txt';

/**
 * Writes the example as JSON bundles, each as soon as it is made, into directories `part-001`, `part-002` … of `out`. An
 * example that is there already is replaced. Fails with DirectoryInUse where `out` holds anything else.
 */
export async function writeExample(out: string, options: ExampleOptions): Promise<WrittenExample> {
  await clear(out);
  await writeFile(join(out, MARK), `${NOTHING_REAL} Seed ${options.seed}, ${options.facts} facts.\n`);
  const parts: string[] = [];
  let files = 0;
  let bytes = 0;
  let room = 0;
  for (const { name, ...bundle } of exampleBundles(options)) {
    const text = `${JSON.stringify(bundle, null, 1)}\n`;
    const size = Buffer.byteLength(text);
    if (size > room) {
      parts.push(join(out, `part-${String(parts.length + 1).padStart(3, '0')}`));
      await mkdir(parts.at(-1) ?? out);
      room = PART_BYTES;
    }
    await writeFile(join(parts.at(-1) ?? out, `${name}.json`), text);
    room -= size;
    files++;
    bytes += size;
  }
  return { parts, files, bytes };
}

async function clear(out: string): Promise<void> {
  await mkdir(out, { recursive: true });
  const names = await readdir(out);
  if (names.length > 0 && !names.includes(MARK)) {
    throw new DirectoryInUse(
      `${out} holds other files; expected an empty directory, or one with an example.`,
    );
  }
  for (const name of names.filter((each) => /^part-\d+$/.test(each))) {
    await rm(join(out, name), { recursive: true });
  }
}
