import { Int, ObjectType } from 'type-graphql';
import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { held, plain, resolved } from '../field.js';
import type { TypeThunk } from '../field.js';
import {
  DEFAULT_PAGE_SIZE,
  LARGEST_PAGE_SIZE,
  arrange,
  askedWith,
  encodeCursor,
  requestedPage,
} from '../paging.js';
import type { Ordering, PageArguments, Pinned, Placed } from '../paging.js';
import type { EntityRecord, FactRecord } from '../../ontology/index.js';
import type { Page, Slice } from '../../store/port.js';
import { Leaning } from '../../traversals/index.js';
import type { Loaders } from '../loaders.js';
import { judgementClass, loadJudgements } from './present.js';
import { PageInfoValue } from './values.js';

/** An item of a connection with its cursor, which is made when a query asks for it. */
export interface Edge {
  node: unknown;
  readonly cursor: string;
}

export interface LoadedPage {
  edges: readonly Edge[];
  pageInfo: PageInfoValue;
}

/** A list that loads its page and its count when a query asks for them, and each at most once. */
export class Connection {
  private loaded: Promise<LoadedPage> | undefined;

  constructor(
    private readonly load: () => Promise<LoadedPage>,
    readonly count: () => Promise<number>,
    readonly knownIn?: number,
    readonly about?: unknown,
    private readonly leant?: () => Promise<unknown[]>,
  ) {}

  page(): Promise<LoadedPage> {
    this.loaded ??= this.load();
    return this.loaded;
  }

  /** The judgements that the page leans on. */
  async leantOn(): Promise<unknown[]> {
    await this.page();
    return (await this.leant?.()) ?? [];
  }
}

/** The class of one connection type; its instances are what resolvers hand on. */
export type ConnectionClass = new (
  load: () => Promise<LoadedPage>,
  count: () => Promise<number>,
  knownIn?: number,
  about?: unknown,
  leant?: () => Promise<unknown[]>,
) => Connection;

/** A list of a store: its page, its count, and how an item is shown to GraphQL. */
export interface ConnectionSource<Item, Order extends string> extends Pinned, Placed {
  ordering: Ordering<Order>;
  load: (page: Page<Order>) => Promise<Slice<Item>>;
  count: () => Promise<number>;
  present: (item: Item) => unknown;
  /** What the question says of the whole list, for fields of its connection type. */
  about?: unknown;
  /** Those of the graph that the list is of, where it tells of entities. */
  loaders?: Loaders;
  /** What the list leans on; what its question leans on where both this and `leansOn` are left out. */
  leaning?: Leaning;
  /** For a list that leans on nothing else than whom it is about and whom its items name. */
  leansOn?: LeansOn<Item>;
}

/** By whom a list leans on judgements. */
interface LeansOn<Item> {
  /** The keys of the entities that it is about. */
  about: readonly string[];
  /** Notes those whom an item names. */
  met: (item: Item, leaning: Leaning) => void;
}

/** A list of facts leans on those whom it is about and on all who take part. */
export function leansOnFacts(about: readonly string[]): LeansOn<FactRecord> {
  return { about, met: (fact, leaning) => leaning.meetFacts([fact]) };
}

/** A list of entities leans on those whom it is about and on its items. */
export function leansOnEntities(about: readonly string[]): LeansOn<EntityRecord> {
  return { about, met: ({ key }, leaning) => leaning.meet([key]) };
}

/** A connection over a list of a store. The arguments are checked at once, so that a bad one fails whatever is selected. */
export function connect<Item, Order extends string>(
  type: ConnectionClass,
  args: PageArguments,
  source: ConnectionSource<Item, Order>,
): Connection {
  const { ordering, knownIn, places, load, count, present, about, loaders, leansOn } = source;
  let asked: string | undefined;
  const placing = {
    ...ordering,
    // Of many lists no cursor is read or asked for, and to digest the arguments takes its time.
    get asked() {
      return (asked ??= askedWith(type.name, args));
    },
    ...(knownIn === undefined ? {} : { knownIn }),
    ...(places === undefined ? {} : { places }),
  };
  const requested = requestedPage(args, placing);
  const leaning = leaningOf(source);
  const loadPage = async () => {
    const slice = await load(requested.page);
    if (leaning != null && leansOn !== undefined) {
      leaning.meet(leansOn.about);
      for (const { item } of slice.items) leansOn.met(item, leaning);
    }
    const arranged = arrange(slice, requested);
    const edges = arranged.items.map(({ item, orderKey }) => ({
      node: present(item),
      get cursor() {
        return encodeCursor(orderKey, placing);
      },
    }));
    return {
      edges,
      pageInfo: {
        hasNextPage: arranged.hasNextPage,
        hasPreviousPage: arranged.hasPreviousPage,
        get startCursor() {
          return edges[0]?.cursor ?? null;
        },
        get endCursor() {
          return edges.at(-1)?.cursor ?? null;
        },
      },
    };
  };
  const leant =
    loaders === undefined || leaning == null ? undefined : () => loadJudgements(leaning.judgements, loaders);
  return new type(loadPage, count, knownIn, about, leant);
}

function leaningOf<Item, Order extends string>({
  leaning,
  leansOn,
  loaders,
}: ConnectionSource<Item, Order>): Leaning | null | undefined {
  if (leansOn !== undefined && loaders !== undefined) return new Leaning(loaders.view.clusters);
  return leaning ?? loaders?.view.leaning;
}

/** Reads `TIME_DESCENDING` as an order and a direction. */
export function orderingOf<Order extends string>(name: string): Ordering<Order> {
  const descending = name.endsWith('_DESCENDING');
  return { order: (descending ? name.slice(0, -'_DESCENDING'.length) : name) as Order, descending };
}

/** What a connection costs: what one item costs, as often as the page may have items. */
export function connectionComplexity({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const size = (args['last'] ?? args['first'] ?? DEFAULT_PAGE_SIZE) as number;
  // A size out of bounds is refused when the list is asked for, in better words than its cost could be. Of a page without items
  // the list may be counted all the same.
  return 1 + Math.min(Math.max(1, size), LARGEST_PAGE_SIZE) * childComplexity;
}

/** What it costs to work out a question, before a page of its answer is shown. */
export const WORK = {
  /** What is found by words. */
  words: 200,
  /** What is found by walking from some entities. */
  walk: 1_000,
  /** What many or all facts, or names, are read for and compared. */
  whole: 5_000,
} as const;

/** What the page of a question costs, with the work of the whole. */
export function questionComplexity(work: keyof typeof WORK) {
  return (asked: ComplexityEstimatorArgs) => WORK[work] + connectionComplexity(asked);
}

/** Makes the connection type of a node type: `TrainingConnection` with `TrainingEdge`. */
export function connectionType(name: string, node: TypeThunk): ConnectionClass {
  const edge = named(`${name}Edge`, class {});
  ObjectType(`${name}Edge`, { description: 'An item of a list with its cursor.' })(edge);
  held(edge, 'cursor', () => String, {
    description: 'The place of the item in its list: for `after` or `before`.',
  });
  held(edge, 'node', node, { description: 'The item.' });

  const connection = named(`${name}Connection`, class extends Connection {});
  ObjectType(`${name}Connection`, { description: 'A page of a list.' })(connection);
  const page = { description: 'The items of this page.' };
  resolved(
    connection,
    'edges',
    () => [edge],
    page,
    async (list) => (await list.page()).edges,
  );
  resolved(
    connection,
    'nodes',
    () => [node()],
    page,
    async (list) => (await list.page()).edges.map((each) => each.node),
  );
  const info = { description: 'Where this page lies in the list.' };
  resolved(
    connection,
    'pageInfo',
    () => PageInfoValue,
    info,
    async (list) => (await list.page()).pageInfo,
  );
  const total = { description: 'How many items the whole list has, over all pages.', complexity: COUNT_COST };
  resolved(
    connection,
    'totalCount',
    () => Int,
    total,
    (list) => list.count(),
  );
  const judgements = { description: LEANT_ON };
  resolved(
    connection,
    'judgements',
    () => [judgementClass.type],
    judgements,
    (list) => list.leantOn(),
  );
  const known = { description: KNOWN_IN, nullable: true };
  plain(
    connection,
    'knownIn',
    () => Int,
    known,
    (list) => list.knownIn,
  );
  return connection;
}

/** What the field `judgements` of an answer says. */
export const LEANT_ON =
  'The judgements that the answer leans on, by key: those by which several entities were treated as one that were asked about, or met ' +
  'on the way to the answer. Empty with `identity: STRICT`.';

const KNOWN_IN =
  'The number of the changeset after which the graph was read; all pages of a list of facts see the same. Null for a list that is read as it is now.';

/** Counting reads the whole list, so it costs more than a field that is merely read. */
const COUNT_COST = 10;

/** Gives a class the name of its GraphQL type, for error messages. */
export function named<Class extends object>(name: string, type: Class): Class {
  Object.defineProperty(type, 'name', { value: name });
  return type;
}
