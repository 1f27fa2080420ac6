import type { EntityRecord, FactRecord, SourceRecord } from '../../ontology/index.js';
import { checkFactFilter, checkKeys, checkPage } from '../bounds.js';
import { EMPTY_PAGE } from '../pages.js';
import { KEYS_MAXIMUM } from '../port.js';
import type { FactFilter, FactOrder, Horizon, Page, Parent, Slice, Store } from '../port.js';
import { questionName } from '../questionText.js';
import type { AnswerCache } from './answerCache.js';
import type { Newest } from './newest.js';
import type { RecordCache } from './recordCache.js';
import type { WorkedAnswers } from './workedAnswers.js';

/** What several views of one store have in common. */
export interface Caches {
  readonly newest: Newest;
  readonly records: RecordCache;
  readonly answers: AnswerCache;
  readonly worked: WorkedAnswers;
}

/** A page as it is kept: which facts stand on it. Their records are kept once, however many pages they stand on. */
interface KeptPage {
  readonly places: readonly { readonly key: string; readonly orderKey: string }[];
  readonly hasMore: boolean;
}

/** Longer pages are read to go through a whole list, which would push out everything else. */
const LONGEST_PAGE = 200;

/** What a question that reads whole lists asks for at once is not kept either. */
const MOST_KEYS = 500;

/**
 * The calls of a store that say as known in which changeset, answered from memory where they can be. All others go to the
 * store itself: above all `version`, by which each question learns of which changeset it must know.
 */
export class CachedCalls implements Partial<Store> {
  constructor(
    private readonly store: Store,
    private readonly caches: Caches,
    /** Aborted when nobody waits for an answer any more. */
    private readonly signal?: AbortSignal,
  ) {}

  async version(): Promise<number> {
    return await this.caches.newest.read(this.signal);
  }

  async entities(keys: readonly string[], knownIn?: number): Promise<(EntityRecord | null)[]> {
    const { records } = this.caches;
    const known = (key: string, by: number) => records.revision('entity', key, by);
    return await this.revisions(known, keys, knownIn, (some) => this.store.entities(some, knownIn));
  }

  async sources(keys: readonly string[], knownIn?: number): Promise<(SourceRecord | null)[]> {
    const { records } = this.caches;
    const known = (key: string, by: number) => records.revision('source', key, by);
    return await this.revisions(known, keys, knownIn, (some) => this.store.sources(some, knownIn));
  }

  entityAtHand(key: string, knownIn: number): EntityRecord | undefined {
    return this.caches.records.atHand('entity', key, knownIn);
  }

  sourceAtHand(key: string, knownIn: number): SourceRecord | undefined {
    return this.caches.records.atHand('source', key, knownIn);
  }

  horizon(): Horizon {
    return this.caches.records.horizon;
  }

  async facts(keys: readonly string[], knownIn?: number): Promise<(FactRecord | null)[]> {
    const { records } = this.caches;
    if (!this.isKnown(knownIn)) return await this.store.facts(keys, knownIn);
    return await this.completed(
      keys,
      knownIn,
      (key) => records.fact(key, knownIn),
      (some) => this.store.facts(some, knownIn),
    );
  }

  async findFacts(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>> {
    const { knownIn } = filter;
    const ask = () => this.store.findFacts(filter, page);
    if (!this.isKnown(knownIn) || page.limit > LONGEST_PAGE) return await ask();
    const [slice] = await this.pages(knownIn, [this.name('findFacts', filter, page)], async () => [
      await ask(),
    ]);
    return slice ?? EMPTY_PAGE;
  }

  async factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]> {
    const { knownIn } = filter;
    if (!this.isKnown(knownIn) || page.limit > LONGEST_PAGE) {
      return await this.store.factsOf(parents, roles, filter, page);
    }
    // The store, which would refuse what is too much, may not be asked at all.
    checkPage(page);
    checkFactFilter(filter, parents);
    const question = this.name('factsOf', roles, filter, page);
    // The blank tells one key, whatever it is, from the name of several.
    const names = parents.map((parent) =>
      parent.length === 1 ? `${question} ${parent[0]}` : `${question}${questionName(parent)}`,
    );
    return await this.pages(knownIn, names, (places) =>
      this.store.factsOf(
        places.map((place) => parents[place] ?? []),
        roles,
        filter,
        page,
      ),
    );
  }

  async findFactKeys(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<string>> {
    const name = this.name('findFactKeys', filter, page);
    return await this.kept(filter.knownIn, name, () => this.store.findFactKeys(filter, page));
  }

  async countFacts(filter: FactFilter): Promise<number> {
    const { count } = await this.kept(filter.knownIn, this.name('countFacts', filter), async () => ({
      count: await this.store.countFacts(filter),
    }));
    return count;
  }

  async countFactsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]> {
    const name = this.name('countFactsOf', parents, roles, filter);
    return await this.kept(filter.knownIn, name, () => this.store.countFactsOf(parents, roles, filter));
  }

  async workedOut<Answer extends object>(
    { changeset, store }: Horizon,
    question: readonly unknown[],
    work: () => Promise<Answer>,
  ): Promise<Answer> {
    if (!this.isKnown(changeset) || store !== this.horizon().store) return await work();
    const name = this.name('workedOut', changeset, ...question);
    return await this.caches.worked.get(name, work, this.signal);
  }

  /** Whether a question is about a changeset that is known to have landed. Fails where nobody waits for its answer any more. */
  private isKnown(knownIn: number | undefined): knownIn is number {
    this.signal?.throwIfAborted();
    return knownIn !== undefined && knownIn <= this.caches.records.horizon.changeset;
  }

  private name(...question: readonly unknown[]): string {
    return questionName(this.caches.records.horizon.store, ...question);
  }

  private async kept<Answer extends object>(
    knownIn: number | undefined,
    name: string,
    ask: () => Promise<Answer>,
  ): Promise<Answer> {
    const { answers } = this.caches;
    const isKnown = this.isKnown(knownIn);
    const known = isKnown ? answers.get<Answer>(name) : undefined;
    if (known !== undefined) return known;
    const answer = await ask();
    if (isKnown) answers.set(name, answer);
    return answer;
  }

  private async revisions<Item extends EntityRecord | SourceRecord>(
    known: (key: string, knownIn: number) => Item | undefined,
    keys: readonly string[],
    knownIn: number | undefined,
    read: (keys: readonly string[]) => Promise<(Item | null)[]>,
  ): Promise<(Item | null)[]> {
    if (!this.isKnown(knownIn)) return await read(keys);
    return await this.completed(keys, knownIn, (key) => known(key, knownIn), read);
  }

  /** The records with these keys, those that are not known being read. */
  private async completed<Item extends EntityRecord | SourceRecord | FactRecord>(
    keys: readonly string[],
    knownIn: number,
    known: (key: string) => Item | undefined,
    read: (keys: readonly string[]) => Promise<(Item | null)[]>,
  ): Promise<(Item | null)[]> {
    checkKeys(keys);
    const found: (Item | null | undefined)[] = keys.map(known);
    const missing = keys.filter((_, place) => found[place] === undefined);
    if (missing.length === 0) return found as Item[];
    const keep = this.caches.records.keeping(knownIn);
    const records = await read(missing);
    if (missing.length <= MOST_KEYS) keep(records);
    let next = 0;
    return found.map((record) => (record === undefined ? (records[next++] ?? null) : record));
  }

  /** Pages by their names: `read` gives those that stand at these places. */
  private async pages(
    knownIn: number,
    names: readonly string[],
    read: (places: readonly number[]) => Promise<Slice<FactRecord>[]>,
  ): Promise<Slice<FactRecord>[]> {
    const { answers, records } = this.caches;
    const keep = records.keeping(knownIn);
    const kept = names.map((name) => answers.get<KeptPage>(name));
    const found = await this.filled(kept, knownIn);
    const missing = found.flatMap((slice, place) => (slice === null ? [place] : []));
    if (missing.length === 0) return found as Slice<FactRecord>[];
    const slices = await read(missing);
    for (const [index, slice] of slices.entries()) {
      keep(slice.items.map(({ item }) => item));
      const name = names[missing[index] ?? -1];
      if (name !== undefined) answers.set(name, keptPage(slice));
    }
    let next = 0;
    return found.map((slice) => slice ?? slices[next++] ?? EMPTY_PAGE);
  }

  /** The pages with the records of their facts; null where there is no page, or where one of them cannot be found. */
  private async filled(
    pages: readonly (KeptPage | undefined)[],
    knownIn: number,
  ): Promise<(Slice<FactRecord> | null)[]> {
    const keys = [...new Set(pages.flatMap((page) => page?.places.map(({ key }) => key) ?? []))];
    const facts = new Map<string, FactRecord>();
    // Pages of many parents may have more facts together than one call may name.
    for (let start = 0; start < keys.length; start += KEYS_MAXIMUM) {
      for (const fact of await this.facts(keys.slice(start, start + KEYS_MAXIMUM), knownIn)) {
        if (fact !== null) facts.set(fact.key, fact);
      }
    }
    return pages.map((page) => {
      if (page === undefined) return null;
      const items = page.places.flatMap(({ key, orderKey }) => {
        const item = facts.get(key);
        return item === undefined ? [] : [{ item, orderKey }];
      });
      return items.length === page.places.length ? { items, hasMore: page.hasMore } : null;
    });
  }
}

function keptPage({ items, hasMore }: Slice<FactRecord>): KeptPage {
  return { places: items.map(({ item, orderKey }) => ({ key: item.key, orderKey })), hasMore };
}
