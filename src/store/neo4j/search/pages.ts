import type { Page, Parent, Slice } from '../../port.js';
import { decodePage, decodePages } from '../../decode.js';
import type { FoundPage } from '../../decode.js';
import type { Executor, Parameters } from '../executor.js';
import type { Conditions } from './conditions.js';
import { LABEL } from '../vocabulary.js';
import type { Place, Start, Stream } from './streams.js';

const PLACES = { TIME: 'timeOrder', NAME: 'nameOrder', KEY: 'key' } as const satisfies Record<string, Place>;

export type AnyPage = Page<keyof typeof PLACES>;

/** Before and behind all places, which are ASCII. */
const [FIRST, LAST] = ['', '\u{10ffff}'];

const EMPTY: FoundPage = { items: [], hasMore: false };

/** The records and their places, in order. */
type Found = readonly (readonly [record: string, place: string])[];

/** For each parent the page of the items that its keys lead to. */
export async function pagesOf<Item>(
  executor: Executor,
  start: Start,
  parents: readonly Parent[],
  conditions: Conditions | null,
  page: AnyPage,
): Promise<Slice<Item>[]> {
  const pages = parents.map(() => EMPTY);
  const streams = start.streams(PLACES[page.order]);
  if (conditions === null || streams.length === 0) return decodePages<Item>(pages);
  const rows = await executor.rows<{ index: number; found: Found }>(
    `UNWIND $parents AS parent
     CALL (parent) {
       UNWIND parent.keys AS key
       CALL (key) {
         ${union(streams, conditions, page)}
       }
       ${merged(page)}
     }
     RETURN parent.index AS index, found`,
    { parents: asParameters(parents), ...parametersOf(streams, conditions, page) },
  );
  for (const { index, found } of rows) pages[index] = cut(found, page.limit);
  return decodePages<Item>(pages, executor.demand);
}

/**
 * The same pages by reading and sorting all that the keys lead to: a simple query where a union has many streams, and a
 * slow one where there is much to sort. Of a parent with more than `most` relationships the page is null.
 */
export async function sortedPagesOf<Item>(
  executor: Executor,
  { patterns, parameters }: Start,
  parents: readonly Parent[],
  conditions: Conditions | null,
  page: AnyPage,
  most: number,
): Promise<(Slice<Item> | null)[]> {
  const pages = parents.map(() => EMPTY);
  const isLong = new Set<number>();
  if (conditions === null || patterns.length === 0) return decodePages<Item>(pages);
  const place = `item.${PLACES[page.order]}`;
  const all = [...bounds(place), ...conditions.texts];
  const rows = await executor.rows<{ index: number; found: Found | null }>(
    `UNWIND $parents AS parent
     CALL (parent) {
       UNWIND parent.keys AS key
       MATCH (end:${LABEL.entity} {key: key})
       RETURN sum(COUNT { (end)<--() }) <= $most AS few
     }
     CALL (parent, few) {
       UNWIND CASE WHEN few THEN parent.keys ELSE [] END AS key
       ${patterns.join('\n')}
       WHERE ${all.join(' AND ')}
       WITH item, ${place} AS place
       ${merged(page)}
     }
     RETURN parent.index AS index, CASE WHEN few THEN found ELSE null END AS found`,
    { parents: asParameters(parents), most, ...parameters, ...parametersOf([], conditions, page) },
  );
  for (const { index, found } of rows) {
    if (found === null) isLong.add(index);
    else pages[index] = cut(found, page.limit);
  }
  const slices = await decodePages<Item>(pages, executor.demand);
  return slices.map((slice, index) => (isLong.has(index) ? null : slice));
}

/** The page of all items. */
export async function pageOf<Item>(
  executor: Executor,
  start: Start,
  conditions: Conditions | null,
  page: AnyPage,
): Promise<Slice<Item>> {
  const streams = start.streams(PLACES[page.order]);
  if (conditions === null || streams.length === 0) return { items: [], hasMore: false };
  const [row] = await executor.rows<{ found: Found }>(
    `CALL () {
       ${union(streams, conditions, page)}
     }
     ${merged(page)}`,
    parametersOf(streams, conditions, page),
  );
  return decodePage<Item>(cut(row?.found ?? [], page.limit), executor.demand);
}

/** Parents as the query reads them: each with its place among them, and each key once. */
export function asParameters(parents: readonly Parent[]): { index: number; keys: string[] }[] {
  return parents.map((keys, index) => ({ index, keys: [...new Set(keys)] }));
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
function merged({ descending }: AnyPage): string {
  return `WITH DISTINCT item, place ORDER BY place${descending ? ' DESC' : ''} LIMIT $take
       RETURN collect([item.record, place]) AS found`;
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
