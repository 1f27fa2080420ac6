import { ObjectType } from 'type-graphql';
import { ontology } from '../../ontology/index.js';
import type { EntityKind, RelationDefinition } from '../../ontology/index.js';
import type { EntityOrder } from '../../store/port.js';
import { allThere, whenThere } from '../awaitable.js';
import { resolved } from '../field.js';
import type { NodeClass } from '../field.js';
import { EntityListArgs, FactListArgs } from '../types/arguments.js';
import { connect, connectionComplexity, leansOnEntities, named, orderingOf } from '../types/connection.js';
import { EntityNode } from '../types/entity.js';
import { factsOfConnection } from '../types/factConnection.js';
import { NodeBase } from '../types/node.js';
import { entityClasses, entityNode, loadEntity } from '../types/present.js';
import { connectionOfKind } from './connections.js';
import { addProperties } from './properties.js';

/** Makes the GraphQL type of every entity kind. */
export function makeEntityTypes(): void {
  for (const kind of ontology.entityKinds) makeEntityType(kind);
}

function makeEntityType(kind: EntityKind): void {
  const type = named(kind.name, class extends EntityNode {});
  ObjectType(kind.name, { implements: [NodeBase, EntityNode], description: kind.description })(type);
  entityClasses.set(kind.name, type);

  addProperties(type, kind.properties);
  for (const relation of ontology.relationsFrom(kind.name)) addRelation(type, relation);
  for (const relation of ontology.relationsTo(kind.name)) addReverseRelation(type, relation);
  for (const { field, role, kind: factKind } of ontology.reverseRoles(kind.name)) {
    const description = `${factKind.name} facts in which it is ${role.name}: ${role.description}`;
    const options = { description, args: FactListArgs, complexity: connectionComplexity };
    resolved(
      type,
      field,
      () => connectionOfKind(factKind.name),
      options,
      (entity, args: FactListArgs, context) =>
        factsOfConnection(connectionOfKind(factKind.name), context, args, entity, [role.name], {
          kinds: [factKind.name],
        }),
    );
  }
}

function addRelation(type: NodeClass<EntityNode>, relation: RelationDefinition): void {
  const target = () => (relation.to.length === 1 ? entityClasses.get(relation.to[0] ?? '') : EntityNode);
  const options = { description: relation.description, nullable: !relation.many };
  resolved(
    type,
    relation.field,
    () => (relation.many ? [target()] : target()),
    options,
    ({ record, loaders }) => {
      const keys = record.relations.filter((link) => link.relation === relation.name).map((link) => link.to);
      return whenThere(allThere(keys.map((key) => loadEntity(key, loaders))), (loaded) => {
        const nodes = loaded.filter((node) => node !== null);
        return relation.many ? nodes : (nodes[0] ?? null);
      });
    },
  );
}

function addReverseRelation(type: NodeClass<EntityNode>, relation: RelationDefinition): void {
  const connection = () => connectionOfKind(relation.from);
  const options = {
    description: relation.reverseDescription,
    args: EntityListArgs,
    complexity: connectionComplexity,
  };
  resolved(type, relation.reverse, connection, options, ({ key, loaders }, args: EntityListArgs) => {
    const filter = { relation: relation.name, kinds: [relation.from] };
    return connect(connection(), args, {
      ordering: orderingOf<EntityOrder>(args.order ?? 'NAME'),
      loaders,
      leansOn: leansOnEntities([key]),
      load: (page) => loaders.linkedTo({ filter, page }, key),
      count: () => loaders.countLinkedTo({ filter }, key),
      present: (record) => entityNode(record, loaders),
    });
  });
}
