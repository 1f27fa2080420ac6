import { entityWithout, factAsKnown, factWithout, judgementAsKnown } from '../../ontology/index.js';
import type { EntityRecord, FactRecord, JudgementRecord, SourceRecord } from '../../ontology/index.js';
import type {
  EntityFilter,
  EntityOrder,
  FactFilter,
  FactOrder,
  LinkFilter,
  Ordered,
  Page,
  Parent,
  Slice,
  Store,
} from '../../store/port.js';
import { LinksAsKnown } from './links.js';
import type { Standpoint } from './standpoint.js';

/**
 * The graph as its sources speak of it, from one standpoint: as it stood after one changeset, and as if some sources did
 * not exist. However many calls a question takes and whatever is written meanwhile, they all see the same.
 */
export class StrictView implements Standpoint {
  private readonly without: ReadonlySet<string>;
  private readonly links: LinksAsKnown;

  constructor(
    readonly store: Store,
    readonly knownIn: number,
    readonly withoutSources: readonly string[] = [],
    /** Aborted when nobody waits for the answer any more. */
    readonly signal?: AbortSignal,
    /** Which store it was when the view was opened, where it has a memory; see `Horizon`. */
    readonly ofStore = 0,
  ) {
    this.without = new Set(withoutSources);
    this.links = new LinksAsKnown(store, this, (keys) => this.entities(keys));
  }

  /** The entities with these keys, in the order asked; null where there was none. */
  async entities(keys: readonly string[]): Promise<(EntityRecord | null)[]> {
    const records = await this.store.entities(keys, this.knownIn);
    return records.map((record) => (record === null ? null : this.trimmed(record)));
  }

  /** The entity with this key where it need not be waited for; undefined tells nothing. */
  entityAtHand(key: string): EntityRecord | undefined {
    const record = this.store.entityAtHand?.(key, this.knownIn);
    return record && this.trimmed(record);
  }

  /** The source with this key where it need not be waited for; undefined tells nothing. */
  sourceAtHand(key: string): SourceRecord | undefined {
    return this.store.sourceAtHand?.(key, this.knownIn);
  }

  /** The sources with these keys, in the order asked; null where there was none. Those left out are still there to read. */
  sources(keys: readonly string[]): Promise<(SourceRecord | null)[]> {
    return this.store.sources(keys, this.knownIn);
  }

  /** The facts with these keys, in the order asked; null where there was none, or nobody else said so. */
  async facts(keys: readonly string[]): Promise<(FactRecord | null)[]> {
    const records = await this.store.facts(keys, this.knownIn);
    return records.map((record) => (record === null ? null : this.turned(record)));
  }

  /** The judgements with these keys, in the order asked, as they stood; null where there was none. */
  async judgements(keys: readonly string[]): Promise<(JudgementRecord | null)[]> {
    const records = await this.store.judgements(keys);
    return records.map((record) => (record === null ? null : judgementAsKnown(record, this.knownIn)));
  }

  async findFacts(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>> {
    return this.turnedSlice(await this.store.findFacts(this.placed(filter), page));
  }

  /** The keys of the facts that fit, as the port’s `findFactKeys`. */
  findFactKeys(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<string>> {
    return this.store.findFactKeys(this.placed(filter), page);
  }

  countFacts(filter: FactFilter): Promise<number> {
    return this.store.countFacts(this.placed(filter));
  }

  /** For each parent the facts in which it plays one of `roles`, as the port’s `factsOf`. */
  async factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]> {
    const slices = await this.store.factsOf(parents, roles, this.placed(filter), page);
    return slices.map((slice) => this.turnedSlice(slice));
  }

  countFactsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    return this.store.countFactsOf(parents, roles, this.placed(filter));
  }

  /** For each parent who of these kinds takes part in its facts with it, as the port’s `companionsOf`. */
  companionsOf(
    parents: readonly Parent[],
    kinds: readonly string[],
    filter: FactFilter,
  ): Promise<(string[] | null)[]> {
    return this.store.companionsOf(parents, kinds, this.placed(filter));
  }

  /** For each parent the entities whose relation leads to it, as the port’s `linkedTo`. */
  linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    return this.links.linkedTo(parents, filter, page);
  }

  countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]> {
    return this.links.countLinkedTo(parents, filter);
  }

  /** The entities that fit by what their newest revisions say, as the port’s `findEntities`. */
  async findEntities(filter: EntityFilter, page: Page<EntityOrder>): Promise<Slice<EntityRecord>> {
    return await this.store.findEntities(filter, page);
  }

  countEntities(filter: EntityFilter): Promise<number> {
    return this.store.countEntities(filter);
  }

  private trimmed(record: EntityRecord): EntityRecord {
    return this.without.size === 0 ? record : entityWithout(record, this.without);
  }

  private placed(filter: FactFilter): FactFilter {
    const placed = { ...filter, knownIn: this.knownIn };
    if (this.without.size === 0) return placed;
    const { sources } = filter;
    return {
      ...placed,
      withoutSources: this.withoutSources,
      // That a source which does not exist says so is true of no fact, whoever else says it.
      ...(sources === undefined ? {} : { sources: sources.filter((key) => !this.without.has(key)) }),
    };
  }

  private turned(record: FactRecord): FactRecord | null {
    const known = factAsKnown(record, this.knownIn);
    return known === null || this.without.size === 0 ? known : factWithout(known, this.without);
  }

  private turnedSlice({ items, hasMore }: Slice<FactRecord>): Slice<FactRecord> {
    return {
      // The store has found each of them by its filter, so that none is lost here.
      items: items.flatMap(({ item, orderKey }): Ordered<FactRecord>[] => {
        const turned = this.turned(item);
        return turned === null ? [] : [{ item: turned, orderKey }];
      }),
      hasMore,
    };
  }
}
