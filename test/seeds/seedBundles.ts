import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { readBundles } from '../../src/ingest/bundles.js';
import type { BundleContents } from '../../src/ingest/contents.js';
import { ontology } from '../../src/ontology/index.js';

const SEEDS = new URL('../../seeds/', import.meta.url);

/** What the bundles of seeds/ say, in the form of records. Fails when one of them is no good. */
export async function readSeeds(): Promise<BundleContents> {
  const { contents, findings } = await readBundles([fileURLToPath(SEEDS)], ontology, () => undefined);
  if (findings.length > 0)
    throw new Error(findings.map(({ file, message }) => `${file}: ${message}`).join('\n'));
  return contents;
}

/** By document, the paragraphs from which nothing was taken, each with the reason. */
export function readNothingTaken(): Record<string, Record<string, string>> {
  const reasons = z.record(z.string(), z.record(z.string(), z.string().min(1)));
  return reasons.parse(parse(readFileSync(new URL('_nothing-taken.yaml', SEEDS), 'utf8')));
}
