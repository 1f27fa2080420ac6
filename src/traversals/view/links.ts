import { entityWithout } from '../../ontology/index.js';
import type { EntityRecord } from '../../ontology/index.js';
import { entityOrderKey } from '../../store/derive.js';
import type { EntityOrder, LinkFilter, Ordered, Page, Parent, Slice, Store } from '../../store/port.js';
import type { Standpoint } from './standpoint.js';
import { everything, linkedTo } from './everything.js';

/**
 * Relations as they stood. A store finds entities by the relations of their newest revision; where entities were revised
 * since, or where a relation may rest on a source that is taken not to exist, the lists are made up here.
 */
export class LinksAsKnown {
  private read: { version: number; revised: Promise<Revised> } | undefined;

  /** `entities` reads the entities as they stood. */
  constructor(
    private readonly store: Store,
    private readonly standpoint: Standpoint,
    private readonly entities: (keys: readonly string[]) => Promise<(EntityRecord | null)[]>,
  ) {}

  async linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    const asTheyWere = await this.ifUnrevised(() => this.store.linkedTo(parents, filter, page));
    if (asTheyWere !== null) return asTheyWere;
    const lists = await this.lists(parents, filter);
    return lists.map((list) => pageOf(list, page));
  }

  async countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]> {
    const asTheyWere = await this.ifUnrevised(() => this.store.countLinkedTo(parents, filter));
    return asTheyWere ?? (await this.lists(parents, filter)).map(({ length }) => length);
  }

  /** What the store answers where it is about the relations as they stood; null where it is not. */
  private async ifUnrevised<Answer>(ask: () => Promise<Answer>): Promise<Answer | null> {
    if (this.standpoint.withoutSources.length > 0) return null;
    const answer = await ask();
    return (await this.revisedSince()).keys.size === 0 ? answer : null;
  }

  private async lists(parents: readonly Parent[], filter: LinkFilter): Promise<EntityRecord[][]> {
    const now: EntityRecord[][] = [];
    for (const parent of parents) now.push(await everything(linkedTo(this.store, parent, filter)));
    const { keys, earlier } = await this.revisedSince();
    const without = new Set(this.standpoint.withoutSources);
    return parents.map((parent, index) => {
      const unrevised = (now[index] ?? []).filter(({ key }) => !keys.has(key));
      const standing = [...unrevised.map((each) => entityWithout(each, without)), ...earlier];
      return standing.filter((entity) => leadsTo(entity, parent, filter));
    });
  }

  /** Asked after the lists were read: what was revised while they were is among it. */
  private async revisedSince(): Promise<Revised> {
    const version = await this.store.version();
    if (this.read?.version !== version) this.read = { version, revised: this.readRevised(version) };
    return await this.read.revised;
  }

  private async readRevised(version: number): Promise<Revised> {
    const { knownIn } = this.standpoint;
    const keys = version === knownIn ? [] : await this.store.entitiesRevisedSince(knownIn);
    const records = keys.length === 0 ? [] : await this.entities(keys);
    return { keys: new Set(keys), earlier: records.filter((record) => record !== null) };
  }
}

/** The entities that were revised since: all their keys, and the revisions that stood; of a later one there is none. */
interface Revised {
  keys: ReadonlySet<string>;
  earlier: readonly EntityRecord[];
}

function leadsTo({ kind, relations }: EntityRecord, parent: Parent, filter: LinkFilter): boolean {
  if (filter.kinds !== undefined && !filter.kinds.includes(kind)) return false;
  return relations.some(({ relation, to }) => relation === filter.relation && parent.includes(to));
}

function pageOf(
  entities: readonly EntityRecord[],
  { limit, order, descending, after, before }: Page<EntityOrder>,
): Slice<EntityRecord> {
  const isBehind = (one: string, other: string) => (descending ? one < other : one > other);
  const within = entities
    .map((item): Ordered<EntityRecord> => ({ item, orderKey: entityOrderKey(item, order) }))
    .filter(({ orderKey }) => after === undefined || isBehind(orderKey, after))
    .filter(({ orderKey }) => before === undefined || isBehind(before, orderKey))
    .sort((a, b) => (isBehind(a.orderKey, b.orderKey) ? 1 : -1));
  return { items: within.slice(0, limit), hasMore: within.length > limit };
}
