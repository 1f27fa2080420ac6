import type { EntityRecord, FactRecord } from '../../ontology/index.js';
import type { EntityNode } from './entity.js';
import type { FactNode } from './fact.js';

/*
 * From a record to the value that GraphQL sees: an instance of the class of its kind. The classes are made from the
 * kinds (see kinds/) and enter themselves here, so that types may refer to one another without importing one another.
 */

export const entityClasses = new Map<string, new (record: EntityRecord) => EntityNode>();
export const factClasses = new Map<string, new (record: FactRecord) => FactNode>();

/** The value that stands for an entity. */
export function entityNode(record: EntityRecord): EntityNode {
  const type = entityClasses.get(record.kind);
  if (type === undefined) throw new Error(`no GraphQL type for the entity kind ${record.kind}`);
  return new type(record);
}

/** The value that stands for a fact. */
export function factNode(record: FactRecord): FactNode {
  const type = factClasses.get(record.kind);
  if (type === undefined) throw new Error(`no GraphQL type for the fact kind ${record.kind}`);
  return new type(record);
}
