import { entityAsJudged } from '../../ontology/index.js';
import type { Clusters, EntityRecord } from '../../ontology/index.js';
import { KEYS_MAXIMUM, PAGE_MAXIMUM } from '../../store/port.js';
import type {
  EntityFilter,
  EntityOrder,
  LinkFilter,
  Ordered,
  Page,
  Parent,
  Slice,
} from '../../store/port.js';
import { FIRST_BY_KEY, linkedTo, pagesOf } from './everything.js';
import type { StrictView } from './strict.js';

/** A list of entities, each for itself, and the same list with only some keys in it. */
interface StrictList {
  page(page: Page<EntityOrder>): Promise<Slice<EntityRecord>>;
  among(keys: readonly string[]): (page: Page<'KEY'>) => Promise<Slice<EntityRecord>>;
  /** Whether an entity of several that is in the list by one of them is in it as a whole; each is where left out. */
  holds?: (judged: EntityRecord) => boolean;
}

/**
 * Lists of entities in which a cluster stands once: in the place of its first member that is in the list, whichever way
 * the list is run through. What is read beside the page itself goes by the clusters that are met on it.
 */
export class ClusteredLists {
  constructor(
    private readonly strict: StrictView,
    private readonly clusters: Clusters,
    /** Reads entities as they are judged. */
    private readonly entities: (keys: readonly string[]) => Promise<(EntityRecord | null)[]>,
  ) {}

  async findEntities(filter: EntityFilter, page: Page<EntityOrder>): Promise<Slice<EntityRecord>> {
    if (this.clusters.isEmpty) return await this.strict.findEntities(filter, page);
    return await this.distinct(this.entityList(filter), page);
  }

  async countEntities(filter: EntityFilter): Promise<number> {
    const count = await this.strict.countEntities(filter);
    return count < 2 ? count : count - (await this.repeatsIn(this.entityList(filter)));
  }

  async linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    if (this.clusters.isEmpty) return await this.strict.linkedTo(parents, filter, page);
    const slices = await this.strict.linkedTo(parents, filter, oneMore(page));
    return await Promise.all(
      slices.map((slice, index) => this.distinct(this.linkList(parents[index] ?? [], filter), page, slice)),
    );
  }

  async countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]> {
    const counts = await this.strict.countLinkedTo(parents, filter);
    if (this.clusters.isEmpty) return counts;
    return await Promise.all(
      counts.map(async (count, index) =>
        count === 0 ? 0 : count - (await this.repeatsIn(this.linkList(parents[index] ?? [], filter))),
      ),
    );
  }

  private entityList(filter: EntityFilter): StrictList {
    return {
      page: (page) => this.strict.findEntities(filter, page),
      among: (keys) => (page) => this.strict.findEntities({ ...filter, keys }, page),
    };
  }

  private linkList(parent: Parent, filter: LinkFilter): StrictList {
    return {
      page: async (page) => (await this.strict.linkedTo([parent], filter, page))[0] ?? NOTHING,
      among: (keys) => linkedTo(this.strict, parent, { ...filter, keys }),
      // What leads from one member to another leads nowhere.
      holds: ({ relations }) =>
        relations.some(({ relation, to }) => relation === filter.relation && parent.includes(to)),
    };
  }

  /** `first` is the first page of one more than is asked for, where it was read already. */
  private async distinct(
    list: StrictList,
    page: Page<EntityOrder>,
    first?: Slice<EntityRecord>,
  ): Promise<Slice<EntityRecord>> {
    const kept: Ordered<EntityRecord>[] = [];
    let slice = first ?? (await list.page(oneMore(page)));
    for (;;) {
      kept.push(...(await this.asJudged(await this.firstOfTheirs(slice.items, list), list)));
      const last = slice.items.at(-1);
      if (kept.length > page.limit || !slice.hasMore || last === undefined) break;
      slice = await list.page({ ...oneMore(page), after: last.orderKey });
    }
    return {
      items: kept.slice(0, page.limit),
      hasMore: kept.length > page.limit || slice.hasMore,
    };
  }

  /** Without the members of clusters of which an earlier member is in the list. */
  private async firstOfTheirs(
    items: readonly Ordered<EntityRecord>[],
    list: StrictList,
  ): Promise<readonly Ordered<EntityRecord>[]> {
    const keys = items.map(({ item }) => item.key);
    const members = this.clusters.widened(keys);
    if (members === keys) return items;
    const listed = new Set<string>();
    for (const some of inBatches(members)) {
      for await (const page of pagesOf(list.among(some), FIRST_BY_KEY))
        for (const { key } of page) listed.add(key);
    }
    return items.filter(
      ({ item }) => this.clusters.members(item.key).find((key) => listed.has(key)) === item.key,
    );
  }

  private async asJudged(
    items: readonly Ordered<EntityRecord>[],
    { holds }: StrictList,
  ): Promise<Ordered<EntityRecord>[]> {
    const keys = items.map(({ item }) => item.key).filter((key) => this.clusters.has(key));
    const records = keys.length === 0 ? [] : await this.entities(keys);
    const merged = new Map(keys.map((key, index) => [key, records[index]]));
    return items.flatMap(({ item, orderKey }) => {
      const judged = merged.get(item.key);
      if (judged == null) return [{ item: entityAsJudged([item], this.clusters) ?? item, orderKey }];
      return holds?.(judged) === false ? [] : [{ item: judged, orderKey }];
    });
  }

  /** How many of a list are one with another of it that is counted already, or do not belong to it as a whole. */
  private async repeatsIn(list: StrictList): Promise<number> {
    let count = 0;
    const seen = new Set<string>();
    for (const some of inBatches([...this.clusters.keys])) {
      for await (const page of pagesOf(list.among(some), FIRST_BY_KEY)) {
        count += page.length;
        for (const { key } of page) seen.add(this.clusters.canonical(key));
      }
    }
    if (list.holds === undefined || seen.size === 0) return count - seen.size;
    const judged = await this.entities([...seen]);
    return count - judged.filter((record) => record !== null && list.holds?.(record)).length;
  }
}

const NOTHING: Slice<EntityRecord> = { items: [], hasMore: false };

/** So that there is something to tell whether more follows, however many of the page are left out. */
function oneMore(page: Page<EntityOrder>): Page<EntityOrder> {
  return { ...page, limit: Math.min(PAGE_MAXIMUM, page.limit + 1) };
}

/** A call may name more keys beside these. */
const BATCH = KEYS_MAXIMUM / 4;

function* inBatches(keys: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < keys.length; start += BATCH) yield keys.slice(start, start + BATCH);
}
