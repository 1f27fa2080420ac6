import type { EntityRecord, FactRecord, JudgementRecord } from './records.js';

/*
 * What was known earlier, and what would be known without some sources: records turned back. Pure, so that every store
 * and every question turns them back alike.
 */

/** The fact as it stood after a changeset; null where it was recorded later. */
export function factAsKnown(fact: FactRecord, knownIn: number): FactRecord | null {
  if (fact.recordedIn > knownIn) return null;
  const history = fact.history.filter(({ changeset }) => changeset <= knownIn);
  const last = history.at(-1);
  if (last === undefined || history.length === fact.history.length) return fact;
  // A fact is superseded by the last change of its status, which is not among those that are left.
  const { retractedIn: _in, retractedAt: _at, supersededBy: _by, ...rest } = fact;
  const retraction = history.slice(history.findLastIndex(({ status }) => status !== 'RETRACTED') + 1)[0];
  return {
    ...rest,
    status: last.status,
    history,
    ...(retraction === undefined ? {} : { retractedIn: retraction.changeset, retractedAt: retraction.at }),
  };
}

/** The judgement as it stood after a changeset; null where it was made later. */
export function judgementAsKnown(judgement: JudgementRecord, knownIn: number): JudgementRecord | null {
  if (judgement.recordedIn > knownIn) return null;
  const { droppedIn = 0, droppedAt: _at, ...rest } = judgement;
  return droppedIn > knownIn ? rest : judgement;
}

/** The fact as if the sources did not exist; null where no other says so. */
export function factWithout(fact: FactRecord, sources: ReadonlySet<string>): FactRecord | null {
  const citations = fact.citations.filter(({ source }) => !sources.has(source));
  if (citations.length === fact.citations.length) return fact;
  return citations.length === 0 ? null : { ...fact, citations };
}

/**
 * The entity as if the sources did not exist: relations that nobody else states, nor an editor, are gone with them. Where
 * nobody else speaks of the entity at all, nothing is left of it but the name to show it by.
 */
export function entityWithout(entity: EntityRecord, sources: ReadonlySet<string>): EntityRecord {
  const kept = ({ source }: { source: string }) => !sources.has(source);
  const relations = entity.relations.flatMap((link) => {
    const citations = link.citations.filter(kept);
    if (citations.length === link.citations.length) return [link];
    return citations.length === 0 && link.editor === undefined ? [] : [{ ...link, citations }];
  });
  const citations = entity.citations.filter(kept);
  const isUnknown = citations.length === 0 && entity.citations.length > 0 && entity.editor === undefined;
  const rest = isUnknown ? { names: entity.names.slice(0, 1), properties: {}, externalIds: [] } : {};
  return { ...entity, citations, relations, ...rest };
}
