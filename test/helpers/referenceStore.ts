import { ConfrereError } from '../../src/errors.js';
import type {
  ChangesetRecord,
  EntityRecord,
  FactRecord,
  JudgementRecord,
  Ontology,
  SourceRecord,
} from '../../src/ontology/index.js';
import type { AuditItem, StoredText } from '../../src/store/audit.js';
import {
  checkEntityFilter,
  checkFactFilter,
  checkKeys,
  checkPage,
  checkParents,
} from '../../src/store/bounds.js';
import type { ChangesetDraft } from '../../src/store/changeset.js';
import { deriveEntity, deriveFact, digestOf, recordText } from '../../src/store/derive.js';
import type {
  EntityFilter,
  EntityOrder,
  FactFilter,
  FactOrder,
  LinkFilter,
  Page,
  Parent,
  SourceOrder,
  Store,
} from '../../src/store/port.js';
import { settle } from '../../src/store/settle.js';
import {
  byTextOf,
  entityPlace,
  factPlace,
  fitsEntity,
  fitsFact,
  isPlayed,
  slice,
} from './referenceFilters.js';

/** What outlives a store that is closed: the records by key, each as a list of revisions, the newest last. */
export class Kept {
  readonly changesets: ChangesetRecord[] = [];
  readonly sources = new Map<string, SourceRecord[]>();
  readonly entities = new Map<string, EntityRecord[]>();
  readonly facts = new Map<string, FactRecord[]>();
  readonly judgements = new Map<string, JudgementRecord[]>();

  clear(): void {
    this.changesets.splice(0);
    [this.sources, this.entities, this.facts, this.judgements].forEach((records) => records.clear());
  }
}

/**
 * The port as its comments define it, with nothing clever: every question runs over all records. What it answers is
 * what a store must answer.
 */
export class ReferenceStore implements Store {
  readonly kind = 'embedded';
  readonly location = 'nowhere but in memory';

  private closed = false;

  constructor(
    private readonly ontology: Ontology,
    private readonly kept = new Kept(),
  ) {}

  async sources(keys: readonly string[]) {
    return this.byKey(keys, newest(this.kept.sources));
  }

  async entities(keys: readonly string[]) {
    return this.byKey(keys, newest(this.kept.entities));
  }

  async facts(keys: readonly string[]) {
    return this.byKey(keys, newest(this.kept.facts));
  }

  async judgements(keys: readonly string[]) {
    return this.byKey(keys, newest(this.kept.judgements));
  }

  async judgementsOf(entities: readonly string[]) {
    this.refuseWhenClosed();
    checkKeys(entities);
    const standing = [...newest(this.kept.judgements).values()].filter(
      (judgement) => judgement.droppedIn === undefined,
    );
    return entities.map((entity) =>
      standing.filter((judgement) => judgement.entities.includes(entity)).sort(byTextOf(({ key }) => key)),
    );
  }

  async findSources(page: Page<SourceOrder>) {
    this.refuseWhenClosed();
    checkPage(page);
    return slice([...newest(this.kept.sources).values()], ({ key }) => key, page);
  }

  async countSources() {
    this.refuseWhenClosed();
    return this.kept.sources.size;
  }

  async findEntities(filter: EntityFilter, page: Page<EntityOrder>) {
    this.refuseWhenClosed();
    checkEntityFilter(filter);
    checkPage(page);
    return slice(this.entitiesThat(filter), entityPlace(page.order), page);
  }

  async countEntities(filter: EntityFilter) {
    this.refuseWhenClosed();
    checkEntityFilter(filter);
    return this.entitiesThat(filter).length;
  }

  async linkedTo(parents: readonly Parent[], filter: LinkFilter, page: Page<EntityOrder>) {
    this.refuseWhenClosed();
    checkParents(parents);
    checkPage(page);
    return parents.map((parent) =>
      slice(this.entitiesLinkedTo(parent, filter), entityPlace(page.order), page),
    );
  }

  async countLinkedTo(parents: readonly Parent[], filter: LinkFilter) {
    this.refuseWhenClosed();
    checkParents(parents);
    return parents.map((parent) => this.entitiesLinkedTo(parent, filter).length);
  }

  async findFacts(filter: FactFilter, page: Page<FactOrder>) {
    this.refuseWhenClosed();
    checkFactFilter(filter);
    checkPage(page);
    return slice(this.factsThat(filter), factPlace(page.order), page);
  }

  async countFacts(filter: FactFilter) {
    this.refuseWhenClosed();
    checkFactFilter(filter);
    return this.factsThat(filter).length;
  }

  async factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ) {
    this.refuseWhenClosed();
    checkFactFilter(filter, parents);
    checkPage(page);
    return parents.map((parent) =>
      slice(this.factsPlayedBy(parent, roles, filter), factPlace(page.order), page),
    );
  }

  async countFactsOf(parents: readonly Parent[], roles: readonly string[] | undefined, filter: FactFilter) {
    this.refuseWhenClosed();
    checkFactFilter(filter, parents);
    return parents.map((parent) => this.factsPlayedBy(parent, roles, filter).length);
  }

  async apply(draft: ChangesetDraft) {
    this.refuseWhenClosed();
    const settled = settle(
      draft,
      {
        latest: this.kept.changesets.at(-1) ?? null,
        sources: newest(this.kept.sources),
        entities: newest(this.kept.entities),
        facts: newest(this.kept.facts),
        judgements: newest(this.kept.judgements),
      },
      this.ontology,
    );
    this.kept.changesets.push(settled.changeset);
    settled.sources.forEach((record) => add(this.kept.sources, record));
    settled.entities.forEach((record) => add(this.kept.entities, record));
    settled.facts.forEach((record) => add(this.kept.facts, record));
    settled.judgements.forEach((record) => add(this.kept.judgements, record));
    return settled.changeset;
  }

  async version() {
    this.refuseWhenClosed();
    return this.kept.changesets.length;
  }

  async changesets(numbers: readonly number[]) {
    this.refuseWhenClosed();
    checkKeys(numbers);
    return numbers.map((number) => this.kept.changesets.find((record) => record.number === number) ?? null);
  }

  async *audit(): AsyncIterable<AuditItem> {
    this.refuseWhenClosed();
    for (const record of this.kept.changesets) {
      yield { record: 'changeset', ...stored(String(record.number), record) };
    }
    for (const record of sorted(newest(this.kept.entities).values())) {
      yield { record: 'entity', ...stored(record.key, record), row: deriveEntity(record) };
    }
    for (const record of earlier(this.kept.entities)) {
      yield { record: 'entityRevision', revision: record.revision, ...stored(record.key, record) };
    }
    for (const record of sorted(newest(this.kept.facts).values())) {
      yield { record: 'fact', ...stored(record.key, record), row: deriveFact(record) };
    }
    for (const record of sorted(newest(this.kept.judgements).values())) {
      yield { record: 'judgement', ...stored(record.key, record) };
    }
    for (const record of sorted(newest(this.kept.sources).values())) {
      yield { record: 'source', ...stored(record.key, record) };
    }
    for (const record of earlier(this.kept.sources)) {
      yield { record: 'sourceRevision', revision: record.revision, ...stored(record.key, record) };
    }
  }

  async health() {
    this.refuseWhenClosed();
  }

  async close() {
    this.closed = true;
  }

  private async byKey<Item>(keys: readonly string[], records: ReadonlyMap<string, Item>) {
    this.refuseWhenClosed();
    checkKeys(keys);
    return keys.map((key) => records.get(key) ?? null);
  }

  private entitiesThat(filter: EntityFilter): EntityRecord[] {
    return [...newest(this.kept.entities).values()].filter((entity) => fitsEntity(entity, filter));
  }

  private entitiesLinkedTo(parent: Parent, { relation, kinds }: LinkFilter): EntityRecord[] {
    return this.entitiesThat({ ...(kinds === undefined ? {} : { kinds }) }).filter((entity) =>
      entity.relations.some((link) => link.relation === relation && parent.includes(link.to)),
    );
  }

  private factsThat(filter: FactFilter): FactRecord[] {
    return [...newest(this.kept.facts).values()].filter((fact) => fitsFact(fact, filter));
  }

  private factsPlayedBy(parent: Parent, roles: readonly string[] | undefined, filter: FactFilter) {
    return this.factsThat(filter).filter((fact) => isPlayed(fact, parent, roles));
  }

  private refuseWhenClosed(): void {
    if (this.closed) throw new ConfrereError('STORE_UNAVAILABLE', 'The store is closed.');
  }
}

function newest<Item>(records: ReadonlyMap<string, readonly Item[]>): Map<string, Item> {
  return new Map(
    [...records].flatMap(([key, list]) => list.slice(-1).map((record) => [key, record] as const)),
  );
}

/** Written as text and read back, as a store does; nobody's later change reaches the record. */
function add<Item extends { key: string }>(records: Map<string, Item[]>, record: Item): void {
  const copy = frozen(JSON.parse(recordText(record)) as Item);
  records.set(record.key, [...(records.get(record.key) ?? []), copy]);
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** All revisions but the newest of each, by key. */
function earlier<Item extends { key: string }>(records: ReadonlyMap<string, readonly Item[]>): Item[] {
  return sorted([...records.values()].flatMap((list) => list.slice(0, -1)));
}

function sorted<Item extends { key: string }>(records: Iterable<Item>): Item[] {
  return [...records].sort(byTextOf(({ key }) => key));
}

function stored(key: string, record: object): StoredText {
  const text = recordText(record);
  return { key, text, digest: digestOf(text) };
}
