import type { FactRecord } from '../../../ontology/index.js';
import type { Parent, Slice } from '../../port.js';
import type { Executor } from '../executor.js';
import { LABEL } from '../vocabulary.js';
import type { Conditions } from './conditions.js';
import { pagesOf, sortedPagesOf } from './pages.js';
import type { AnyPage } from './pages.js';
import { startAtKey } from './streams.js';

/** So many patterns in a union are planned in no time; a query with ten times as many is planned for seconds. */
const FEW_PATTERNS = 30;
const MANY_PATTERNS = 300;

/** So many facts of a parent are read and sorted in no time. */
const FEW_FACTS = 2_000;

/**
 * The facts of each parent by relationships of these types. Along the index of each type where they are few. Where
 * they are many, as when any role will do, the facts are read and sorted; only for a hub, of which there are too many,
 * it is found out which types it has, and these indexes are followed.
 */
export async function pagesByRoles(
  executor: Executor,
  types: readonly string[],
  parents: readonly Parent[],
  conditions: Conditions | null,
  page: AnyPage,
): Promise<Slice<FactRecord>[]> {
  const along = (some: readonly string[], whose: readonly Parent[]) =>
    pagesOf<FactRecord>(executor, start(some), whose, conditions, page);
  const sorted = (whose: readonly Parent[], most: number) =>
    sortedPagesOf<FactRecord>(executor, start(types), whose, conditions, page, most);

  if (patternsOf(types, conditions) <= FEW_PATTERNS) return await along(types, parents);
  const slices = await sorted(parents, FEW_FACTS);
  const hubs = parents.filter((_, index) => slices[index] === null);
  if (hubs.length === 0) return slices.map(orEmpty);
  const present = await typesAt(executor, types, hubs);
  const ofHubs =
    patternsOf(present, conditions) <= MANY_PATTERNS
      ? await along(present, hubs)
      : await sorted(hubs, Number.MAX_SAFE_INTEGER);
  const next = ofHubs.values();
  return slices.map((slice) => orEmpty(slice ?? next.next().value));
}

function start(types: readonly string[]) {
  return startAtKey(types, LABEL.entity, 'timeOrder');
}

function patternsOf(types: readonly string[], conditions: Conditions | null): number {
  return types.length * (1 + (conditions?.texts.length ?? 0));
}

function orEmpty(slice: Slice<FactRecord> | null | undefined): Slice<FactRecord> {
  return slice ?? { items: [], hasMore: false };
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
