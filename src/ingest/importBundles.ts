import { ConfrereError } from '../errors.js';
import { ontology } from '../ontology/index.js';
import type { Store } from '../store/port.js';
import { problemsOf, readBundles } from './bundles.js';
import type { BundleRun } from './bundles.js';
import { planOf } from './plan.js';
import type { Plan, RecordKind, Tally } from './plan.js';
import { badBundle } from './problems.js';
import type { Finding } from './problems.js';
import { definitionsOf, referenceFindings } from './references.js';

/** What an import is about to do; of reading, how many of all files are done. */
export type ImportStep =
  { step: 'read'; done: number; all: number } | { step: 'compare' } | { step: 'write' };

export interface ImportOptions {
  author: string;
  note: string;
  /** Plans and checks, but writes nothing. */
  dryRun?: boolean;
  progress?: (step: ImportStep) => void;
}

export interface ImportSummary {
  /** How many bundles were read. */
  files: number;
  /** What became of the records, or what would become of them. */
  records: Readonly<Record<RecordKind, Tally>>;
  /** The keys of judgements in the bundles that were dropped in the store and stay so. */
  dropped: readonly string[];
  /** The number of the changeset; null when there was nothing to change, or nothing was to be written. */
  changeset: number | null;
}

/** How often a plan is made anew when another write came in between. */
const ATTEMPTS = 3;

/**
 * Takes the bundles under these paths (files, or directories with all that is in them) as one changeset, which lands
 * whole or not at all. Bundles that are in the store already change nothing.
 *
 * Fails with BAD_BUNDLE, every problem of the run in `details.problems` (see `Problem`), before anything is written.
 */
export async function importBundles(
  store: Store,
  paths: readonly string[],
  { author, note, dryRun = false, progress = () => undefined }: ImportOptions,
): Promise<ImportSummary> {
  const run = await readBundles(paths, ontology, (done, all) => progress({ step: 'read', done, all }));
  for (let attempt = 1; ; attempt++) {
    progress({ step: 'compare' });
    const expectedVersion = await store.version();
    const mayRetry = async () => attempt < ATTEMPTS && (await store.version()) !== expectedVersion;
    const { plan, findings } = await compare(run, store);
    if (plan === null) {
      if (await mayRetry()) continue;
      throw badBundle(problemsOf(findings, run.files));
    }
    const summary = { files: run.files.length, records: plan.tallies, dropped: plan.dropped };
    if (dryRun || plan.operations.length === 0) return { ...summary, changeset: null };
    progress({ step: 'write' });
    try {
      const at = new Date().toISOString();
      const { number } = await store.apply({
        author,
        note,
        at,
        expectedVersion,
        operations: plan.operations,
      });
      return { ...summary, changeset: number };
    } catch (error) {
      const isRefused = error instanceof ConfrereError && error.code === 'CHANGESET_REFUSED';
      if (isRefused && (await mayRetry())) continue;
      throw error;
    }
  }
}

async function compare(
  run: BundleRun,
  store: Store,
): Promise<{ plan: Plan; findings?: undefined } | { plan: null; findings: readonly Finding[] }> {
  const findings = [...run.findings, ...(await referenceFindings(run.files, store))];
  if (findings.length > 0) return { plan: null, findings };
  const plan = await planOf(run.contents, definitionsOf(run.files), store);
  return plan.findings.length > 0 ? { plan: null, findings: plan.findings } : { plan };
}
