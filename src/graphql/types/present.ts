import type { EntityRecord, FactRecord, JudgementRecord } from '../../ontology/index.js';
import { whenThere } from '../awaitable.js';
import type { Awaitable } from '../awaitable.js';
import type { Loaders } from '../loaders.js';
import type { EntityNode } from './entity.js';
import type { FactNode } from './fact.js';

/*
 * From a record to the value that GraphQL sees: an instance of the class of its kind. It keeps the loaders that it came
 * from, so that whatever is asked below it is seen from the same standpoint. The classes are made from the kinds (see
 * kinds/) and enter themselves here, so that types may refer to one another without importing one another.
 */

type NodeClass<Record, Node> = new (record: Record, loaders: Loaders) => Node;

export const entityClasses = new Map<string, NodeClass<EntityRecord, EntityNode>>();
export const judgementClass: { type?: NodeClass<JudgementRecord, object> } = {};
export const factClasses = new Map<string, NodeClass<FactRecord, FactNode>>();

/** The value that stands for an entity. */
export function entityNode(record: EntityRecord, loaders: Loaders): EntityNode {
  const type = entityClasses.get(record.kind);
  if (type === undefined) throw new Error(`no GraphQL type for the entity kind ${record.kind}`);
  return new type(record, loaders);
}

/** The value that stands for a fact. */
export function factNode(record: FactRecord, loaders: Loaders): FactNode {
  const type = factClasses.get(record.kind);
  if (type === undefined) throw new Error(`no GraphQL type for the fact kind ${record.kind}`);
  return new type(record, loaders);
}

/** The value that stands for the entity with a key; null when there is none. */
export function loadEntity(key: string, loaders: Loaders): Awaitable<EntityNode | null> {
  return whenThere(loaders.entity(key), (record) => (record === null ? null : entityNode(record, loaders)));
}

/** The value that stands for the fact with a key; null when there is none. */
export async function loadFact(key: string, loaders: Loaders): Promise<FactNode | null> {
  const record = await loaders.fact.load(key);
  return record === null ? null : factNode(record, loaders);
}

/** The values that stand for the judgements with these keys, as far as they are there. */
export async function loadJudgements(keys: readonly string[], loaders: Loaders): Promise<object[]> {
  const { type } = judgementClass;
  if (type === undefined) throw new Error('no GraphQL type for judgements');
  const records = await Promise.all(keys.map((key) => loaders.judgement.load(key)));
  return records.flatMap((record) => (record === null ? [] : [new type(record, loaders)]));
}
