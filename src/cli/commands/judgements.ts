import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import type { JudgementRecord } from '../../ontology/index.js';
import { standingJudgements } from '../../store/judgements.js';
import type { Store } from '../../store/port.js';
import { openView } from '../../traversals/index.js';
import { openExisting } from '../existing.js';
import { UsageError } from '../failures.js';
import { refuseUnknownEntities } from '../judging/known.js';
import { namesOf } from '../judging/names.js';

export const judgements = defineCommand({
  meta: { name: 'judgements', description: 'Lists the judgements that stand, all or those on an entity' },
  args: {
    key: { type: 'positional', description: 'The key of an entity; all unless given', required: false },
    json: { type: 'boolean', description: 'As JSON' },
  },
  run: async ({ args }) => {
    const [key, ...rest] = args._;
    if (rest.length > 0) throw new UsageError(`expected one key at the most, got "${args._.join(' ')}"`);
    const store = await openExisting(readConfig(), 'list');
    try {
      const found = key === undefined ? await standingJudgements(store) : await standingOn(store, key);
      if (args.json === true) return console.log(JSON.stringify(found, null, 2));
      const nameOf = await namesOf(
        store,
        found.flatMap(({ entities }) => entities),
      );
      for (const each of found) console.log(wordsOf(each, nameOf));
      console.log(found.length === 1 ? '1 judgement stands.' : `${found.length} judgements stand.`);
    } finally {
      await store.close();
    }
  },
});

/** Those on an entity and on all that are one with it, by key. */
async function standingOn(store: Store, key: string): Promise<JudgementRecord[]> {
  await refuseUnknownEntities(store, [key]);
  const view = await openView(store);
  const found = await view.judgements(await view.judgementsNaming(view.canonicals([key])));
  return found.filter((record) => record !== null);
}

function wordsOf(judgement: JudgementRecord, nameOf: (key: string) => string): string {
  const { key, verdict, entities, reason, judge, recordedAt } = judgement;
  return [
    `${key}: ${verdict}`,
    ...entities.map((each) => `  ${nameOf(each)}`),
    `  ${reason} (${judge}, ${recordedAt.slice(0, 10)})`,
    '',
  ].join('\n');
}
