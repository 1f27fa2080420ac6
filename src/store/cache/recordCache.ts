import { LRUCache } from 'lru-cache';
import type { EntityRecord, FactRecord, SourceRecord } from '../../ontology/index.js';
import { PAGE_MAXIMUM } from '../port.js';
import type { ChangePlace, Horizon, Store } from '../port.js';
import { ENTRY, bytesOf } from './bytes.js';

interface Sorts {
  entity: EntityRecord;
  fact: FactRecord;
  source: SourceRecord;
}

type Sort = keyof Sorts;
type CachedRecord = Sorts[Sort];

/** The field by which a record of each sort is told from the others. */
const OWN_FIELD = { entity: 'names', fact: 'statement', source: 'title' } as const satisfies {
  [Name in Sort]: keyof Sorts[Name];
};

/** Of so many changed records each is forgotten by its key; beyond, all are. */
const CHANGES_MAXIMUM = 5 * PAGE_MAXIMUM;

/**
 * Records as they stood after one changeset, the horizon. Before the horizon moves on, whatever was changed since is
 * forgotten, by whomever it was changed; so what is here has stood since it was recorded, up to the horizon.
 */
export class RecordCache {
  private readonly records: LRUCache<string, CachedRecord>;
  private moving: Promise<void> | undefined;
  private current = 0;
  /** Grows when the store turns out to be another: nothing that was read before may be kept. */
  private generation = 0;
  hits = 0;
  misses = 0;

  constructor(bytes: number) {
    this.records = new LRUCache<string, CachedRecord>({
      maxSize: bytes,
      maxEntrySize: Math.ceil(bytes / 100),
      sizeCalculation: (record) => ENTRY + bytesOf(record),
    });
  }

  get horizon(): Horizon {
    return { changeset: this.current, store: this.generation };
  }

  get entries(): number {
    return this.records.size;
  }

  /** Moves the horizon on to the newest changeset of the store, which was read after the horizon had been at `before`. */
  async moveTo(newest: number, before: Horizon, store: Store): Promise<void> {
    if (this.generation !== before.store) return;
    if (newest < before.changeset) return this.startAnew(newest);
    while (this.current < newest && this.generation === before.store) {
      this.moving ??= this.move(newest, store).finally(() => (this.moving = undefined));
      await this.moving;
    }
  }

  /** The entity or source with this key that stood after a changeset, if it is known. */
  revision<Name extends 'entity' | 'source'>(
    sort: Name,
    key: string,
    knownIn: number,
  ): Sorts[Name] | undefined {
    const record = this.atHand(sort, key, knownIn);
    if (record === undefined) this.misses++;
    return record;
  }

  /** The same for whoever looks for it in the store as well where it is not known, and then counts as having missed it. */
  atHand<Name extends 'entity' | 'source'>(
    sort: Name,
    key: string,
    knownIn: number,
  ): Sorts[Name] | undefined {
    const record = this.found(sort, key, knownIn);
    return record !== undefined && record.recordedIn <= knownIn ? record : undefined;
  }

  /** The fact with this key, with all that happened to it by a changeset and perhaps more, if it is known. */
  fact(key: string, knownIn: number): FactRecord | undefined {
    const record = this.found('fact', key, knownIn);
    if (record === undefined) this.misses++;
    return record;
  }

  /** Keeps what is given to the function that this gives, unless the horizon has moved meanwhile: call it before reading. */
  keeping(knownIn: number): (records: Iterable<CachedRecord | null>) => void {
    const { generation } = this;
    return (records) => {
      if (this.current !== knownIn || this.generation !== generation) return;
      for (const record of records) if (record !== null) this.records.set(record.key, record);
    };
  }

  private found<Name extends Sort>(sort: Name, key: string, knownIn: number): Sorts[Name] | undefined {
    const record = knownIn <= this.current ? this.records.get(key) : undefined;
    // Whoever asks for a fact by the key of an entity asks for nothing that there is.
    if (record === undefined || !Object.hasOwn(record, OWN_FIELD[sort])) return undefined;
    this.hits++;
    return record as Sorts[Name];
  }

  private async move(newest: number, store: Store): Promise<void> {
    const { generation } = this;
    const changed = this.records.size === 0 ? [] : await changedSince(this.current, store);
    if (this.generation !== generation) return;
    if (changed === null) this.records.clear();
    else for (const { key } of changed) this.records.delete(key);
    this.current = newest;
  }

  /** The store was put back to an earlier state, and its next changesets are other ones than those known here. */
  private startAnew(newest: number): void {
    this.generation++;
    this.records.clear();
    this.current = newest;
  }
}

/** What was changed after a changeset; null where that is too much, or cannot be told now. */
async function changedSince(changeset: number, store: Store): Promise<ChangePlace[] | null> {
  const changed: ChangePlace[] = [];
  let place: ChangePlace = { changeset: changeset + 1, key: '' };
  while (changed.length < CHANGES_MAXIMUM) {
    const found = await store.changesAfter(place, PAGE_MAXIMUM).catch(() => null);
    if (found === null) return null;
    changed.push(...found);
    const last = found.at(-1);
    if (found.length < PAGE_MAXIMUM || last === undefined) return changed;
    place = last;
  }
  return null;
}
