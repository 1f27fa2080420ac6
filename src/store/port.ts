import type {
  Certainty,
  EntityRecord,
  FactRecord,
  FactStatus,
  JudgementRecord,
  Modality,
  Period,
  SourceRecord,
} from '../ontology/index.js';
import type { ChangesetRecord } from '../ontology/index.js';
import type { AuditItem } from './audit.js';
import type { ChangesetDraft } from './changeset.js';
import type { EntityOrder, FactOrder, SourceOrder } from './orders.js';

/** The most keys that one call may name; beyond it a store refuses with TOO_MANY_KEYS. */
export const KEYS_MAXIMUM = 20_000;

/** The most words that one search for words answers. */
export const WORDS_MAXIMUM = 200;

/** Of an entity that plays more roles than this, a store does not tell who takes part in its facts with it. */
export const COMPANIONS_ROLES_MAXIMUM = 20_000;

/** The most items of one page. */
export const PAGE_MAXIMUM = 1_000;

/**
 * A page of an ordered list. `after` and `before` are order keys that an earlier page gave and are not included
 * themselves; they need not stand for anything that still exists.
 */
export interface Page<Order extends string> {
  /** From 0 to PAGE_MAXIMUM; where only keys are given, to KEYS_MAXIMUM. */
  limit: number;
  order: Order;
  /** True to run through the order from its end. `after` then means the items with smaller order keys. */
  descending: boolean;
  after?: string;
  before?: string;
}

export type { EntityOrder, FactOrder, SourceOrder };

/** An item with the order key by which a next page can start after it. */
export interface Ordered<Item> {
  item: Item;
  orderKey: string;
}

export interface Slice<Item> {
  items: readonly Ordered<Item>[];
  /** Whether at least one more item follows the last one, within `before`. */
  hasMore: boolean;
}

/** Some entity of `entities` plays one of `roles` in the fact; any role where `roles` is left out. */
export interface ParticipantCondition {
  entities: readonly string[];
  roles?: readonly string[];
}

export interface TimeCondition {
  period: Period;
  /** CERTAIN: whatever the dates leave open, the fact overlaps the period. POSSIBLE: it may, or certainly does. */
  certainty: Exclude<Certainty, 'NO'>;
}

/** Which facts are meant. All conditions hold together; an empty list in a condition means that nothing fits. */
export interface FactFilter {
  kinds?: readonly string[];
  participants?: readonly ParticipantCondition[];
  /** Facts that cite at least one of these. */
  sources?: readonly string[];
  statuses?: readonly FactStatus[];
  modalities?: readonly Modality[];
  negated?: boolean;
  time?: TimeCondition;
  /** Only facts that cite at least one source beside these, as if these did not exist. */
  withoutSources?: readonly string[];
  /** Facts whose statement has, of each of these lists, one of its words (see `textWords`). */
  words?: readonly (readonly string[])[];
  /**
   * The number of a changeset: only facts that were recorded by then, and `statuses` asks for the status of then. The
   * records are answered as they are now, or as they were at some time since; `factAsKnown` turns them back.
   */
  knownIn?: number;
}

/** Whose words: those of the names of entities, of the statements of facts, or of what sources are called by. */
export type WordsOf = 'entities' | 'facts' | 'sources';

/** A word, and how many entities, facts or sources have it. */
export interface WordUse {
  word: string;
  count: number;
}

/** Which words are meant: some, or all that begin or end so and have a length within bounds. */
export type WordSearch =
  | { words: readonly string[] }
  | { begins: string; shortest: number; longest: number }
  | { ends: string; shortest: number; longest: number };

/** Which entities are meant. All conditions hold together; an empty list means that nothing fits. */
export interface EntityFilter {
  /** Only some of these. */
  keys?: readonly string[];
  kinds?: readonly string[];
  /** Entities with a name of this name key (see `nameKey`). */
  nameKeys?: readonly string[];
  /** Entities whose names have, of each of these lists, one of its words (see `entityWords`). */
  words?: readonly (readonly string[])[];
  /** Entities whose names have, for each of these, a word that begins with it; none of them is empty. */
  initials?: readonly string[];
  /** Entities with one of these external ids, written `scheme:value`. */
  externalIds?: readonly string[];
  /** Entities that cite at least one of these sources. */
  sources?: readonly string[];
}

/** Which sources are meant. */
export interface SourceFilter {
  /**
   * Sources whose title (see `textWords`), publisher and authors (see `searchWords`) have together, of each of these
   * lists, one of its words.
   */
  words?: readonly (readonly string[])[];
}

/** A place among the records in the order in which they came to their present form. */
export interface ChangePlace {
  /** The number of the changeset that brought the record to its present form. */
  changeset: number;
  /** The key of the record; "" for the place before all records of the changeset. */
  key: string;
}

/** The relation by which entities lead to a parent: the hospitals LOCATED_IN a country. */
export interface LinkFilter {
  relation: string;
  /** Only some of these. */
  keys?: readonly string[];
  kinds?: readonly string[];
}

/** How far a store with a memory has caught up with what is kept. */
export interface Horizon {
  readonly changeset: number;
  /** Another number where the store is another, whose changesets have nothing to do with those of the same number before. */
  readonly store: number;
}

/** A parent whose facts are asked for: one key, or the keys of a cluster that is judged the same. */
export type Parent = readonly string[];

/**
 * Where the records are kept. Both adapters answer alike, to the order of every list.
 *
 * Every method may fail with STORE_UNAVAILABLE. A list of answers is in the order of the keys or parents asked.
 */
export interface Store {
  readonly kind: 'embedded' | 'neo4j';

  /** Where the data is, for people: a path or an address, without a password. */
  readonly location: string;

  /** With `knownIn`, the revisions that stood after that changeset; null for what was recorded later. */
  sources(keys: readonly string[], knownIn?: number): Promise<(SourceRecord | null)[]>;
  entities(keys: readonly string[], knownIn?: number): Promise<(EntityRecord | null)[]>;
  /**
   * The entity, or the source, with this key that stood after a changeset, where it is in memory and need not be waited for.
   * Undefined tells nothing; only a store with a memory has these at all.
   */
  entityAtHand?(key: string, knownIn: number): EntityRecord | undefined;
  sourceAtHand?(key: string, knownIn: number): SourceRecord | undefined;
  /** Whoever keeps something of a store for longer than one question forgets it where this says that the store is another. */
  horizon?(): Horizon;

  /**
   * What a question works out of what was known in a changeset, from memory where the same was worked out before. The answer is
   * plain data that nobody changes, and hangs on the changeset and on what names the question alone; where it is about what
   * there is now, on that changeset having been the newest when it was asked. Nothing is kept where the store is another by now
   than when the question began. Only a store with a memory has this.
   */
  workedOut?<Answer extends object>(
    known: Horizon,
    question: readonly unknown[],
    work: () => Promise<Answer>,
  ): Promise<Answer>;

  /** With `knownIn`, records that tell at least what was known after that changeset; `factAsKnown` turns them back. */
  facts(keys: readonly string[], knownIn?: number): Promise<(FactRecord | null)[]>;
  judgements(keys: readonly string[]): Promise<(JudgementRecord | null)[]>;

  /** The judgements, also dropped ones, that were recorded or dropped after a changeset. */
  judgementsSince(changeset: number, page: Page<'KEY'>): Promise<Slice<JudgementRecord>>;

  findSources(page: Page<SourceOrder>, filter?: SourceFilter): Promise<Slice<SourceRecord>>;
  countSources(): Promise<number>;

  findEntities(filter: EntityFilter, page: Page<EntityOrder>): Promise<Slice<EntityRecord>>;
  countEntities(filter: EntityFilter): Promise<number>;

  /**
   * Where the records stand, of whatever sort, that came to their present form behind a place: by being recorded or
   * revised, a fact by its status, a judgement by being dropped. By changeset, then by key; as many as `limit`, from 0 to
   * PAGE_MAXIMUM.
   */
  changesAfter(place: ChangePlace, limit: number): Promise<ChangePlace[]>;

  /**
   * For each search the words that there are, of names where nothing else is said, the shortest first and those of a
   * length sorted, WORDS_MAXIMUM of them at the most.
   */
  findWords(searches: readonly WordSearch[], of?: WordsOf): Promise<WordUse[][]>;

  /** The keys, sorted, of the entities whose newest revision is of a later changeset. Refuses with TOO_MANY_KEYS. */
  entitiesRevisedSince(changeset: number): Promise<string[]>;

  /** For each parent the entities whose relation leads to it. */
  linkedTo(
    parents: readonly Parent[],
    filter: LinkFilter,
    page: Page<EntityOrder>,
  ): Promise<Slice<EntityRecord>[]>;
  countLinkedTo(parents: readonly Parent[], filter: LinkFilter): Promise<number[]>;

  findFacts(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<FactRecord>>;
  countFacts(filter: FactFilter): Promise<number>;

  /** The keys of the facts of `findFacts`, up to KEYS_MAXIMUM on a page: for a list that is read whole, bit by bit. */
  findFactKeys(filter: FactFilter, page: Page<FactOrder>): Promise<Slice<string>>;

  /** For each parent the facts in which it plays one of `roles` (any role where left out), each fact once. */
  factsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
    page: Page<FactOrder>,
  ): Promise<Slice<FactRecord>[]>;
  countFactsOf(
    parents: readonly Parent[],
    roles: readonly string[] | undefined,
    filter: FactFilter,
  ): Promise<number[]>;

  /**
   * For each parent the keys, sorted, of the entities of these kinds, other than its own keys, that take part in a fact
   * with it, in whatever roles. Null where its keys play more than COMPANIONS_ROLES_MAXIMUM roles, counted over all facts
   * that there are, each role in each fact once for each key.
   */
  companionsOf(
    parents: readonly Parent[],
    kinds: readonly string[],
    filter: FactFilter,
  ): Promise<(string[] | null)[]>;

  /** Writes a changeset, whole or not at all. Fails with CHANGESET_REFUSED, listing every problem. */
  apply(draft: ChangesetDraft): Promise<ChangesetRecord>;

  /** The number of the newest changeset; 0 before the first. */
  version(): Promise<number>;
  changesets(numbers: readonly number[]): Promise<(ChangesetRecord | null)[]>;

  /** Reads everything that is stored, so that `check` can compare it with what the records say. Sorted by record, then key. */
  audit(): AsyncIterable<AuditItem>;

  /**
   * This store for one question. Once the signal is aborted, every call under way or made later fails with the reason
   * of the signal, and the store stops working on them as soon as it can. Closing it closes nothing.
   */
  during(signal: AbortSignal): Store;

  /** Resolves when the store answers a question, within a few seconds; fails with STORE_UNAVAILABLE otherwise. */
  health(): Promise<void>;
  close(): Promise<void>;
}
