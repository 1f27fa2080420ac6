import { ObjectType } from 'type-graphql';
import { ontology, sideWords } from '../../ontology/index.js';
import type { FactKind, RoleDefinition } from '../../ontology/index.js';
import { allThere, whenThere } from '../awaitable.js';
import { resolved } from '../field.js';
import type { NodeClass } from '../field.js';
import { named } from '../types/connection.js';
import { EntityNode } from '../types/entity.js';
import { FactNode, GroupNode, ParticipantUnion, participantNode } from '../types/fact.js';
import { NodeBase } from '../types/node.js';
import { entityClasses, factClasses } from '../types/present.js';
import { addProperties } from './properties.js';

/** Makes the GraphQL type of every fact kind. */
export function makeFactTypes(): void {
  for (const kind of ontology.factKinds) makeFactType(kind);
}

function makeFactType(kind: FactKind): void {
  const type = named(kind.name, class extends FactNode {});
  const description = `${kind.description} ${sideWords(kind)}`;
  ObjectType(kind.name, { implements: [NodeBase, FactNode], description })(type);
  factClasses.set(kind.name, type);

  addProperties(type, kind.properties);
  for (const role of kind.roles) addRole(type, role);
}

function addRole(type: NodeClass<FactNode>, role: RoleDefinition): void {
  const player = () => playerType(role);
  const options = { description: role.description, nullable: !role.many && !role.required };
  resolved(
    type,
    role.field,
    () => (role.many ? [player()] : player()),
    options,
    ({ record, loaders }) => {
      const players = record.participants.filter((participant) => participant.role === role.name);
      const nodes = allThere(players.map((each) => participantNode(each, loaders)));
      return role.many ? nodes : whenThere(nodes, ([first]) => first ?? null);
    },
  );
}

/** As narrow a type as the role allows: one entity type, any entity, only groups, or all of them. */
function playerType(role: RoleDefinition): unknown {
  if (role.players.length === 0) return GroupNode;
  if (role.groups) return ParticipantUnion;
  return role.players.length === 1 ? entityClasses.get(role.players[0] ?? '') : EntityNode;
}
