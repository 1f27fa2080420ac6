import { LRUCache } from 'lru-cache';
import type { EntityRecord, FactRecord, SourceRecord } from '../../ontology/index.js';
import { PAGE_MAXIMUM } from '../port.js';
import type { ChangePlace, Store } from '../port.js';
import { bytesOf } from './bytes.js';

type CachedRecord = EntityRecord | FactRecord | SourceRecord;

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
      sizeCalculation: bytesOf,
    });
  }

  get horizon(): number {
    return this.current;
  }

  /** Another one where the store is another, whose changesets have nothing to do with those of the same number before. */
  get store(): number {
    return this.generation;
  }

  get entries(): number {
    return this.records.size;
  }

  /** Moves the horizon on to the newest changeset of the store, as it was read when the horizon was at `before`. */
  async moveTo(newest: number, before: number, store: Store): Promise<void> {
    if (newest < before) this.startAnew(newest);
    while (this.current < newest) {
      this.moving ??= this.move(newest, store).finally(() => (this.moving = undefined));
      await this.moving;
    }
  }

  /** The entity or source with this key that stood after a changeset, if it is known. */
  revision<Item extends EntityRecord | SourceRecord>(key: string, knownIn: number): Item | undefined {
    return stoodIn(this.lookUp(key, knownIn) as Item | undefined, knownIn);
  }

  /** The same for whoever looks for it in the store as well where it is not known, and then counts as having missed it. */
  atHand<Item extends EntityRecord | SourceRecord>(key: string, knownIn: number): Item | undefined {
    return stoodIn(this.found(key, knownIn) as Item | undefined, knownIn);
  }

  /** The fact with this key, with all that happened to it by a changeset and perhaps more, if it is known. */
  fact(key: string, knownIn: number): FactRecord | undefined {
    return this.lookUp(key, knownIn) as FactRecord | undefined;
  }

  /** Keeps what is given to the function that this gives, unless the horizon has moved meanwhile: call it before reading. */
  keeping(knownIn: number): (records: Iterable<CachedRecord | null>) => void {
    const { generation } = this;
    return (records) => {
      if (this.current !== knownIn || this.generation !== generation) return;
      for (const record of records) if (record !== null) this.records.set(record.key, record);
    };
  }

  private lookUp(key: string, knownIn: number): CachedRecord | undefined {
    const record = this.found(key, knownIn);
    if (record === undefined) this.misses++;
    return record;
  }

  private found(key: string, knownIn: number): CachedRecord | undefined {
    const record = knownIn <= this.current ? this.records.get(key) : undefined;
    if (record !== undefined) this.hits++;
    return record;
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

function stoodIn<Item extends CachedRecord>(record: Item | undefined, knownIn: number): Item | undefined {
  return record !== undefined && record.recordedIn <= knownIn ? record : undefined;
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
