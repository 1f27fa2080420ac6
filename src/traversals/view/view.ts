import { entityAsJudged, factAsJudged } from '../../ontology/index.js';
import type {
  Clusters,
  EntityRecord,
  FactRecord,
  Identity,
  JudgementRecord,
  SourceRecord,
} from '../../ontology/index.js';
import { KEYS_MAXIMUM } from '../../store/port.js';
import type {
  EntityFilter,
  EntityOrder,
  FactFilter,
  FactOrder,
  LinkFilter,
  Page,
  Parent,
  Slice,
  Store,
} from '../../store/port.js';
import { ClusteredLists } from './identity/clusteredLists.js';
import type { KnownJudgements } from './identity/judgements.js';
import { Leaning } from './identity/leaning.js';
import type { Standpoint } from './standpoint.js';
import type { StrictView } from './strict.js';

/**
 * The graph as one question sees it: from a standpoint, and with one entity for each cluster of those that it treats as
 * one. What comes out names such a cluster by the key that stands for it; what goes in may name any of its keys.
 */
export class View implements Standpoint {
  private readonly lists: ClusteredLists;

  constructor(
    /** The same graph with every key for itself. */
    readonly strict: StrictView,
    readonly identity: Identity,
    private readonly judged: KnownJudgements,
    readonly clusters: Clusters,
    /** What the answers lean on, where somebody wants to know. */
    readonly leaning: Leaning | null = null,
  ) {
    this.lists = new ClusteredLists(strict, clusters, (keys) => this.entities(keys));
  }

  get store(): Store {
    return this.strict.store;
  }

  get knownIn(): number {
    return this.strict.knownIn;
  }

  get withoutSources(): readonly string[] {
    return this.strict.withoutSources;
  }

  /** Aborted when nobody waits for the answer any more. */
  get signal(): AbortSignal | undefined {
    return this.strict.signal;
  }

  /** The same view, for one question that is to say what it leans on. */
  noting(): View & { readonly leaning: Leaning } {
    const leaning = new Leaning(this.clusters);
    return new View(this.strict, this.identity, this.judged, this.clusters, leaning) as View & {
      leaning: Leaning;
    };
  }

  /** The same view, for what may be read in vain: whoever takes it in says so by `meetFacts`. */
  get unnoted(): View {
    return this.leaning === null ? this : new View(this.strict, this.identity, this.judged, this.clusters);
  }

  meetFacts(facts: readonly FactRecord[]): void {
    this.leaning?.meetFacts(facts);
  }

  /** The keys that stand for these, each once, in the order in which they come first. */
  canonicals(keys: readonly string[]): string[] {
    this.leaning?.meet(keys);
    return this.clusters.canonicals(keys);
  }

  /** The entities with these keys, in the order asked, each under the key that stands for it; null where there was none. */
  async entities(keys: readonly string[]): Promise<(EntityRecord | null)[]> {
    const { clusters, strict } = this;
    if (clusters.isEmpty) return await strict.entities(keys);
    this.leaning?.meet(keys);
    const members = new Map<string, EntityRecord>();
    for (const some of inCalls([...clusters.widened(keys)])) {
      for (const record of await strict.entities(some)) if (record !== null) members.set(record.key, record);
    }
    const merged = new Map<string, EntityRecord | null>();
    return keys.map((key) => {
      const canonical = clusters.canonical(key);
      const known = merged.get(canonical);
      if (known !== undefined) return known;
      const found = clusters.members(canonical).flatMap((member) => members.get(member) ?? []);
      const record = entityAsJudged(found, clusters);
      // That something lies in a country may rest on what was judged of the country.
      this.leaning?.meet(record?.relations.map(({ to }) => to) ?? []);
      merged.set(canonical, record);
      return record;
    });
  }

  /** The entity with this key where it need not be waited for; undefined tells nothing. */
  entityAtHand(key: string): EntityRecord | undefined {
    return this.clusters.isEmpty ? this.strict.entityAtHand(key) : undefined;
  }

  /** The source with this key where it need not be waited for; undefined tells nothing. */
  sourceAtHand(key: string): SourceRecord | undefined {
    return this.strict.sourceAtHand(key);
  }

  /** The sources with these keys, in the order asked; null where there was none. Those left out are still there to read. */
  sources(keys: readonly string[]): Promise<(SourceRecord | null)[]> {
    return this.strict.sources(keys);
  }

  /** The judgements with these keys, in the order asked, as they stood; null where there was none. */
  judgements(keys: readonly string[]): Promise<(JudgementRecord | null)[]> {
    return this.strict.judgements(keys);
  }

  /** The keys, sorted, of the judgements that stood and name one of these entities or any that is one with it. */
  judgementsNaming(entities: readonly string[]): Promise<string[]> {
    return this.judged.naming(this.clusters.widened(entities));
  }

  /** Which keys were judged the same, whatever the question treats as one. */
  judgedSame(): Promise<Clusters> {
    return this.judged.clustersOf('JUDGED');
  }

  /** The facts with these keys, in the order asked; null where there was none, or nobody else said so. */
  async facts(keys: readonly string[]): Promise<(FactRecord | null)[]> {
    const records = await this.strict.facts(keys);
    return records.map((record) => (record === null ? null : this.turned(record)));
  }

  async findFacts(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>> {
    return this.turnedSlice(await this.strict.findFacts(this.widened(filter), page));
  }

  /** The keys of the facts that fit, as the port’s `findFactKeys`. */
  findFactKeys(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<string>> {
    return this.strict.findFactKeys(this.widened(filter), page);
  }

  countFacts(filter: FactFilter): Promise<number> {
    return this.strict.countFacts(this.widened(filter));
  }

  /** For each parent the facts in which it plays one of `roles`, as the port’s `factsOf`. */
  async factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]> {
    const slices = await this.strict.factsOf(this.widenedParents(parents), roles, this.widened(filter), page);
    return slices.map((slice) => this.turnedSlice(slice));
  }

  countFactsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    return this.strict.countFactsOf(this.widenedParents(parents), roles, this.widened(filter));
  }

  /** For each parent who of these kinds takes part in its facts with it, as the port’s `companionsOf`. */
  async companionsOf(
    parents: readonly Parent[],
    kinds: readonly string[],
    filter: FactFilter,
  ): Promise<(string[] | null)[]> {
    const found = await this.strict.companionsOf(this.widenedParents(parents), kinds, this.widened(filter));
    return found.map((keys) => keys && this.clusters.canonicals(keys).sort());
  }

  /** For each parent the entities whose relation leads to it, as the port’s `linkedTo`. */
  async linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    this.leaning?.meet(parents.flat());
    const slices = await this.lists.linkedTo(this.widenedParents(parents), filter, page);
    for (const { items } of slices) this.leaning?.meet(items.map(({ item }) => item.key));
    return slices;
  }

  countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]> {
    return this.lists.countLinkedTo(this.widenedParents(parents), filter);
  }

  /** The entities that fit by what their newest revisions say, as the port’s `findEntities`. */
  async findEntities(filter: EntityFilter, page: Page<EntityOrder>): Promise<Slice<EntityRecord>> {
    const slice = await this.lists.findEntities(filter, page);
    this.leaning?.meet(slice.items.map(({ item }) => item.key));
    return slice;
  }

  countEntities(filter: EntityFilter): Promise<number> {
    return this.lists.countEntities(filter);
  }

  private widened(filter: FactFilter): FactFilter {
    const { participants } = filter;
    if (this.clusters.isEmpty || participants === undefined) return filter;
    return {
      ...filter,
      participants: participants.map((condition) => ({
        ...condition,
        entities: this.clusters.widened(condition.entities),
      })),
    };
  }

  private widenedParents(parents: readonly Parent[]): readonly Parent[] {
    return this.clusters.isEmpty ? parents : parents.map((parent) => this.clusters.widened(parent));
  }

  private turned(record: FactRecord): FactRecord {
    if (this.clusters.isEmpty) return record;
    const turned = factAsJudged(record, this.clusters);
    this.leaning?.meetFacts([turned]);
    return turned;
  }

  private turnedSlice({ items, hasMore }: Slice<FactRecord>): Slice<FactRecord> {
    if (this.clusters.isEmpty) return { items, hasMore };
    return { items: items.map(({ item, orderKey }) => ({ item: this.turned(item), orderKey })), hasMore };
  }
}

function* inCalls(keys: readonly string[]): Generator<readonly string[]> {
  for (let start = 0; start < keys.length; start += KEYS_MAXIMUM)
    yield keys.slice(start, start + KEYS_MAXIMUM);
}
