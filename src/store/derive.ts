import { createHash } from 'node:crypto';
import {
  entityWords,
  foldName,
  nameKey,
  parseTime,
  searchWords,
  textWords,
  timeOrderKey,
} from '../ontology/index.js';
import type { EntityRecord, FactRecord, Name, SourceRecord } from '../ontology/index.js';
import type { EntityOrder, FactOrder } from './orders.js';

/*
 * What a store holds beside a record so that it can be found. Everything here follows from the record alone; both
 * stores write these rows and `check` derives them again and compares.
 */

/** Stands for "no bound" in a column of days: beyond every day that EDTF can name. */
export const NO_DAY_BEFORE = -1e15;
export const NO_DAY_AFTER = 1e15;

export interface LinkRow {
  relation: string;
  to: string;
}

export interface EntityRow {
  key: string;
  kind: string;
  /**
   * Orders entities by name, the key behind it so that no two are alike. The words are joined by hyphens, before which
   * the space sorts that ends the name, so that a name stands before the longer ones that begin with it.
   */
  nameOrder: string;
  /** Every name, folded, its words in alphabetical order; sorted, each once. */
  nameKeys: readonly string[];
  /** The words under which its names are found (see `entityWords`). */
  words: readonly string[];
  /** `scheme:value`, sorted. */
  externalIds: readonly string[];
  /** Where its relations lead, sorted. */
  links: readonly LinkRow[];
  /** The sources that the record cites anywhere, sorted. */
  sources: readonly string[];
  /** The changeset of this revision. */
  recordedIn: number;
}

export interface ParticipantRow {
  role: string;
  entity: string;
}

/** A status that a fact had until it got another, and the changeset that had given it. */
export interface StatusRow {
  since: number;
  status: string;
}

export interface FactRow {
  key: string;
  kind: string;
  status: string;
  modality: string;
  negated: boolean;
  /** Orders facts by time, undated ones last, the key behind it so that no two are alike. */
  timeOrder: string;
  /** Bounds in days since 1970-01-01; NO_DAY_BEFORE and NO_DAY_AFTER where there are none. */
  earliestStart: number;
  latestStart: number;
  earliestEnd: number;
  latestEnd: number;
  /** `MM-DD` or `MM` where the year is unknown, otherwise empty. */
  yearless: string;
  /** The entities that play a role, sorted, each pair once. Groups are in the record alone. */
  participants: readonly ParticipantRow[];
  /** The sources it cites, sorted, each once. */
  sources: readonly string[];
  /** The words of what it states (see `textWords`). */
  words: readonly string[];
  /** The changesets that recorded the fact and gave it its present status. */
  recordedIn: number;
  statusSince: number;
  /** The statuses before the present one, oldest first; empty for most facts. */
  statusesBefore: readonly StatusRow[];
}

export interface SourceRow {
  /** The words of its title (see `textWords`) and of the names of its publisher and authors (see `searchWords`). */
  words: readonly string[];
}

/** A sign of another script may fold into many letters; by so many at most is a name ordered. */
const NAME_ORDER_LENGTH = 200;

/** The name that an entity is shown by. */
export function displayName(names: readonly Name[]): string {
  return names[0]?.text ?? '';
}

/** The rows of an entity. */
export function deriveEntity(entity: EntityRecord): EntityRow {
  return {
    key: entity.key,
    kind: entity.kind,
    nameOrder: entityOrderKey(entity, 'NAME'),
    nameKeys: sortedOnce(entity.names.map((name) => nameKey(name.text)).filter((name) => name !== '')),
    words: entityWords(entity),
    externalIds: sortedOnce(entity.externalIds.map(({ scheme, value }) => `${scheme}:${value}`)),
    links: sortedRows(entity.relations.map(({ relation, to }) => ({ relation, to }))),
    sources: sortedOnce(
      [entity.citations, ...entity.relations.map((link) => link.citations)]
        .flat()
        .map(({ source }) => source),
    ),
    recordedIn: entity.recordedIn,
  };
}

/** The place of an entity in an order. */
export function entityOrderKey({ key, names }: EntityRecord, order: EntityOrder): string {
  return order === 'KEY' ? key : `${nameOrder(displayName(names))} ${key}`;
}

function nameOrder(name: string): string {
  return foldName(name).replaceAll(' ', '-').slice(0, NAME_ORDER_LENGTH);
}

/** A word as it stands where words are found by their ends. */
export function backwards(word: string): string {
  return [...word].reverse().join('');
}

/** The rows of a fact. */
export function deriveFact(fact: FactRecord): FactRow {
  const time = fact.time === undefined ? null : parseTime(fact.time);
  const bounds = time?.bounds;
  return {
    key: fact.key,
    kind: fact.kind,
    status: fact.status,
    modality: fact.modality,
    negated: fact.negated,
    timeOrder: factOrderKey(fact, 'TIME'),
    earliestStart: finiteDay(bounds?.earliestStart ?? -Infinity),
    latestStart: finiteDay(bounds?.latestStart ?? Infinity),
    earliestEnd: finiteDay(bounds?.earliestEnd ?? -Infinity),
    latestEnd: finiteDay(bounds?.latestEnd ?? Infinity),
    yearless: bounds?.yearless ?? '',
    participants: sortedRows(
      fact.participants.flatMap(({ role, entity }) => (entity === undefined ? [] : [{ role, entity }])),
    ),
    sources: sortedOnce(fact.citations.map(({ source }) => source)),
    words: textWords([fact.statement]),
    recordedIn: fact.recordedIn,
    statusSince: fact.history.at(-1)?.changeset ?? fact.recordedIn,
    statusesBefore: fact.history.slice(0, -1).map(({ status, changeset }) => ({ since: changeset, status })),
  };
}

/** The rows of a source. */
export function deriveSource({ title, publisher, authors }: SourceRecord): SourceRow {
  const names = [...(publisher === undefined ? [] : [publisher]), ...authors];
  return { words: sortedOnce([...textWords([title]), ...searchWords(names)]) };
}

/** The place of a fact in an order. */
export function factOrderKey({ key, time }: Pick<FactRecord, 'key' | 'time'>, order: FactOrder): string {
  if (order === 'KEY') return key;
  return `${timeOrderKey(time === undefined ? null : parseTime(time))}|${key}`;
}

/** A day as a store holds it: whole and finite. */
export function finiteDay(day: number): number {
  return Math.min(Math.max(day, NO_DAY_BEFORE), NO_DAY_AFTER);
}

/** The text in which a record is stored: its fields in alphabetical order at every level, so that equal records are equal texts. */
export function recordText(record: object): string {
  return JSON.stringify(inOrder(record));
}

function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(fields.map(([name, field]) => [name, inOrder(field)]));
}

/** SHA-256 of a record's text, in hexadecimal: `check` finds by it a record that was changed behind the store's back. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sortedOnce(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function sortedRows<Row extends object>(rows: readonly Row[]): Row[] {
  const byText = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return [...byText.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}
