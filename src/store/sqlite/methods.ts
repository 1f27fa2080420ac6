import { buildOntology } from '../../ontology/index.js';
import type { AuditItem } from '../audit.js';
import type { ChangesetDraft, Operation } from '../changeset.js';
import type {
  ChangePlace,
  EntityFilter,
  EntityOrder,
  FactFilter,
  FactOrder,
  LinkFilter,
  Page,
  Parent,
  SourceFilter,
  SourceOrder,
  WordSearch,
  WordsOf,
} from '../port.js';
import { auditItems } from './audit/items.js';
import type { Connection } from './connection.js';
import { unavailable } from './errors.js';
import {
  changesAfter,
  changesetTexts,
  countSources,
  entitiesRevisedSince,
  findSources,
  judgementTextsSince,
  newestChangeset,
  textsByKey,
  textsKnownIn,
} from './records.js';
import { companionsOf } from './search/companions.js';
import { ENTITIES, entityConditions, linkConditions } from './search/entities.js';
import { FACTS, factConditions, presently } from './search/facts.js';
import { count, findPage } from './search/find.js';
import { findWords } from './search/words.js';
import type { OntologyKinds } from './threads/messages.js';
import { applyDraft } from './write.js';

export type ReadingMethods = ReturnType<typeof readingMethods>;
export type WritingMethods = ReturnType<typeof writingMethods>;
export type AuditingMethods = ReturnType<typeof auditingMethods>;

/** The questions of the port, each answered at once and with records as their texts. */
export function readingMethods(connection: Connection) {
  return {
    sources: (keys: readonly string[], knownIn?: number) => textsKnownIn(connection, 'source', keys, knownIn),
    entities: (keys: readonly string[], knownIn?: number) =>
      textsKnownIn(connection, 'entity', keys, knownIn),
    facts: (keys: readonly string[]) => textsByKey(connection, 'fact', keys),
    judgements: (keys: readonly string[]) => textsByKey(connection, 'judgement', keys),

    judgementsSince: (changeset: number, page: Page<'KEY'>) =>
      judgementTextsSince(connection, changeset, page),

    findSources: (page: Page<SourceOrder>, filter?: SourceFilter) => findSources(connection, page, filter),
    countSources: () => countSources(connection),

    findEntities: (filter: EntityFilter, page: Page<EntityOrder>) =>
      findPage(connection, ENTITIES, entityConditions(filter), page),
    countEntities: (filter: EntityFilter) => count(connection, ENTITIES, entityConditions(filter)),
    findWords: (searches: readonly WordSearch[], of?: WordsOf) => findWords(connection, searches, of),
    entitiesRevisedSince: (changeset: number) => entitiesRevisedSince(connection, changeset),
    changesAfter: (place: ChangePlace, limit: number) => changesAfter(connection, place, limit),
    linkedTo: (parents: readonly Parent[], filter: LinkFilter, page: Page<EntityOrder>) =>
      parents.map((parent) => findPage(connection, ENTITIES, linkConditions(parent, filter), page)),
    countLinkedTo: (parents: readonly Parent[], filter: LinkFilter) =>
      parents.map((parent) => count(connection, ENTITIES, linkConditions(parent, filter))),

    findFacts: (filter: FactFilter, page: Page<FactOrder>) =>
      findPage(connection, FACTS, factConditions(presently(connection, filter)), page),
    findFactKeys: (filter: FactFilter, page: Page<FactOrder>) =>
      findPage(connection, FACTS, factConditions(presently(connection, filter)), page, true),
    countFacts: (filter: FactFilter) =>
      count(connection, FACTS, factConditions(presently(connection, filter))),
    factsOf: (
      parents: readonly Parent[],
      roles: readonly string[] | undefined,
      filter: FactFilter,
      page: Page<FactOrder>,
    ) => {
      const present = presently(connection, filter);
      return parents.map((parent) =>
        findPage(connection, FACTS, factConditions(ofParent(parent, roles, present)), page),
      );
    },
    countFactsOf: (parents: readonly Parent[], roles: readonly string[] | undefined, filter: FactFilter) => {
      const present = presently(connection, filter);
      return parents.map((parent) =>
        count(connection, FACTS, factConditions(ofParent(parent, roles, present))),
      );
    },

    companionsOf: (parents: readonly Parent[], kinds: readonly string[], filter: FactFilter) =>
      companionsOf(connection, parents, kinds, filter),

    version: () => newestChangeset(connection),
    changesets: (numbers: readonly number[]) => changesetTexts(connection, numbers),
  };
}

/** That a parent plays a role is one condition more. */
function ofParent(parent: Parent, roles: readonly string[] | undefined, filter: FactFilter): FactFilter {
  const plays = { entities: parent, ...(roles === undefined ? {} : { roles }) };
  return { ...filter, participants: [plays, ...(filter.participants ?? [])] };
}

export type DraftHeader = Omit<ChangesetDraft, 'operations'>;

/** Writes. A draft comes in parts, for the thread that hands it over must not be held up by its size. */
export function writingMethods(connection: Connection, kinds: OntologyKinds) {
  const ontology = buildOntology(kinds.entityKinds, kinds.factKinds, kinds.relations);
  const parts = new Map<number, Operation[]>();
  return {
    stage(draft: number, operations: readonly Operation[]): void {
      const earlier = parts.get(draft);
      if (earlier === undefined) parts.set(draft, [...operations]);
      else earlier.push(...operations);
    },
    discard(draft: number): void {
      parts.delete(draft);
    },
    apply(draft: number, header: DraftHeader, staged: number, operations: readonly Operation[]) {
      const earlier = parts.get(draft) ?? [];
      parts.delete(draft);
      // The parts went to a thread that has died since.
      if (earlier.length !== staged) throw unavailable('The changeset was lost on its way; apply it again.');
      return applyDraft(connection, { ...header, operations: [...earlier, ...operations] }, ontology);
    },
  };
}

const AUDIT_BATCH = 200;

/** Gives one audit out in batches; the last one is empty. */
export function auditingMethods(connection: Connection) {
  const items = auditItems(connection);
  return {
    next(): AuditItem[] {
      const batch: AuditItem[] = [];
      while (batch.length < AUDIT_BATCH) {
        const next = items.next();
        if (next.done === true) break;
        batch.push(next.value);
      }
      return batch;
    },
  };
}
