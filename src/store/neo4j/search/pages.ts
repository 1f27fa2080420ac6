import type { FoundPage } from '../../decode.js';
import { EMPTY_PAGE } from '../../pages.js';
import type { Page, Parent } from '../../port.js';
import type { Executor, Parameters } from '../executor.js';
import { LABEL } from '../vocabulary.js';
import type { Conditions } from './conditions.js';
import type { Place, Start, Stream } from './streams.js';

const PLACES = { TIME: 'timeOrder', NAME: 'nameOrder', KEY: 'key' } as const satisfies Record<string, Place>;

export interface AnyPage extends Page<keyof typeof PLACES> {
  /** Whether the keys of the items are enough; their records otherwise. */
  keysOnly?: boolean;
}

/** Before and behind all places, which are ASCII. */
const [FIRST, LAST] = ['', '\u{10ffff}'];

/** The records or keys and their places, in order. */
type Found = readonly (readonly [text: string, place: string])[];

/** A parent is its place in the parameter, for Neo4j counts what stands in a row as its memory, and a list would be in every row. */
export const EACH_PARENT = 'UNWIND range(0, size($parents) - 1) AS index';

/** For each parent the page of the items that its keys lead to. */
export async function pagesOf(
  executor: Executor,
  start: Start,
  parents: readonly Parent[],
  conditions: Conditions | null,
  page: AnyPage,
): Promise<FoundPage[]> {
  const pages = parents.map((): FoundPage => EMPTY_PAGE);
  const streams = start.streams(PLACES[page.order]);
  if (conditions === null || streams.length === 0) return pages;
  const rows = await executor.rows<{ index: number; found: Found }>(
    `${EACH_PARENT}
     CALL (index) {
       UNWIND $parents[index] AS key
       CALL (key) {
         ${union(streams, conditions, page)}
       }
       ${merged(page)}
     }
     RETURN index, found`,
    { parents: asParameter(parents), ...parametersOf(streams, conditions, page) },
  );
  for (const { index, found } of rows) pages[index] = cut(found, page.limit);
  return pages;
}

/**
 * The same pages by reading and sorting all that the keys lead to: a simple query where a union has many streams, and a
 * slow one where there is much to sort. Of a parent of no more than `keys` keys with more than `facts` relationships
 * together the page is null.
 */
export async function sortedPagesOf(
  executor: Executor,
  { patterns, parameters }: Start,
  parents: readonly Parent[],
  conditions: Conditions | null,
  page: AnyPage,
  unless: { keys: number; facts: number },
): Promise<(FoundPage | null)[]> {
  const pages = parents.map((): FoundPage | null => EMPTY_PAGE);
  if (conditions === null || patterns.length === 0) return pages;
  const place = `item.${PLACES[page.order]}`;
  const all = [...bounds(place), ...conditions.texts];
  const rows = await executor.rows<{ index: number; found: Found | null }>(
    `${EACH_PARENT}
     CALL (index) {
       UNWIND $parents[index] AS key
       MATCH (end:${LABEL.entity} {key: key})
       RETURN sum(COUNT { (end)<--() }) AS facts
     }
     WITH index, size($parents[index]) > $unless.keys OR facts <= $unless.facts AS sorts
     CALL (index, sorts) {
       UNWIND CASE WHEN sorts THEN $parents[index] ELSE [] END AS key
       ${patterns.join('\n')}
       WHERE ${all.join(' AND ')}
       WITH item, ${place} AS place
       ${merged(page)}
     }
     RETURN index, CASE WHEN sorts THEN found ELSE null END AS found`,
    { parents: asParameter(parents), unless, ...parameters, ...parametersOf([], conditions, page) },
  );
  for (const { index, found } of rows) pages[index] = found === null ? null : cut(found, page.limit);
  return pages;
}

/** The page of all items. */
export async function pageOf(
  executor: Pick<Executor, 'rows'>,
  start: Start,
  conditions: Conditions | null,
  page: AnyPage,
): Promise<FoundPage> {
  const streams = start.streams(PLACES[page.order]);
  if (conditions === null || streams.length === 0) return EMPTY_PAGE;
  const [row] = await executor.rows<{ found: Found }>(
    `CALL () {
       ${union(streams, conditions, page)}
     }
     ${merged(page)}`,
    parametersOf(streams, conditions, page),
  );
  return cut(row?.found ?? [], page.limit);
}

/** Parents as the query reads them: each key once. */
export function asParameter(parents: readonly Parent[]): string[][] {
  return parents.map((keys) => [...new Set(keys)]);
}

/** The first items of every stream; one more than the page has shows whether more follow. */
function union(streams: readonly Stream[], { texts }: Conditions, page: AnyPage): string {
  const direction = page.descending ? ' DESC' : '';
  return streams
    .map(({ match, conditions, along, place }) => {
      const all = [...conditions, ...bounds(place), ...texts];
      return `${match}
         WHERE ${all.join(' AND ')}
         RETURN item, ${place} AS place
         ORDER BY ${along.map((field) => field + direction).join(', ')}
         LIMIT $take`;
    })
    .join('\nUNION ALL\n');
}

/** An item may come from several streams, and has the same place in each. */
function merged({ descending, keysOnly = false }: AnyPage): string {
  return `WITH DISTINCT item, place ORDER BY place${descending ? ' DESC' : ''} LIMIT $take
       RETURN collect([item.${keysOnly ? 'key' : 'record'}, place]) AS found`;
}

/** Both always, also where they leave nothing out: they lead to the index, and there is one query less to plan. */
function bounds(place: string): string[] {
  return [`${place} > $above`, `${place} < $below`];
}

function parametersOf(streams: readonly Stream[], conditions: Conditions, page: AnyPage): Parameters {
  const { limit, descending, after, before } = page;
  const [above = FIRST, below = LAST] = descending ? [before, after] : [after, before];
  return {
    ...conditions.parameters,
    ...Object.fromEntries(streams.flatMap(({ parameters }) => Object.entries(parameters))),
    take: limit + 1,
    above,
    below,
  };
}

function cut(found: Found, limit: number): FoundPage {
  const items = found.slice(0, limit).map(([text, orderKey]) => ({ text, orderKey }));
  return { items, hasMore: found.length > limit };
}
