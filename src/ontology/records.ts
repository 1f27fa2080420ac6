import type { JudgementContent } from './identity.js';
import type { Name } from './names.js';
import type { Citation, FactStatus, Modality, SourceContent } from './provenance.js';
import type { Quantity } from './quantity.js';

/** An id that another system has given, for instance `{ scheme: "wikidata", value: "Q881" }`. */
export interface ExternalId {
  scheme: string;
  value: string;
}

/** How one entity stands to another. It has a source, or an editor's reason, of its own. */
export interface RelationLink {
  relation: string;
  to: string;
  citations: readonly Citation[];
  editor?: string;
}

/** What is said of an entity. The first name is the one it is shown by. */
export interface EntityContent {
  key: string;
  kind: string;
  names: readonly Name[];
  properties: Readonly<Record<string, string>>;
  relations: readonly RelationLink[];
  externalIds: readonly ExternalId[];
  citations: readonly Citation[];
  /** Why an editor added it, where no source speaks of it. */
  editor?: string;
  note?: string;
}

/** Unnamed people, under the label that the source gives them. Never turned into persons or into a number. */
export interface Group {
  label: string;
  quantity?: Quantity;
}

/** Someone or something that plays a role in a fact: an entity by its key, or a group. */
export type Participant =
  | {
      role: string;
      entity: string;
      group?: undefined;
      /** Only in answers: see `factAsJudged`. */ recordedAs?: string;
    }
  | { role: string; group: Group; entity?: undefined };

/** What a fact states. It never changes once recorded. Participants stand in the order of the kind’s roles. */
export interface FactContent {
  key: string;
  kind: string;
  statement: string;
  participants: readonly Participant[];
  properties: Readonly<Record<string, string>>;
  /** EDTF, as written. */
  time?: string;
  quantity?: Quantity;
  modality: Modality;
  negated: boolean;
  citations: readonly Citation[];
  note?: string;
}

/** When a record came to be known: the number of its changeset and that changeset’s instant (ISO 8601, UTC). */
export interface Recorded {
  recordedIn: number;
  recordedAt: string;
}

export interface StatusChange {
  status: FactStatus;
  changeset: number;
  at: string;
  note?: string;
}

/** `members` stands only in answers, where the entity is several that were judged one: see `entityAsJudged`. */
export type EntityRecord = EntityContent & Recorded & { revision: number; members?: readonly string[] };
export type SourceRecord = SourceContent & Recorded & { revision: number };

export type FactRecord = FactContent &
  Recorded & {
    status: FactStatus;
    /** Every status it has had, oldest first; the last one is `status`. */
    history: readonly StatusChange[];
    /** The fact that this one corrects. */
    supersedes?: string;
    /** The fact that corrects this one; then the status is RETRACTED. */
    supersededBy?: string;
    retractedIn?: number;
    retractedAt?: string;
  };

export type JudgementRecord = JudgementContent & Recorded & { droppedIn?: number; droppedAt?: string };

/** A write that landed: its number only grows. */
export interface ChangesetRecord {
  number: number;
  author: string;
  note: string;
  /** ISO 8601, UTC; never before the one of the changeset before it. */
  at: string;
  /** How many facts, judgements and revisions of entities and sources it recorded; by this a loss is noticed. */
  records: number;
}
