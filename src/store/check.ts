import type { Ontology } from '../ontology/index.js';
import type { Finding } from './check/finding.js';
import { checkItem } from './check/items.js';
import { WholeStore } from './check/wholeStore.js';
import type { RecordItem } from './audit.js';
import type { Store } from './port.js';

/**
 * Reads everything that a store holds and compares it with what its records say: each record with its digest, with
 * the ontology and with the rows that follow from it, and the records with one another. An untouched store has no
 * findings. They come in the order of `audit`, then those that only the whole shows, sorted.
 *
 * Holds keys in memory, but one record at a time. A write that lands meanwhile may show as a finding: check again.
 *
 * A record that was replaced by another valid one, with its digest, its rows and all that refers to it, cannot be told
 * from one that was written so: keep backups where you do not trust who has the database.
 */
export async function* checkStore(
  store: Pick<Store, 'audit' | 'version'>,
  ontology: Ontology,
): AsyncIterable<Finding> {
  const whole = new WholeStore(await store.version());
  for await (const item of store.audit()) {
    if (item.record === 'stray') {
      yield { key: item.key, problem: 'it belongs to no record', found: item.what };
      continue;
    }
    if (item.record === 'damage') {
      yield { key: item.key, problem: 'it is not as Confrere makes it', found: item.what };
      if (item.ends) return;
      continue;
    }
    yield* ofRecord(item, whole, ontology);
  }
  yield* whole.finish();
}

function ofRecord(item: RecordItem, whole: WholeStore, ontology: Ontology): Finding[] {
  try {
    const second = whole.isSecond(item)
      ? [{ key: item.key, problem: `the ${item.record} is stored twice` }]
      : [];
    const { record, findings } = checkItem(item, ontology);
    return [...second, ...findings, ...whole.take(item, record)];
  } catch (error) {
    // Where a file or a graph was damaged, anything may stand in the place of anything.
    const why = error instanceof Error ? error.message : String(error);
    return [{ key: String(item.key), problem: `what is there of it makes no sense (${why})` }];
  }
}
