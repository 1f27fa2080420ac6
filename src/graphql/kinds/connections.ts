import { ontology } from '../../ontology/index.js';
import { connectionType } from '../types/connection.js';
import type { ConnectionClass } from '../types/connection.js';
import { EntityNode } from '../types/entity.js';
import { entityClasses, factClasses } from '../types/present.js';

/** The connection type of each kind, `TrainingConnection`. Made before the schema is built, which only reads them. */
const connections = new Map(
  [...ontology.entityKinds, ...ontology.factKinds].map(({ name }) => [
    name,
    connectionType(name, () => entityClasses.get(name) ?? factClasses.get(name)),
  ]),
);

/** The connection type of a kind. */
export function connectionOfKind(kind: string): ConnectionClass {
  const type = connections.get(kind);
  if (type === undefined) throw new Error(`no connection type for the kind ${kind}`);
  return type;
}

/** A list of entities of any kind. */
export const EntityConnection = connectionType('Entity', () => EntityNode);
