import { join, relative, sep } from 'node:path';
import { problemsOf } from './bundles.js';
import { findBundles } from './files.js';
import { badBundle } from './problems.js';
import type { Finding } from './problems.js';

/** What is taken in as a write of its own. */
export interface ImportPart {
  /** The path of the file or directory. */
  readonly path: string;
  /** The bundles that belong to it. */
  readonly files: readonly string[];
}

/**
 * Each of the paths, but of a directory each thing in it, by name (`part-2` before `part-10`), with the bundles that an import of it would
 * take. Fails with BAD_BUNDLE, before anything is written, where an import would find a path wrong.
 */
export async function partsOf(paths: readonly string[]): Promise<ImportPart[]> {
  const findings: Finding[] = [];
  const parts: ImportPart[] = [];
  for (const path of paths) {
    const files = await findBundles([path], findings);
    const within = new Map<string, string[]>();
    for (const file of files) {
      // Of a file that is named itself, this is the file.
      const part = join(path, relative(path, file).split(sep)[0] ?? '');
      within.set(part, [...(within.get(part) ?? []), file]);
    }
    const named = [...within].map(([part, some]): ImportPart => ({ path: part, files: some }));
    parts.push(...named.sort((one, other) => byNumber.compare(one.path, other.path)));
  }
  if (findings.length > 0) throw badBundle(problemsOf(findings, []));
  return parts;
}

const byNumber = new Intl.Collator('en', { numeric: true });
