import type {
  ChangesetRecord,
  EntityRecord,
  FactRecord,
  JudgementRecord,
  Ontology,
  SourceRecord,
} from '../../ontology/index.js';
import type { AuditItem } from '../audit.js';
import {
  checkEntityFilter,
  checkFactFilter,
  checkKeyPage,
  checkKeys,
  checkPage,
  checkLinks,
  checkSourceFilter,
  checkWordSearches,
} from '../bounds.js';
import type { ChangesetDraft } from '../changeset.js';
import { decodePage } from '../decode.js';
import type {
  ChangePlace,
  EntityFilter,
  EntityOrder,
  FactFilter,
  FactOrder,
  LinkFilter,
  Page,
  Parent,
  Slice,
  SourceFilter,
  SourceOrder,
  Store,
  WordSearch,
  WordUse,
  WordsOf,
} from '../port.js';
import { auditGraph } from './audit/audit.js';
import type { Executor } from './executor.js';
import { lastVersion, publishedVersion, readAtRest } from './progress.js';
import {
  changesAfter,
  changesetsByNumber,
  keysRevisedSince,
  recordsByKey,
  revisionsByKey,
} from './records.js';
import { companionsOf } from './search/companions.js';
import { countOf } from './search/counts.js';
import { EntitySearch } from './search/entities.js';
import { FactSearch } from './search/facts.js';
import { pageOfSources } from './search/sources.js';
import { pageOf } from './search/pages.js';
import { startAtChange, startAtLabel } from './search/streams.js';
import { findWords } from './search/words.js';
import { LABEL } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.js';
import { applyDraft } from './write.js';

const HEALTH_TIMEOUT_MS = 2_500;
const NO_CONDITION = { texts: [], parameters: {} };

/** The store of record: a graph in Neo4j. See schema.ts for its form. */
export class Neo4jStore implements Store {
  readonly kind = 'neo4j';

  constructor(
    readonly location: string,
    private readonly executor: Executor,
    private readonly ontology: Ontology,
    private readonly vocabulary: Vocabulary,
  ) {}

  async sources(keys: readonly string[], knownIn?: number): Promise<(SourceRecord | null)[]> {
    checkKeys(keys);
    return knownIn === undefined
      ? await recordsByKey(this.openExecutor, LABEL.source, keys)
      : await revisionsByKey(this.openExecutor, LABEL.source, keys, knownIn);
  }

  async entities(keys: readonly string[], knownIn?: number): Promise<(EntityRecord | null)[]> {
    checkKeys(keys);
    return knownIn === undefined
      ? await recordsByKey(this.openExecutor, LABEL.entity, keys)
      : await revisionsByKey(this.openExecutor, LABEL.entity, keys, knownIn);
  }

  async facts(keys: readonly string[]): Promise<(FactRecord | null)[]> {
    checkKeys(keys);
    return await recordsByKey(this.openExecutor, LABEL.fact, keys);
  }

  async judgements(keys: readonly string[]): Promise<(JudgementRecord | null)[]> {
    checkKeys(keys);
    return await recordsByKey(this.openExecutor, LABEL.judgement, keys);
  }

  async judgementsSince(changeset: number, page: Page<'KEY'>): Promise<Slice<JudgementRecord>> {
    checkPage(page);
    const found = await readAtRest(this.openExecutor, (rows) =>
      pageOf({ rows }, startAtChange(changeset), NO_CONDITION, page),
    );
    return await decodePage(found, this.executor.demand);
  }

  async findSources(page: Page<SourceOrder>, filter: SourceFilter = {}): Promise<Slice<SourceRecord>> {
    checkPage(page);
    checkSourceFilter(filter);
    const found = await pageOfSources(this.openExecutor, filter, page);
    return await decodePage(found, this.executor.demand);
  }

  async countSources(): Promise<number> {
    return await countOf(this.openExecutor, startAtLabel(LABEL.source), NO_CONDITION);
  }

  async findEntities(filter: EntityFilter, page: Page<EntityOrder>): Promise<Slice<EntityRecord>> {
    checkEntityFilter(filter);
    checkPage(page);
    return await this.entitySearch.find(filter, page);
  }

  async countEntities(filter: EntityFilter): Promise<number> {
    checkEntityFilter(filter);
    return await this.entitySearch.count(filter);
  }

  async findWords(searches: readonly WordSearch[], of?: WordsOf): Promise<WordUse[][]> {
    checkWordSearches(searches);
    return await findWords(this.openExecutor, searches, of);
  }

  async entitiesRevisedSince(changeset: number): Promise<string[]> {
    return await keysRevisedSince(this.openExecutor, changeset);
  }

  async changesAfter(place: ChangePlace, limit: number): Promise<ChangePlace[]> {
    checkPage({ limit });
    return await changesAfter(this.openExecutor, place, limit);
  }

  async linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    checkLinks(parents, filter);
    checkPage(page);
    return await this.entitySearch.linkedTo(parents, filter, page);
  }

  async countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]> {
    checkLinks(parents, filter);
    return await this.entitySearch.countLinkedTo(parents, filter);
  }

  async findFacts(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>> {
    checkFactFilter(filter);
    checkPage(page);
    return await this.factSearch.find(filter, page);
  }

  async findFactKeys(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<string>> {
    checkFactFilter(filter);
    checkKeyPage(page);
    return await this.factSearch.findKeys(filter, page);
  }

  async countFacts(filter: FactFilter): Promise<number> {
    checkFactFilter(filter);
    return await this.factSearch.count(filter);
  }

  async factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]> {
    checkFactFilter(filter, parents);
    checkPage(page);
    return await this.factSearch.of(parents, roles, filter, page);
  }

  async countFactsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    checkFactFilter(filter, parents);
    return await this.factSearch.countOf(parents, roles, filter);
  }

  async companionsOf(
    parents: readonly Parent[],
    kinds: readonly string[],
    filter: FactFilter,
  ): Promise<(string[] | null)[]> {
    checkFactFilter(filter, parents);
    return await companionsOf(this.openExecutor, this.vocabulary, parents, kinds, filter);
  }

  async apply(draft: ChangesetDraft): Promise<ChangesetRecord> {
    return await applyDraft(this.openExecutor, draft, this.ontology);
  }

  async version(): Promise<number> {
    return await publishedVersion(this.openExecutor);
  }

  async changesets(numbers: readonly number[]): Promise<(ChangesetRecord | null)[]> {
    checkKeys(numbers);
    return await changesetsByNumber(this.openExecutor, numbers);
  }

  async *audit(): AsyncIterable<AuditItem> {
    for await (const item of auditGraph(this.openExecutor, this.vocabulary)) {
      this.executor.expectOpen();
      yield item;
    }
  }

  during(signal: AbortSignal): Store {
    const executor = this.executor.during(signal);
    return new Neo4jStore(this.location, executor, this.ontology, this.vocabulary);
  }

  async health(): Promise<void> {
    await lastVersion(this.openExecutor, HEALTH_TIMEOUT_MS);
  }

  async close(): Promise<void> {
    await this.executor.close();
  }

  /** Looked at before every question, for some have an answer that no server is asked for. */
  private get openExecutor(): Executor {
    this.executor.expectOpen();
    return this.executor;
  }

  private get factSearch(): FactSearch {
    return new FactSearch(this.openExecutor, this.vocabulary);
  }

  private get entitySearch(): EntitySearch {
    return new EntitySearch(this.openExecutor, this.vocabulary);
  }
}
