import type { EntityRow, FactRow, SourceRow } from './derive.js';

/**
 * One record as a store holds it, with everything that the store holds beside it. Rows are given as they are found,
 * sorted as `derive` sorts them, whether or not they are right.
 */
export type AuditItem =
  | RecordItem
  /** A row, an edge, a node, or something on one, that belongs to no record. */
  | { record: 'stray'; key: string; what: string }
  /** Something about what all records are kept in, which the key names, that is not as it must be; `ends` where nothing can be read. */
  | { record: 'damage'; key: string; what: string; ends: boolean };

/** What a store holds of a record, or of an earlier revision of one. */
export type RecordItem =
  | ({ record: 'changeset' | 'judgement' } & StoredText)
  | ({ record: 'source'; row: SourceRow } & StoredText)
  | ({ record: 'entity'; row: EntityRow | null } & StoredText)
  | ({ record: 'fact'; row: FactRow | null } & StoredText)
  /** An earlier revision of a source or an entity; `revision` is the one of the row that holds it. */
  | ({ record: 'sourceRevision' | 'entityRevision'; revision: number } & StoredText);

/** Whether it is a record, and not something beside them. */
export function isOfRecord(item: AuditItem): item is RecordItem {
  return item.record !== 'stray' && item.record !== 'damage';
}

export interface StoredText {
  /** The key of the row; for a changeset its number. */
  key: string;
  /** The record's text as stored. */
  text: string;
  /** The digest as stored beside it. */
  digest: string;
}
