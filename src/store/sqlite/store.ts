import { setImmediate } from 'node:timers/promises';
import type {
  ChangesetRecord,
  EntityRecord,
  FactRecord,
  JudgementRecord,
  SourceRecord,
} from '../../ontology/index.js';
import type { AuditItem } from '../audit.js';
import { checkEntityFilter, checkFactFilter, checkKeys, checkPage, checkParents } from '../bounds.js';
import type { ChangesetDraft } from '../changeset.js';
import type {
  EntityFilter,
  EntityOrder,
  FactFilter,
  FactOrder,
  LinkFilter,
  Page,
  Parent,
  Slice,
  SourceOrder,
  Store,
} from '../port.js';
import { decodeAll, decodeLists, decodePage, decodePages } from './decode.js';
import { closedError, unavailable } from './errors.js';
import type { AuditingMethods, ReadingMethods, WritingMethods } from './methods.js';
import type { Pool } from './threads/pool.js';
import type { Thread } from './threads/thread.js';

/** Handing over so many operations holds this thread up for a few milliseconds. */
const OPERATIONS_AT_ONCE = 250;

/** A store that takes longer to say its version is of no use to a request. */
const HEALTH_PATIENCE = 5_000;

export interface Threads {
  readers: Pool<ReadingMethods>;
  writer: Pool<WritingMethods>;
  startAuditor: () => Thread<AuditingMethods>;
}

/** The store in one SQLite file. Here questions are bounded and answers read; threads do the rest. */
export class SqliteStore implements Store {
  readonly kind = 'embedded';
  private drafts = 0;
  private closed: Promise<void> | undefined;
  private readonly auditors = new Set<Thread<AuditingMethods>>();

  constructor(
    readonly location: string,
    private readonly threads: Threads,
  ) {}

  async sources(keys: readonly string[]): Promise<(SourceRecord | null)[]> {
    checkKeys(keys);
    return decodeAll<SourceRecord>(await this.threads.readers.call('sources', keys));
  }

  async entities(keys: readonly string[]): Promise<(EntityRecord | null)[]> {
    checkKeys(keys);
    return decodeAll<EntityRecord>(await this.threads.readers.call('entities', keys));
  }

  async facts(keys: readonly string[]): Promise<(FactRecord | null)[]> {
    checkKeys(keys);
    return decodeAll<FactRecord>(await this.threads.readers.call('facts', keys));
  }

  async judgements(keys: readonly string[]): Promise<(JudgementRecord | null)[]> {
    checkKeys(keys);
    return decodeAll<JudgementRecord>(await this.threads.readers.call('judgements', keys));
  }

  async judgementsOf(entities: readonly string[]): Promise<JudgementRecord[][]> {
    checkKeys(entities);
    return decodeLists<JudgementRecord>(await this.threads.readers.call('judgementsOf', entities));
  }

  async findSources(page: Page<SourceOrder>): Promise<Slice<SourceRecord>> {
    checkPage(page);
    return decodePage<SourceRecord>(await this.threads.readers.call('findSources', page));
  }

  async countSources(): Promise<number> {
    return this.threads.readers.call('countSources');
  }

  async findEntities(filter: EntityFilter, page: Page<EntityOrder>): Promise<Slice<EntityRecord>> {
    checkPage(page);
    checkEntityFilter(filter);
    return decodePage<EntityRecord>(await this.threads.readers.call('findEntities', filter, page));
  }

  async countEntities(filter: EntityFilter): Promise<number> {
    checkEntityFilter(filter);
    return this.threads.readers.call('countEntities', filter);
  }

  async linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]> {
    checkPage(page);
    checkParents(parents);
    return decodePages<EntityRecord>(await this.threads.readers.call('linkedTo', parents, filter, page));
  }

  async countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]> {
    checkParents(parents);
    return this.threads.readers.call('countLinkedTo', parents, filter);
  }

  async findFacts(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>> {
    checkPage(page);
    checkFactFilter(filter);
    return decodePage<FactRecord>(await this.threads.readers.call('findFacts', filter, page));
  }

  async countFacts(filter: FactFilter): Promise<number> {
    checkFactFilter(filter);
    return this.threads.readers.call('countFacts', filter);
  }

  async factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]> {
    checkPage(page);
    checkFactFilter(filter, parents);
    return decodePages<FactRecord>(await this.threads.readers.call('factsOf', parents, roles, filter, page));
  }

  async countFactsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    checkFactFilter(filter, parents);
    return this.threads.readers.call('countFactsOf', parents, roles, filter);
  }

  async apply({ operations, ...header }: ChangesetDraft): Promise<ChangesetRecord> {
    const { writer } = this.threads;
    const draft = ++this.drafts;
    let staged = 0;
    for (; operations.length - staged > OPERATIONS_AT_ONCE; staged += OPERATIONS_AT_ONCE) {
      await writer.call('stage', draft, operations.slice(staged, staged + OPERATIONS_AT_ONCE));
      await setImmediate();
    }
    return writer.call('apply', draft, header, staged, operations.slice(staged));
  }

  async version(): Promise<number> {
    return this.threads.readers.call('version');
  }

  async changesets(numbers: readonly number[]): Promise<(ChangesetRecord | null)[]> {
    checkKeys(numbers);
    return decodeAll<ChangesetRecord>(await this.threads.readers.call('changesets', numbers));
  }

  async *audit(): AsyncGenerator<AuditItem> {
    if (this.closed !== undefined) throw closedError();
    const auditor = this.threads.startAuditor();
    this.auditors.add(auditor);
    try {
      for (;;) {
        const items = await auditor.call('next');
        if (items.length === 0) return;
        yield* items;
      }
    } finally {
      this.auditors.delete(auditor);
      await auditor.close();
    }
  }

  async health(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => {
        reject(unavailable(`${this.location} has not answered for ${HEALTH_PATIENCE / 1000} s.`));
      }, HEALTH_PATIENCE);
    });
    try {
      await Promise.race([this.threads.readers.callFirst('version'), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Waits for the calls that were made. Every later one fails with STORE_UNAVAILABLE. */
  close(): Promise<void> {
    this.closed ??= this.finish();
    return this.closed;
  }

  private async finish(): Promise<void> {
    const auditors = [...this.auditors].map((auditor) => auditor.close());
    await Promise.all([...auditors, this.threads.readers.close()]);
    // Last, so that the file that it leaves behind has taken in its log.
    await this.threads.writer.close();
  }
}
