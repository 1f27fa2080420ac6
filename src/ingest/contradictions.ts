import { contradictionsIn } from '../ontology/index.js';
import type { JudgementContent, JudgementRecord } from '../ontology/index.js';
import { contradictionInWords } from '../store/judgements.js';
import { PAGE_MAXIMUM } from '../store/port.js';
import type { Page, Store } from '../store/port.js';
import type { Finding, Place } from './problems.js';

/**
 * New judgements that contradict one another, or those that stand: said of the last new one on the way, with the words
 * in which a store refuses them.
 */
export async function contradictionFindings(
  judged: readonly JudgementContent[],
  definitions: ReadonlyMap<string, Place>,
  store: Store,
): Promise<Finding[]> {
  if (judged.length === 0) return [];
  const isNew = new Set(judged.map(({ key }) => key));
  return contradictionsIn([...(await standingIn(store)), ...judged]).flatMap((contradiction): Finding[] => {
    const { different, chain } = contradiction;
    const last = [...chain, different].findLast(({ key }) => isNew.has(key));
    const place = last && definitions.get(last.key);
    if (place === undefined) return [];
    return [{ file: place.file, place: { path: place.path }, message: contradictionInWords(contradiction) }];
  });
}

async function standingIn(store: Store): Promise<JudgementRecord[]> {
  const found: JudgementRecord[] = [];
  let page: Page<'KEY'> = { limit: PAGE_MAXIMUM, order: 'KEY', descending: false };
  for (;;) {
    const { items, hasMore } = await store.judgementsSince(0, page);
    found.push(...items.map(({ item }) => item).filter(({ droppedIn }) => droppedIn === undefined));
    const last = items.at(-1);
    if (!hasMore || last === undefined) return found;
    page = { ...page, after: last.orderKey };
  }
}
