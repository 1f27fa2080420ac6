import type { FoundPage } from '../../decode.js';
import { EMPTY_PAGE } from '../../pages.js';
import type { Parent } from '../../port.js';
import type { Executor } from '../executor.js';
import { LABEL } from '../vocabulary.js';
import type { Conditions } from './conditions.js';
import { pagesOf, sortedPagesOf } from './pages.js';
import type { AnyPage } from './pages.js';
import { startAtKey } from './streams.js';

/** So many facts of a parent are sorted faster than the indexes of all types are followed. */
const FEW_FACTS = 500;

/** For so many keys, to follow the indexes of all types takes more memory than the facts. */
const MANY_KEYS = 32;

/**
 * The facts of each parent by relationships of these types: along the index of the type where it is one. Where there
 * are several, the facts are read and sorted; only of a parent with too many for that it is found out which types it
 * has, and the indexes of these are followed.
 */
export async function pagesByRoles(
  executor: Executor,
  types: readonly string[],
  parents: readonly Parent[],
  conditions: Conditions | null,
  page: AnyPage,
): Promise<FoundPage[]> {
  const along = (some: readonly string[], whose: readonly Parent[]) =>
    pagesOf(executor, start(some), whose, conditions, page);

  if (types.length < 2) return await along(types, parents);
  // What stands on the page anyway may as well be sorted.
  const unless = { keys: MANY_KEYS, facts: Math.max(FEW_FACTS, page.limit) };
  const pages = await sortedPagesOf(executor, start(types), parents, conditions, page, unless);
  const hubs = parents.filter((_, index) => pages[index] === null);
  const ofHubs = hubs.length === 0 ? [] : await along(await typesAt(executor, types, hubs), hubs);
  const next = ofHubs.values();
  return pages.map((each) => each ?? next.next().value ?? EMPTY_PAGE);
}

function start(types: readonly string[]) {
  return startAtKey(types, LABEL.entity, 'timeOrder');
}

/** The types by which any of the keys is reached. Each node knows its numbers of relationships by type. */
async function typesAt(
  executor: Executor,
  types: readonly string[],
  parents: readonly Parent[],
): Promise<string[]> {
  const counted = types.map((type) => `sum(COUNT { (end)<-[:${type}]-() })`);
  const [row] = await executor.rows<{ counts: number[] }>(
    `UNWIND $keys AS key
     MATCH (end:${LABEL.entity} {key: key})
     RETURN [${counted.join(', ')}] AS counts`,
    { keys: [...new Set(parents.flat())] },
  );
  return types.filter((_, index) => (row?.counts[index] ?? 0) > 0);
}
