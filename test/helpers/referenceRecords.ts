import type {
  ChangesetRecord,
  EntityRecord,
  FactRecord,
  JudgementRecord,
  SourceRecord,
} from '../../src/ontology/index.js';
import type { StoredText } from '../../src/store/audit.js';
import type { SettledChangeset } from '../../src/store/changeset.js';
import { digestOf, recordText } from '../../src/store/derive.js';
import { byTextOf } from './referenceFilters.js';

/** A record as a changeset left it. */
export interface Revision<Item> {
  writtenIn: number;
  record: Item;
}

/** Records by key, each with all that it ever was, the newest last. */
export type Revisions<Item> = Map<string, Revision<Item>[]>;

/** What outlives a store that is closed. */
export class Kept {
  readonly changesets: ChangesetRecord[] = [];
  readonly sources: Revisions<SourceRecord> = new Map();
  readonly entities: Revisions<EntityRecord> = new Map();
  readonly facts: Revisions<FactRecord> = new Map();
  readonly judgements: Revisions<JudgementRecord> = new Map();

  add({ changeset, sources, entities, facts, judgements }: SettledChangeset): void {
    this.changesets.push(changeset);
    sources.forEach((record) => add(this.sources, record, changeset.number));
    entities.forEach((record) => add(this.entities, record, changeset.number));
    facts.forEach((record) => add(this.facts, record, changeset.number));
    judgements.forEach((record) => add(this.judgements, record, changeset.number));
  }

  clear(): void {
    this.changesets.splice(0);
    [this.sources, this.entities, this.facts, this.judgements].forEach((records) => records.clear());
  }
}

/** Written as text and read back, as a store does; nobody's later change reaches the record. */
function add<Item extends { key: string }>(records: Revisions<Item>, record: Item, writtenIn: number): void {
  const copy = frozen(JSON.parse(recordText(record)) as Item);
  records.set(record.key, [...(records.get(record.key) ?? []), { writtenIn, record: copy }]);
}

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** The records as they stood after a changeset; as they stand now, unless one is named. */
export function standing<Item>(records: Revisions<Item>, knownIn = Infinity): Map<string, Item> {
  return new Map(
    [...records].flatMap(([key, revisions]) => {
      const last = revisions.findLast(({ writtenIn }) => writtenIn <= knownIn);
      return last === undefined ? [] : [[key, last.record] as const];
    }),
  );
}

/** All revisions but the newest of each, by key. */
export function earlier<Item extends { key: string }>(records: Revisions<Item>): Item[] {
  return sorted([...records.values()].flatMap((list) => list.slice(0, -1)).map(({ record }) => record));
}

/** By key. */
export function sorted<Item extends { key: string }>(records: Iterable<Item>): Item[] {
  return [...records].sort(byTextOf(({ key }) => key));
}

/** A record as it lies in a store. */
export function stored(key: string, record: object): StoredText {
  const text = recordText(record);
  return { key, text, digest: digestOf(text) };
}
