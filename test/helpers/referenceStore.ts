import { setImmediate } from 'node:timers/promises';
import { ConfrereError } from '../../src/errors.js';
import { entityWords, textWords } from '../../src/ontology/index.js';
import type { EntityRecord, FactRecord, Ontology } from '../../src/ontology/index.js';
import type { AuditItem } from '../../src/store/audit.js';
import {
  checkEntityFilter,
  checkFactFilter,
  checkKeys,
  checkKeyPage,
  checkPage,
  checkLinks,
  checkRevised,
  checkSourceFilter,
  checkWordSearches,
} from '../../src/store/bounds.js';
import type { ChangesetDraft } from '../../src/store/changeset.js';
import { deriveEntity, deriveFact, deriveSource } from '../../src/store/derive.js';
import { COMPANIONS_ROLES_MAXIMUM, WORDS_MAXIMUM } from '../../src/store/port.js';
import type {
  ChangePlace,
  EntityFilter,
  EntityOrder,
  FactFilter,
  FactOrder,
  LinkFilter,
  Page,
  Parent,
  SourceFilter,
  SourceOrder,
  Store,
  WordSearch,
  WordUse,
  WordsOf,
} from '../../src/store/port.js';
import { settle } from '../../src/store/settle.js';
import {
  entityPlace,
  factPlace,
  fitsEntity,
  fitsFact,
  fitsSource,
  fitsWord,
  isPlayed,
  slice,
  wordsOfSource,
} from './referenceFilters.js';
import { earlier, Kept, sorted, standing, stored } from './referenceRecords.js';
import type { Revisions } from './referenceRecords.js';

/**
 * The port as its comments define it, with nothing clever: every question runs over all records. What it answers is
 * what a store must answer.
 */
export class ReferenceStore implements Store {
  readonly kind = 'embedded';
  readonly location = 'nowhere but in memory';

  constructor(
    private readonly ontology: Ontology,
    private readonly kept = new Kept(),
    /** Shared with the stores for single questions, which are open as long as this one. */
    private readonly opening = { closed: false },
    private readonly signals: readonly AbortSignal[] = [],
  ) {}

  async sources(keys: readonly string[], knownIn?: number) {
    return this.byKey(keys, this.kept.sources, knownIn);
  }

  async entities(keys: readonly string[], knownIn?: number) {
    return this.byKey(keys, this.kept.entities, knownIn);
  }

  async facts(keys: readonly string[]) {
    return this.byKey(keys, this.kept.facts);
  }

  async judgements(keys: readonly string[]) {
    return this.byKey(keys, this.kept.judgements);
  }

  async judgementsSince(changeset: number, page: Page<'KEY'>) {
    await this.begin();
    checkPage(page);
    const changed = [...standing(this.kept.judgements).values()].filter(
      ({ recordedIn, droppedIn = 0 }) => recordedIn > changeset || droppedIn > changeset,
    );
    return slice(changed, ({ key }) => key, page);
  }

  async findSources(page: Page<SourceOrder>, filter: SourceFilter = {}) {
    await this.begin();
    checkPage(page);
    checkSourceFilter(filter);
    const found = [...standing(this.kept.sources).values()].filter((source) => fitsSource(source, filter));
    return slice(found, ({ key }) => key, page);
  }

  async countSources() {
    await this.begin();
    return this.kept.sources.size;
  }

  async findEntities(filter: EntityFilter, page: Page<EntityOrder>) {
    await this.begin();
    checkEntityFilter(filter);
    checkPage(page);
    return slice(this.entitiesThat(filter), entityPlace(page.order), page);
  }

  async countEntities(filter: EntityFilter) {
    await this.begin();
    checkEntityFilter(filter);
    return this.entitiesThat(filter).length;
  }

  async changesAfter({ changeset, key }: ChangePlace, limit: number) {
    await this.begin();
    checkPage({ limit });
    const { entities, facts, judgements, sources } = this.kept;
    return [
      ...[...standing(entities).values(), ...standing(sources).values()].map((record) => ({
        changeset: record.recordedIn,
        key: record.key,
      })),
      ...[...standing(facts).values()].map((fact) => ({
        changeset: deriveFact(fact).statusSince,
        key: fact.key,
      })),
      ...[...standing(judgements).values()].map(({ recordedIn, droppedIn, key: own }) => ({
        changeset: Math.max(recordedIn, droppedIn ?? 0),
        key: own,
      })),
    ]
      .filter((place) => place.changeset > changeset || (place.changeset === changeset && place.key > key))
      .sort((a, b) => a.changeset - b.changeset || (a.key < b.key ? -1 : 1))
      .slice(0, limit);
  }

  async findWords(searches: readonly WordSearch[], of: WordsOf = 'entities'): Promise<WordUse[][]> {
    await this.begin();
    checkWordSearches(searches);
    const counts = new Map<string, number>();
    for (const word of this.wordsOf(of)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const words = [...counts].map(([word, count]) => ({ word, count }));
    words.sort((a, b) => a.word.length - b.word.length || (a.word < b.word ? -1 : 1));
    return searches.map((search) =>
      words.filter(({ word }) => fitsWord(word, search)).slice(0, WORDS_MAXIMUM),
    );
  }

  async entitiesRevisedSince(changeset: number) {
    await this.begin();
    const newest = [...standing(this.kept.entities).values()];
    const keys = newest.filter(({ recordedIn }) => recordedIn > changeset).map(({ key }) => key);
    return checkRevised(keys.sort(), changeset);
  }

  async linkedTo(parents: readonly Parent[], filter: LinkFilter, page: Page<EntityOrder>) {
    await this.begin();
    checkLinks(parents, filter);
    checkPage(page);
    return parents.map((parent) =>
      slice(this.entitiesLinkedTo(parent, filter), entityPlace(page.order), page),
    );
  }

  async countLinkedTo(parents: readonly Parent[], filter: LinkFilter) {
    await this.begin();
    checkLinks(parents, filter);
    return parents.map((parent) => this.entitiesLinkedTo(parent, filter).length);
  }

  async findFacts(filter: FactFilter, page: Page<FactOrder>) {
    await this.begin();
    checkFactFilter(filter);
    checkPage(page);
    return slice(this.factsThat(filter), factPlace(page.order), page);
  }

  async findFactKeys(filter: FactFilter, page: Page<FactOrder>) {
    await this.begin();
    checkFactFilter(filter);
    checkKeyPage(page);
    const { items, hasMore } = slice(this.factsThat(filter), factPlace(page.order), page);
    return { items: items.map(({ item, orderKey }) => ({ item: item.key, orderKey })), hasMore };
  }

  async countFacts(filter: FactFilter) {
    await this.begin();
    checkFactFilter(filter);
    return this.factsThat(filter).length;
  }

  async factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ) {
    await this.begin();
    checkFactFilter(filter, parents);
    checkPage(page);
    return parents.map((parent) =>
      slice(this.factsPlayedBy(parent, roles, filter), factPlace(page.order), page),
    );
  }

  async countFactsOf(parents: readonly Parent[], roles: readonly string[] | undefined, filter: FactFilter) {
    await this.begin();
    checkFactFilter(filter, parents);
    return parents.map((parent) => this.factsPlayedBy(parent, roles, filter).length);
  }

  async companionsOf(parents: readonly Parent[], kinds: readonly string[], filter: FactFilter) {
    await this.begin();
    checkFactFilter(filter, parents);
    const kindOf = new Map([...standing(this.kept.entities).values()].map(({ key, kind }) => [key, kind]));
    return parents.map((parent) => {
      if (this.rolesPlayedBy(parent) > COMPANIONS_ROLES_MAXIMUM) return null;
      const players = this.factsPlayedBy(parent, undefined, filter).flatMap(({ participants }) =>
        participants.flatMap(({ entity }) => entity ?? []),
      );
      const others = players.filter((key) => !parent.includes(key) && kinds.includes(kindOf.get(key) ?? ''));
      return [...new Set(others)].sort();
    });
  }

  async apply(draft: ChangesetDraft) {
    await this.begin();
    const settled = settle(
      draft,
      {
        latest: this.kept.changesets.at(-1) ?? null,
        sources: standing(this.kept.sources),
        entities: standing(this.kept.entities),
        facts: standing(this.kept.facts),
        judgements: standing(this.kept.judgements),
      },
      this.ontology,
    );
    this.kept.add(settled);
    return settled.changeset;
  }

  async version() {
    await this.begin();
    return this.kept.changesets.length;
  }

  async changesets(numbers: readonly number[]) {
    await this.begin();
    checkKeys(numbers);
    return numbers.map((number) => this.kept.changesets.find((record) => record.number === number) ?? null);
  }

  async *audit(): AsyncIterable<AuditItem> {
    await this.begin();
    for (const item of this.items()) {
      yield item;
      await this.begin();
    }
  }

  during(signal: AbortSignal): Store {
    return new ReferenceStore(this.ontology, this.kept, this.opening, [...this.signals, signal]);
  }

  async health() {
    await this.begin();
  }

  async close() {
    if (this.signals.length === 0) this.opening.closed = true;
  }

  private *items(): Iterable<AuditItem> {
    for (const record of this.kept.changesets) {
      yield { record: 'changeset', ...stored(String(record.number), record) };
    }
    for (const record of sorted(standing(this.kept.entities).values())) {
      yield { record: 'entity', ...stored(record.key, record), row: deriveEntity(record) };
    }
    for (const record of earlier(this.kept.entities)) {
      yield { record: 'entityRevision', revision: record.revision, ...stored(record.key, record) };
    }
    for (const record of sorted(standing(this.kept.facts).values())) {
      yield { record: 'fact', ...stored(record.key, record), row: deriveFact(record) };
    }
    for (const record of sorted(standing(this.kept.judgements).values())) {
      yield { record: 'judgement', ...stored(record.key, record) };
    }
    for (const record of sorted(standing(this.kept.sources).values())) {
      yield { record: 'source', ...stored(record.key, record), row: deriveSource(record) };
    }
    for (const record of earlier(this.kept.sources)) {
      yield { record: 'sourceRevision', revision: record.revision, ...stored(record.key, record) };
    }
  }

  /** The words of each record of a sort, one record after the other. */
  private wordsOf(of: WordsOf): string[] {
    switch (of) {
      case 'entities':
        return [...standing(this.kept.entities).values()].flatMap(entityWords);
      case 'facts':
        return [...standing(this.kept.facts).values()].flatMap(({ statement }) => textWords([statement]));
      case 'sources':
        return [...standing(this.kept.sources).values()].flatMap(wordsOfSource);
    }
  }

  private async byKey<Item>(keys: readonly string[], records: Revisions<Item>, knownIn?: number) {
    await this.begin();
    checkKeys(keys);
    const known = standing(records, knownIn);
    return keys.map((key) => known.get(key) ?? null);
  }

  private entitiesThat(filter: EntityFilter): EntityRecord[] {
    return [...standing(this.kept.entities).values()].filter((entity) => fitsEntity(entity, filter));
  }

  private entitiesLinkedTo(parent: Parent, { relation, ...filter }: LinkFilter): EntityRecord[] {
    return this.entitiesThat(filter).filter((entity) =>
      entity.relations.some((link) => link.relation === relation && parent.includes(link.to)),
    );
  }

  private factsThat(filter: FactFilter): FactRecord[] {
    const now = standing(this.kept.facts);
    return [...standing(this.kept.facts, filter.knownIn).values()]
      .filter((then) => fitsFact(then, filter))
      .flatMap(({ key }) => now.get(key) ?? []);
  }

  private factsPlayedBy(parent: Parent, roles: readonly string[] | undefined, filter: FactFilter) {
    return this.factsThat(filter).filter((fact) => isPlayed(fact, parent, roles));
  }

  private rolesPlayedBy(parent: Parent): number {
    const roles = [...standing(this.kept.facts).values()].map(({ participants }) => {
      const played = participants.filter(({ entity }) => entity !== undefined && parent.includes(entity));
      return new Set(played.map(({ role, entity }) => `${role} ${entity}`)).size;
    });
    return roles.reduce((sum, count) => sum + count, 0);
  }

  private async begin(): Promise<void> {
    // An answer takes its time, so that a signal can be aborted while a call is under way.
    if (this.signals.length > 0) await setImmediate();
    this.signals.forEach((signal) => signal.throwIfAborted());
    if (this.opening.closed) throw new ConfrereError('STORE_UNAVAILABLE', 'The store is closed.');
  }
}
