import { defineCommand } from 'citty';
import { readConfig } from '../../config.js';
import type { JudgementRecord } from '../../ontology/index.js';
import { displayName } from '../../store/derive.js';
import type { Page, Store } from '../../store/port.js';
import { EVERY_KIND, demandEntities, openView } from '../../traversals/index.js';
import { openExisting } from '../existing.js';
import { UsageError } from '../failures.js';

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
      if (key !== undefined) await demandEntities(await openView(store), 'key', [key], EVERY_KIND);
      const found = key === undefined ? await allJudgements(store) : await judgementsOn(store, [key]);
      found.sort((a, b) => (a.key < b.key ? -1 : 1));
      if (args.json === true) return console.log(JSON.stringify(found, null, 2));
      for (const each of found) console.log(await wordsOf(store, each));
      console.log(found.length === 1 ? '1 judgement stands.' : `${found.length} judgements stand.`);
    } finally {
      await store.close();
    }
  },
});

/** The port finds judgements by their entities. */
async function allJudgements(store: Store): Promise<JudgementRecord[]> {
  const found = new Map<string, JudgementRecord>();
  let page: Page<'KEY'> = { limit: 1_000, order: 'KEY', descending: false };
  for (;;) {
    const { items, hasMore } = await store.findEntities({}, page);
    for (const each of await judgementsOn(
      store,
      items.map(({ item }) => item.key),
    )) {
      found.set(each.key, each);
    }
    const last = items.at(-1);
    if (!hasMore || last === undefined) return [...found.values()];
    page = { ...page, after: last.orderKey };
  }
}

async function judgementsOn(store: Store, keys: readonly string[]): Promise<JudgementRecord[]> {
  return (await store.judgementsOf(keys)).flat();
}

async function wordsOf(store: Store, judgement: JudgementRecord): Promise<string> {
  const { key, verdict, entities, reason, judge, recordedAt } = judgement;
  const records = await store.entities(entities);
  const names = entities.map((each, index) => `${displayName(records[index]?.names ?? [])}, ${each}`);
  return [
    `${key}: ${verdict}`,
    ...names.map((name) => `  ${name}`),
    `  ${reason} (${judge}, ${recordedAt.slice(0, 10)})`,
    '',
  ].join('\n');
}
