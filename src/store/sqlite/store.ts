import { setImmediate } from 'node:timers/promises';
import type {
  ChangesetRecord,
  EntityRecord,
  FactRecord,
  JudgementRecord,
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
  checkRevised,
  checkSourceFilter,
  checkWordSearches,
} from '../bounds.js';
import type { ChangesetDraft } from '../changeset.js';
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
import { decodeAll, decodePage, decodePages, keysOf } from '../decode.js';
import { unavailable } from './errors.js';
import type { ReadingMethods } from './methods.js';
import type { OpenFile } from './openFile.js';
import { NO_SIGNALS } from './signals.js';

/** Handing over so many operations holds this thread up for a few milliseconds. */
const OPERATIONS_AT_ONCE = 250;

/** A store that takes longer to say its version is of no use to a request. */
const HEALTH_PATIENCE = 5_000;

/** The store in one SQLite file. Here questions are bounded and answers read; threads do the rest. */
export class SqliteStore implements Store {
  readonly kind = 'embedded';

  constructor(
    private readonly file: OpenFile,
    private readonly signals = NO_SIGNALS,
  ) {}

  get location(): string {
    return this.file.location;
  }

  async sources(keys: readonly string[], knownIn?: number): Promise<(SourceRecord | null)[]> {
    checkKeys(keys);
    return decodeAll<SourceRecord>(await this.ask('sources', keys, knownIn), this.demand);
  }

  async entities(keys: readonly string[], knownIn?: number): Promise<(EntityRecord | null)[]> {
    checkKeys(keys);
    return decodeAll<EntityRecord>(await this.ask('entities', keys, knownIn), this.demand);
  }

  async facts(keys: readonly string[]): Promise<(FactRecord | null)[]> {
    checkKeys(keys);
    return decodeAll<FactRecord>(await this.ask('facts', keys), this.demand);
  }

  async judgements(keys: readonly string[]): Promise<(JudgementRecord | null)[]> {
    checkKeys(keys);
    return decodeAll<JudgementRecord>(await this.ask('judgements', keys), this.demand);
  }

  async judgementsSince(changeset: number, page: Page<'KEY'>): Promise<Slice<JudgementRecord>> {
    checkPage(page);
    return decodePage<JudgementRecord>(await this.ask('judgementsSince', changeset, page), this.demand);
  }

  async findSources(page: Page<SourceOrder>, filter: SourceFilter = {}): Promise<Slice<SourceRecord>> {
    checkPage(page);
    checkSourceFilter(filter);
    return decodePage<SourceRecord>(await this.ask('findSources', page, filter), this.demand);
  }

  async countSources(): Promise<number> {
    return this.ask('countSources');
  }

  async findEntities(filter: EntityFilter, page: Page<EntityOrder>): Promise<Slice<EntityRecord>> {
    checkPage(page);
    checkEntityFilter(filter);
    return decodePage<EntityRecord>(await this.ask('findEntities', filter, page), this.demand);
  }

  async countEntities(filter: EntityFilter): Promise<number> {
    checkEntityFilter(filter);
    return this.ask('countEntities', filter);
  }

  async findWords(searches: readonly WordSearch[], of?: WordsOf): Promise<WordUse[][]> {
    checkWordSearches(searches);
    return this.ask('findWords', searches, of);
  }

  async entitiesRevisedSince(changeset: number): Promise<string[]> {
    return checkRevised(await this.ask('entitiesRevisedSince', changeset), changeset);
  }

  async changesAfter(place: ChangePlace, limit: number): Promise<ChangePlace[]> {
    checkPage({ limit });
    return this.ask('changesAfter', place, limit);
  }

  async linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    checkPage(page);
    checkLinks(parents, filter);
    return decodePages<EntityRecord>(await this.ask('linkedTo', parents, filter, page), this.demand);
  }

  async countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]> {
    checkLinks(parents, filter);
    return this.ask('countLinkedTo', parents, filter);
  }

  async findFacts(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>> {
    checkPage(page);
    checkFactFilter(filter);
    return decodePage<FactRecord>(await this.ask('findFacts', filter, page), this.demand);
  }

  async findFactKeys(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<string>> {
    checkKeyPage(page);
    checkFactFilter(filter);
    return keysOf(await this.ask('findFactKeys', filter, page));
  }

  async countFacts(filter: FactFilter): Promise<number> {
    checkFactFilter(filter);
    return this.ask('countFacts', filter);
  }

  async factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]> {
    checkPage(page);
    checkFactFilter(filter, parents);
    return decodePages<FactRecord>(await this.ask('factsOf', parents, roles, filter, page), this.demand);
  }

  async countFactsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    checkFactFilter(filter, parents);
    return this.ask('countFactsOf', parents, roles, filter);
  }

  async companionsOf(
    parents: readonly Parent[],
    kinds: readonly string[],
    filter: FactFilter,
  ): Promise<(string[] | null)[]> {
    checkFactFilter(filter, parents);
    return this.ask('companionsOf', parents, kinds, filter);
  }

  async apply({ operations, ...header }: ChangesetDraft): Promise<ChangesetRecord> {
    const { file, signals } = this;
    const { writer } = file.threads;
    const draft = file.nextDraft();
    let staged = 0;
    try {
      for (; operations.length - staged > OPERATIONS_AT_ONCE; staged += OPERATIONS_AT_ONCE) {
        const part = operations.slice(staged, staged + OPERATIONS_AT_ONCE);
        await writer.callUntil(signals, 'stage', draft, part);
        await setImmediate();
      }
      return await writer.callUntil(signals, 'apply', draft, header, staged, operations.slice(staged));
    } catch (error) {
      // The parts that were handed over must not stay there for good; if nobody is there any more, neither are they.
      if (signals.aborted) writer.call('discard', draft).catch(() => undefined);
      throw error;
    }
  }

  async version(): Promise<number> {
    return this.ask('version');
  }

  async changesets(numbers: readonly number[]): Promise<(ChangesetRecord | null)[]> {
    checkKeys(numbers);
    return decodeAll<ChangesetRecord>(await this.ask('changesets', numbers), this.demand);
  }

  audit(): AsyncIterable<AuditItem> {
    return this.file.audit(this.signals);
  }

  during(signal: AbortSignal): Store {
    return new SqliteStore(this.file, this.signals.and(signal));
  }

  async health(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(unavailable(`${this.location} has not answered for ${HEALTH_PATIENCE / 1000} s.`));
      }, HEALTH_PATIENCE);
    });
    try {
      await Promise.race([this.file.threads.readers.callFirst(this.signals, 'version'), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits for the calls that were made. Every later one fails with STORE_UNAVAILABLE. */
  async close(): Promise<void> {
    if (this.signals.none) await this.file.close();
  }

  private readonly demand = () => this.signals.throwIfAborted();

  private ask<Name extends keyof ReadingMethods>(
    method: Name,
    ...values: Parameters<ReadingMethods[Name]>
  ): Promise<ReturnType<ReadingMethods[Name]>> {
    return this.file.threads.readers.callUntil(this.signals, method, ...values);
  }
}
