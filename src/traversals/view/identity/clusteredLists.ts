import { entityAsJudged } from '../../../ontology/index.js';
import type { Clusters, EntityRecord } from '../../../ontology/index.js';
import { EMPTY_PAGE, FIRST_BY_KEY } from '../../../store/pages.js';
import { KEYS_MAXIMUM, PAGE_MAXIMUM } from '../../../store/port.js';
import type {
  EntityFilter,
  EntityOrder,
  LinkFilter,
  Ordered,
  Page,
  Parent,
  Slice,
} from '../../../store/port.js';
import type { StrictView } from '../strict.js';

/** Lists of entities, each for itself, one for each of some parents, or one alone; and the same lists with only some keys in them. */
interface StrictLists {
  pages(page: Page<EntityOrder>): Promise<readonly Slice<EntityRecord>[]>;
  among(keys: readonly string[], page: Page<'KEY'>): Promise<readonly Slice<EntityRecord>[]>;
  /** One of the lists. */
  only(index: number): StrictLists;
  /** Whether an entity of several that is in a list by one of them is in it as a whole; each is where left out. */
  holds?: (judged: EntityRecord, index: number) => boolean;
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
    const [slice] = await this.distinct(this.entityLists(filter), page);
    return slice ?? EMPTY_PAGE;
  }

  async countEntities(filter: EntityFilter): Promise<number> {
    const count = await this.strict.countEntities(filter);
    if (this.clusters.isEmpty) return count;
    const [repeats = 0] = await this.repeatsIn(this.entityLists(filter));
    return count - repeats;
  }

  async linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    if (this.clusters.isEmpty) return await this.strict.linkedTo(parents, filter, page);
    return await this.distinct(this.linkLists(parents, filter), page);
  }

  async countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]> {
    const counts = await this.strict.countLinkedTo(parents, filter);
    if (this.clusters.isEmpty) return counts;
    const repeats = await this.repeatsIn(this.linkLists(parents, filter));
    return counts.map((count, index) => count - (repeats[index] ?? 0));
  }

  private entityLists(filter: EntityFilter): StrictLists {
    const lists: StrictLists = {
      pages: async (page) => [await this.strict.findEntities(filter, page)],
      among: async (keys, page) => [await this.strict.findEntities({ ...filter, keys }, page)],
      only: () => lists,
    };
    return lists;
  }

  private linkLists(parents: readonly Parent[], filter: LinkFilter): StrictLists {
    return {
      pages: (page) => this.strict.linkedTo(parents, filter, page),
      among: (keys, page) => this.strict.linkedTo(parents, { ...filter, keys }, page),
      only: (index) => this.linkLists([parents[index] ?? []], filter),
      // What leads from one member to another leads nowhere.
      holds: ({ relations }, index) =>
        relations.some(
          ({ relation, to }) => relation === filter.relation && parents[index]?.includes(to) === true,
        ),
    };
  }

  /** `read` is how many items are read at once: one more than asked for tells whether more follow. */
  private async distinct(
    lists: StrictLists,
    page: Page<EntityOrder>,
    read = page.limit + 1,
  ): Promise<Slice<EntityRecord>[]> {
    const slices = await lists.pages({ ...page, limit: Math.min(PAGE_MAXIMUM, read) });
    const kept = await this.once(slices, lists);
    return await Promise.all(
      slices.map(async ({ items, hasMore }, index) => {
        const found = kept[index] ?? [];
        const last = items.at(-1);
        if (found.length > page.limit || !hasMore || last === undefined) {
          return { items: found.slice(0, page.limit), hasMore: found.length > page.limit };
        }
        // So much was left out that the page is not full, or that nothing tells whether more follows.
        const after = { ...page, limit: page.limit - found.length, after: last.orderKey };
        const [rest = EMPTY_PAGE] = await this.distinct(
          lists.only(index),
          after,
          Math.max(after.limit + 1, READ_ON),
        );
        return { items: [...found, ...rest.items], hasMore: rest.hasMore };
      }),
    );
  }

  /** The items of pages as they are judged, without members of clusters of which an earlier member is in the list. */
  private async once(
    slices: readonly Slice<EntityRecord>[],
    lists: StrictLists,
  ): Promise<Ordered<EntityRecord>[][]> {
    const keys = slices.flatMap(({ items }) => items.map(({ item }) => item.key));
    const met = [...new Set(keys.filter((key) => this.clusters.has(key)))];
    const records = met.length === 0 ? [] : await this.entities(met);
    const merged = new Map(met.map((key, index) => [key, records[index]]));
    const listed = await this.keysAmong(lists, slices.length, this.clusters.widened(met));
    return slices.map(({ items }, index) =>
      items.flatMap(({ item, orderKey }): Ordered<EntityRecord>[] => {
        const judged = merged.get(item.key);
        if (judged == null) return [{ item: entityAsJudged([item], this.clusters) ?? item, orderKey }];
        const first = this.clusters.members(item.key).find((key) => listed[index]?.has(key));
        return first === item.key && lists.holds?.(judged, index) !== false
          ? [{ item: judged, orderKey }]
          : [];
      }),
    );
  }

  /** For each list how many of it are one with another that is counted already, or do not belong to it as a whole. */
  private async repeatsIn(lists: StrictLists): Promise<number[]> {
    const listed = await this.keysAmong(lists, 0, [...this.clusters.keys]);
    const seen = listed.map((keys) => this.clusters.canonicals([...keys]));
    const { holds } = lists;
    if (holds === undefined) return listed.map(({ size }, index) => size - (seen[index]?.length ?? 0));
    const keys = [...new Set(seen.flat())];
    const records = keys.length === 0 ? [] : await this.entities(keys);
    const judged = new Map(keys.map((key, index) => [key, records[index]]));
    return listed.map(({ size }, index) => {
      const whole = seen[index]?.filter((key) => {
        const record = judged.get(key);
        return record != null && holds(record, index);
      });
      return size - (whole?.length ?? 0);
    });
  }

  /** Which of these keys are in each of the lists. */
  private async keysAmong(
    lists: StrictLists,
    count: number,
    keys: readonly string[],
  ): Promise<Set<string>[]> {
    const found = Array.from({ length: count }, () => new Set<string>());
    for (let start = 0; start < keys.length; start += BATCH) {
      const some = keys.slice(start, start + BATCH);
      const slices = await lists.among(some, FIRST_BY_KEY);
      for (const [index, first] of slices.entries()) {
        const into = (found[index] ??= new Set());
        for (let slice = first; ;) {
          for (const { item } of slice.items) into.add(item.key);
          const last = slice.items.at(-1);
          if (!slice.hasMore || last === undefined) break;
          [slice = EMPTY_PAGE] = await lists
            .only(index)
            .among(some, { ...FIRST_BY_KEY, after: last.orderKey });
        }
      }
    }
    return found;
  }
}

/** Where much of a page was left out, there is likely more of it. */
const READ_ON = 200;

/** A call may name more keys beside these. */
const BATCH = KEYS_MAXIMUM / 4;
