import { basename } from 'node:path';
import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import { importBundles } from '../../ingest/index.js';
import type { ImportStep, ImportSummary } from '../../ingest/index.js';
import { openStore } from '../../store/open.js';
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
    'dry-run': { type: 'boolean', description: 'Check and compare, but write nothing' },
    author: { type: 'string', description: 'Who imports; your user name unless given' },
    note: { type: 'string', description: 'Why, for those who read the history' },
  },
  run: async ({ args }) => {
    const paths = args._;
    const dryRun = args['dry-run'] ?? false;
    const author = lineOrRefuse('--author', args.author ?? userName(), 200);
    const note = lineOrRefuse('--note', args.note ?? noteOn(paths), 1000);
    const store = await openStore(readConfig());
    try {
      const progress = new ProgressLine();
      const options = {
        author,
        note,
        dryRun,
        progress: (step: ImportStep) => progress.show(wordsOfStep(step)),
      };
      const summary = await importBundles(store, paths, options).finally(() => progress.clear());
      console.log(wordsOf(summary, dryRun, placeOf(store)));
    } finally {
      await store.close();
    }
  },
});

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
  return `Import of ${[...printable].slice(0, 400).join('').trim()}`;
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
