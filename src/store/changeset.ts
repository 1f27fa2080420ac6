import type {
  ChangesetRecord,
  EntityContent,
  EntityRecord,
  FactContent,
  FactRecord,
  FactStatus,
  JudgementContent,
  JudgementRecord,
  SourceContent,
  SourceRecord,
} from '../ontology/index.js';

/** One step of a write. Puts replace what is said of an entity or source and keep the revision before it. */
export type Operation =
  | { op: 'putSource'; source: SourceContent }
  | { op: 'putEntity'; entity: EntityContent }
  | { op: 'recordFact'; fact: FactContent; status: FactStatus; supersedes?: string }
  | { op: 'setStatus'; fact: string; status: FactStatus; note?: string }
  | { op: 'judge'; judgement: JudgementContent }
  | { op: 'dropJudgement'; judgement: string };

/** A write as its author hands it in. It lands whole, as one changeset, or not at all. */
export interface ChangesetDraft {
  author: string;
  note: string;
  /** The instant of the write, ISO 8601 in UTC; set back to the one of the changeset before it, should it be earlier. */
  at: string;
  /** The version of the store that the draft was made for; refused when another write came between. */
  expectedVersion?: number;
  operations: readonly Operation[];
}

/** What stands in the store under the keys that a draft touches or refers to. */
export interface Standing {
  latest: ChangesetRecord | null;
  sources: ReadonlyMap<string, SourceRecord>;
  entities: ReadonlyMap<string, EntityRecord>;
  facts: ReadonlyMap<string, FactRecord>;
  /** Also those with which judgements of the draft may be at odds: see `judgementsInReach`. */
  judgements: ReadonlyMap<string, JudgementRecord>;
}

/** The records as they stand after a draft: new ones and changed ones, each whole. */
export interface SettledChangeset {
  changeset: ChangesetRecord;
  sources: readonly SourceRecord[];
  entities: readonly EntityRecord[];
  facts: readonly FactRecord[];
  judgements: readonly JudgementRecord[];
}

/** The keys whose records a store must read before a draft can be settled. */
export interface TouchedKeys {
  sources: readonly string[];
  entities: readonly string[];
  facts: readonly string[];
  judgements: readonly string[];
}

/** Names every key that a draft writes or refers to. */
export function touchedKeys(draft: ChangesetDraft): TouchedKeys {
  const sources = new Set<string>();
  const entities = new Set<string>();
  const facts = new Set<string>();
  const judgements = new Set<string>();
  const cite = (citations: readonly { source: string }[]) =>
    citations.forEach(({ source }) => sources.add(source));

  for (const operation of draft.operations) {
    switch (operation.op) {
      case 'putSource':
        sources.add(operation.source.key);
        operation.source.derivedFrom?.forEach((key) => sources.add(key));
        break;
      case 'putEntity':
        entities.add(operation.entity.key);
        cite(operation.entity.citations);
        for (const link of operation.entity.relations) {
          entities.add(link.to);
          cite(link.citations);
        }
        break;
      case 'recordFact':
        facts.add(operation.fact.key);
        if (operation.supersedes !== undefined) facts.add(operation.supersedes);
        cite(operation.fact.citations);
        for (const { entity } of operation.fact.participants) if (entity !== undefined) entities.add(entity);
        break;
      case 'setStatus':
        facts.add(operation.fact);
        break;
      case 'judge':
        judgements.add(operation.judgement.key);
        operation.judgement.entities.forEach((key) => entities.add(key));
        break;
      case 'dropJudgement':
        judgements.add(operation.judgement);
        break;
    }
  }
  return { sources: [...sources], entities: [...entities], facts: [...facts], judgements: [...judgements] };
}
