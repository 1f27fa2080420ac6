import type {
  ChangesetRecord,
  Citation,
  EntityRecord,
  FactRecord,
  JudgementRecord,
  SourceRecord,
} from '../../ontology/index.js';
import { STATUSES } from '../../ontology/index.js';
import { deriveEntity, deriveFact, deriveSource, digestOf, displayName, recordText } from '../derive.js';
import type { FactRow } from '../derive.js';
import { EDGE, LABEL } from './vocabulary.js';

/*
 * How records look in the graph. Everything here follows from the record alone; what is written and what an audit
 * expects to find are this.
 */

export type Value = string | number | boolean | readonly string[] | readonly number[];
export type Properties = Readonly<Record<string, Value>>;

/** A relationship from the record's node to the node with the key `target`, which stands among its properties too. */
export interface Edge {
  type: string;
  target: string;
  properties: Properties;
}

export interface Image {
  key: string;
  /** The label of all such records, and the one of the record's kind where it has one. */
  labels: readonly string[];
  properties: Properties;
  /** Each pair of type and target once. */
  edges: readonly Edge[];
}

/** Of a record that is found by its words. */
export interface WordedImage extends Image {
  /** Each is a node that it shares with all records of its sort that have it. */
  words: readonly string[];
}

export interface EntityImage extends WordedImage {
  /** Each is a node of its own, so that an index can lead to the entity from any of them. */
  nameKeys: readonly string[];
  externalIds: readonly string[];
}

export function imageOfEntity(entity: EntityRecord): EntityImage {
  const row = deriveEntity(entity);
  const { nameOrder, recordedIn } = row;
  const citations = [entity.citations, ...entity.relations.map((link) => link.citations)].flat();
  return {
    key: row.key,
    labels: [LABEL.entity, row.kind],
    properties: {
      ...stored(entity),
      key: row.key,
      name: readable(displayName(entity.names)),
      nameOrder,
      recordedIn,
    },
    edges: [
      ...citing(row.sources, citations, { nameOrder }),
      ...row.links.map(({ relation, to }) => edge(relation, to, { nameOrder })),
      ...row.words.map((word) => edge(EDGE.hasWord, word, { nameOrder })),
    ],
    words: row.words,
    nameKeys: row.nameKeys,
    externalIds: row.externalIds,
  };
}

/**
 * Neo4j finds the property that was written last first: what filters ask of many facts stands at the end, the long text
 * of the record at the beginning.
 */
export function imageOfFact(fact: FactRecord): WordedImage {
  const row = deriveFact(fact);
  const { key, kind, participants, sources, words, timeOrder, status, modality, negated } = row;
  const { earliestStart, latestStart, earliestEnd, latestEnd, yearless } = row;
  return {
    key,
    labels: [LABEL.fact, kind],
    properties: {
      ...stored(fact),
      statement: readable(fact.statement),
      ...(fact.time === undefined ? {} : { time: fact.time }),
      key,
      timeOrder,
      earliestStart,
      latestStart,
      earliestEnd,
      latestEnd,
      yearless,
      ...knowledgeOf(row),
      status,
      modality,
      negated,
    },
    edges: [
      ...citing(sources, fact.citations, { timeOrder }),
      ...participants.map(({ role, entity }) => edge(role, entity, { timeOrder })),
      ...having(words),
    ],
    words,
  };
}

/**
 * Since when a fact has its status, and where it had others before, all of them, oldest first: two lists that go together.
 *
 * Whoever reads while a changeset lands may see some properties as they were and others as they will be. So the present
 * status and since when it holds are one number, and of the lists each is right whether it has grown already or not.
 */
export function knowledgeOf({ recordedIn, status, statusSince, statusesBefore }: FactRow): Properties {
  const all = [...statusesBefore, { status, since: statusSince }];
  const history = { statuses: all.map((one) => one.status), statusesSince: all.map(({ since }) => since) };
  return {
    ...(statusesBefore.length === 0 ? {} : history),
    recordedIn,
    statusSince,
    standing: statusSince * STANDINGS + standingOf(status),
  };
}

/** More than there are statuses. */
export const STANDINGS = 16;

/** A status as a number. */
export function standingOf(status: string): number {
  return Object.keys(STATUSES).indexOf(status);
}

export function imageOfSource(source: SourceRecord): WordedImage {
  const { words } = deriveSource(source);
  return {
    key: source.key,
    labels: [LABEL.source],
    properties: {
      ...stored(source),
      key: source.key,
      title: readable(source.title),
      recordedIn: source.recordedIn,
    },
    edges: having(words),
    words,
  };
}

export function imageOfJudgement(judgement: JudgementRecord): Image {
  const { key, verdict, reason, judge, droppedIn, entities } = judgement;
  return {
    key,
    labels: [LABEL.judgement],
    properties: {
      key,
      verdict,
      reason: readable(reason),
      judge: readable(judge),
      stands: droppedIn === undefined,
      changedIn: changedIn(judgement),
      ...stored(judgement),
    },
    edges: [...entities].sort().map((entity) => edge(EDGE.judges, entity, {})),
  };
}

/** The changeset by which it was made, or dropped. */
export function changedIn({ recordedIn, droppedIn }: JudgementRecord): number {
  return droppedIn ?? recordedIn;
}

export function imageOfChangeset(changeset: ChangesetRecord): Image {
  const { number, author, note, at } = changeset;
  return {
    key: String(number),
    labels: [LABEL.changeset],
    properties: { number, author: readable(author), note: readable(note), at, ...stored(changeset) },
    edges: [],
  };
}

function stored(record: object): { record: string; digest: string } {
  const text = recordText(record);
  return { record: text, digest: digestOf(text) };
}

function citing(sources: readonly string[], citations: readonly Citation[], order: Properties): Edge[] {
  return sources.map((source) => {
    const locators = citations.filter((citation) => citation.source === source).map(locatorOf);
    return edge(EDGE.cites, source, { ...order, locators: [...new Set(locators)] });
  });
}

/** Where lists are not ordered along the words, what leads to them carries nothing: there is very much of it. */
function having(words: readonly string[]): Edge[] {
  return words.map((word) => ({ type: EDGE.hasWord, target: word, properties: {} }));
}

function edge(type: string, target: string, properties: Properties): Edge {
  return { type, target, properties: { target, ...properties } };
}

/** Where in the source, in words. */
function locatorOf({ section, page, paragraph, time }: Citation): string {
  const parts = [
    section,
    page === undefined ? undefined : `page ${page}`,
    paragraph === undefined ? undefined : `paragraph ${paragraph}`,
    time,
  ];
  return readable(parts.filter((part) => part !== undefined).join(', '));
}

/** Half of a surrogate pair has no form in UTF-8; the record, which is JSON, keeps it all the same. */
function readable(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}
