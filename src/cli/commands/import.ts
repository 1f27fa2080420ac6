import { basename } from 'node:path';
import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { importBundles, partsOf } from '../../ingest/index.js';
import type { ImportOptions, ImportStep, ImportSummary } from '../../ingest/index.js';
import { displayPath } from '../../paths.js';
import { openStore } from '../../store/open.js';
import type { Store } from '../../store/port.js';
import { UsageError } from '../failures.js';
import { lineOrRefuse, userName } from '../person.js';
import { ProgressLine } from '../progressLine.js';
import { importedRecords, placeOf } from '../words.js';

export const importCommand = defineCommand({
  meta: {
    name: 'import',
    description: 'Takes bundles into the store, all of them or, when anything is wrong, none',
  },
  args: {
    'path...': {
      type: 'positional',
      description: 'Bundles (.yaml, .yml, .json), or directories to search for them',
      required: true,
    },
    each: {
      type: 'boolean',
      description:
        'Take each of the paths, and each thing in a directory, as a write of its own, in the order of their names: for more than fits into one',
    },
    'dry-run': { type: 'boolean', description: 'Check and compare, but write nothing' },
    author: { type: 'string', description: 'Who imports; your user name unless given' },
    note: { type: 'string', description: 'Why, for those who read the history' },
  },
  run: async ({ args }) => {
    const dryRun = args['dry-run'] ?? false;
    if (dryRun && args.each === true)
      throw new UsageError(
        '--dry-run and --each do not go together: a later write may need what an earlier one brings',
      );
    const author = lineOrRefuse('--author', args.author ?? userName(), 200);
    const parts =
      args.each === true
        ? (await partsOf(args._)).map(({ path, files }) => ({ named: [path], files }))
        : [{ named: args._, files: args._ }];
    const notes = parts.map(({ named }) => lineOrRefuse('--note', args.note ?? noteOn(named), 1000));
    const store = await openStore(readConfig());
    try {
      for (const [index, { named, files }] of parts.entries()) {
        const part =
          parts.length === 1 ? '' : `${named.map(displayPath).join(' ')} (${index + 1} of ${parts.length})`;
        const options = { author, note: notes[index] ?? '', dryRun };
        const summary = await importedWith(store, files, options).catch((error: unknown) => {
          if (index > 0)
            console.error(
              `All before ${part} is written, and changes nothing when it is imported again. Of this one:`,
            );
          throw error;
        });
        if (part !== '') console.log(`${part}:`);
        console.log(wordsOf(summary, dryRun, placeOf(store)));
      }
    } finally {
      await store.close();
    }
  },
});

async function importedWith(
  store: Store,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportSummary> {
  const progress = new ProgressLine();
  const show = (step: ImportStep) => progress.show(wordsOfStep(step));
  return await importBundles(store, paths, { ...options, progress: show }).finally(() => progress.clear());
}

function wordsOf(
  { files, records, dropped, changeset }: ImportSummary,
  dryRun: boolean,
  place: string,
): string {
  const read = `Read ${files} ${files === 1 ? 'bundle' : 'bundles'}.`;
  const isChanged = Object.values(records).some(({ added, changed }) => added + changed > 0);
  const outcome =
    changeset !== null
      ? `Written as changeset ${changeset} to ${place}.`
      : isChanged && dryRun
        ? `Nothing was written, since this was a dry run.`
        : `Nothing to change in ${place}.`;
  const stayDropped = dropped.map(
    (key) => `  ${key} was dropped and stays so; to judge so again, give the judgement a key of its own`,
  );
  return [read, ...importedRecords(records), ...stayDropped, outcome].join('\n');
}

/** Everybody may read it, so that it names no folders. */
function noteOn(paths: readonly string[]): string {
  const names = paths.map((path) => basename(path)).join(', ');
  const printable = names.replace(/[\p{C}]/gu, '?');
  return `Import of ${[...printable].slice(0, 400).join('')}`.trim();
}

function wordsOfStep(step: ImportStep): string {
  switch (step.step) {
    case 'read':
      return `Reading bundles: ${step.done} of ${step.all}`;
    case 'compare':
      return 'Comparing with the store';
    case 'write':
      return 'Writing';
  }
}
