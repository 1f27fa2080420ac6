import type { EntityRow, FactRow, SourceRow } from '../../derive.js';
import { EDGE, LABEL } from '../vocabulary.js';
import type { Label, Vocabulary } from '../vocabulary.js';
import type { FoundEdge, FoundNode } from './found.js';

/*
 * What an index row is in the embedded store stands in the graph as labels, properties and relationships. Here it is
 * read back from them as it is, right or wrong, in the order of `derive`.
 */

export function rowOfEntity(node: FoundNode, vocabulary: Vocabulary): EntityRow {
  const { properties, edges } = node;
  return {
    key: asFound(properties['key']),
    kind: kindOf(node, LABEL.entity),
    nameOrder: asFound(properties['nameOrder']),
    nameKeys: ends(edges, EDGE.named, LABEL.name),
    words: ends(edges, EDGE.hasWord, LABEL.word),
    externalIds: ends(edges, EDGE.identifiedBy, LABEL.externalId),
    links: edges
      .filter(({ type }) => vocabulary.relations.includes(type))
      .map((edge) => ({ relation: edge.type, to: endOf(edge, LABEL.entity) }))
      .sort(byJson),
    sources: ends(edges, EDGE.cites, LABEL.source),
    recordedIn: asFound(properties['recordedIn']),
  };
}

export function rowOfFact(node: FoundNode, vocabulary: Vocabulary): FactRow {
  const { properties, edges } = node;
  return {
    key: asFound(properties['key']),
    kind: kindOf(node, LABEL.fact),
    status: asFound(properties['status']),
    modality: asFound(properties['modality']),
    negated: asFound(properties['negated']),
    timeOrder: asFound(properties['timeOrder']),
    earliestStart: asFound(properties['earliestStart']),
    latestStart: asFound(properties['latestStart']),
    earliestEnd: asFound(properties['earliestEnd']),
    latestEnd: asFound(properties['latestEnd']),
    yearless: asFound(properties['yearless']),
    participants: edges
      .filter(({ type }) => vocabulary.roles.includes(type))
      .map((edge) => ({ role: edge.type, entity: endOf(edge, LABEL.entity) }))
      .sort(byJson),
    sources: ends(edges, EDGE.cites, LABEL.source),
    words: ends(edges, EDGE.hasWord, LABEL.factWord),
    recordedIn: asFound(properties['recordedIn']),
    statusSince: asFound(properties['statusSince']),
    statusesBefore: statusesBefore(node),
  };
}

export function rowOfSource({ edges }: FoundNode): SourceRow {
  return { words: ends(edges, EDGE.hasWord, LABEL.sourceWord) };
}

/** Whether a relationship of this type is told by the row of an entity, a fact or a source. */
export function isInRow(type: string, label: Label, vocabulary: Vocabulary): boolean {
  if (label === LABEL.source) return type === EDGE.hasWord;
  if (type === EDGE.cites) return label === LABEL.entity || label === LABEL.fact;
  if (label === LABEL.fact) return type === EDGE.hasWord || vocabulary.roles.includes(type);
  const own: readonly string[] = [EDGE.named, EDGE.identifiedBy, EDGE.hasWord, ...vocabulary.relations];
  return label === LABEL.entity && own.includes(type);
}

/** A value as it was found, of whatever type: `check` compares it with what it should be. */
function asFound<Value>(value: unknown): Value {
  return value as Value;
}

/** What a value is in words, where it should be a text. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : `(${JSON.stringify(value) ?? 'nothing'})`;
}

/** Lists that do not go together are given as they are, which no row has. */
function statusesBefore({ properties }: FoundNode): FactRow['statusesBefore'] {
  const { statuses, statusesSince: since, status: present, statusSince: presentSince } = properties;
  if (statuses === undefined && since === undefined) return [];
  const paired = Array.isArray(statuses) && Array.isArray(since) && statuses.length === since.length;
  const endsAtPresent = paired && statuses.at(-1) === present && since.at(-1) === presentSince;
  if (!endsAtPresent || statuses.length === 1) return asFound({ statuses, since });
  return statuses
    .slice(0, -1)
    .map((status, index) => ({ since: asFound(since[index]), status: asFound(status) }));
}

function kindOf({ labels }: FoundNode, label: Label): string {
  return labels
    .filter((one) => one !== label)
    .sort()
    .join(':');
}

function ends(edges: readonly FoundEdge[], type: string, label: Label): string[] {
  return edges
    .filter((edge) => edge.type === type)
    .map((edge) => endOf(edge, label))
    .sort();
}

function endOf({ labels, end }: FoundEdge, label: Label): string {
  return labels.includes(label) ? text(end) : `${text(end)} (${labels.join(':') || 'no label'})`;
}

function byJson(a: object, b: object): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}
