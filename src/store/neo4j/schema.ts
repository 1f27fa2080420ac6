import { CHANGED_IN, EDGE, LABEL, WORD_OF } from './vocabulary.js';
import type { Vocabulary } from './vocabulary.js';

/** A constraint or an index: its name, and the command that creates it. */
export interface SchemaRule {
  name: string;
  command: string;
}

/** What keeps the node of the store the only one: needed before anything else, for writers lock that node. */
export const storeRule = unique(LABEL.store, ['id']);

/**
 * What keeps keys unique and lists in order. Every kind, role and relation of the ontology gets an index of its own.
 *
 * A list of the facts of an entity is one step into the index of a role on (target, timeOrder): relationships carry
 * the key they lead to and the place of the fact, because only then does the index hand out the facts of one entity
 * already in order, however many there are.
 */
export function schemaRules(vocabulary: Vocabulary): SchemaRule[] {
  return [
    ...[LABEL.entity, LABEL.fact, LABEL.source, LABEL.judgement].map((label) => unique(label, ['key'])),
    ...Object.values(WORD_OF).flatMap((label) => [unique(label, ['key']), nodeIndex(label, 'backwards')]),
    ...[LABEL.entityRevision, LABEL.sourceRevision].map((label) => unique(label, ['key', 'revision'])),
    unique(LABEL.changeset, ['number']),
    unique(LABEL.changeset, ['draft']),
    unique(LABEL.progress, ['id']),
    ...Object.entries(CHANGED_IN).map(([label, property]) => nodeIndex(label, property, 'key')),
    nodeIndex(LABEL.name, 'nameKey'),
    nodeIndex(LABEL.externalId, 'externalId'),
    nodeIndex(LABEL.entity, 'nameOrder'),
    nodeIndex(LABEL.entity, 'recordedIn'),
    nodeIndex(LABEL.judgement, 'changedIn'),
    nodeIndex(LABEL.fact, 'timeOrder'),
    ...vocabulary.entityKinds.map(({ name }) => nodeIndex(name, 'nameOrder')),
    ...vocabulary.factKinds.map(({ name }) => nodeIndex(name, 'timeOrder')),
    ...vocabulary.roles.map((role) => edgeIndex(role, 'timeOrder')),
    ...vocabulary.relations.map((relation) => edgeIndex(relation, 'nameOrder')),
    edgeIndex(EDGE.cites, 'timeOrder'),
    edgeIndex(EDGE.cites, 'nameOrder'),
    edgeIndex(EDGE.hasWord, 'nameOrder'),
  ];
}

function unique(label: string, properties: readonly string[]): SchemaRule {
  const name = ruleName(label, properties);
  const fields = properties.map((property) => `node.${property}`).join(', ');
  return {
    name,
    command: `CREATE CONSTRAINT ${name} IF NOT EXISTS FOR (node:${label}) REQUIRE (${fields}) IS UNIQUE`,
  };
}

function nodeIndex(label: string, ...properties: string[]): SchemaRule {
  const name = ruleName(label, properties);
  const fields = properties.map((property) => `node.${property}`).join(', ');
  return { name, command: `CREATE INDEX ${name} IF NOT EXISTS FOR (node:${label}) ON (${fields})` };
}

function edgeIndex(type: string, order: string): SchemaRule {
  const name = ruleName(type, ['target', order]);
  return {
    name,
    command: `CREATE INDEX ${name} IF NOT EXISTS FOR ()-[edge:${type}]-() ON (edge.target, edge.${order})`,
  };
}

/** Labels and types cannot be mixed up: types are written in capitals. */
function ruleName(labelOrType: string, properties: readonly string[]): string {
  return ['confrere', labelOrType, ...properties].join('_');
}
