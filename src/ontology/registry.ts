import { ConfrereError } from '../errors.js';
import { sidesOfArrival, sidesOfFlow } from './define.js';
import type {
  EntityKind,
  FactKind,
  PropertyDefinition,
  RelationDefinition,
  RoleDefinition,
} from './define.js';

import {
  COMMON_ENTITY_FIELDS,
  COMMON_FACT_FIELDS,
  RESERVED_ENDING,
  RESERVED_NAMES,
  RESERVED_PREFIXES,
  RESERVED_RELATIONSHIPS,
} from './reserved.js';

/** A way from an entity back to the facts in which it plays a role. */
export interface ReverseRole {
  field: string;
  role: RoleDefinition;
  kind: FactKind;
}

/** All kinds, with the look-ups that everything derived from them needs. Lists are sorted by name. */
export interface Ontology {
  entityKinds: readonly EntityKind[];
  factKinds: readonly FactKind[];
  relations: readonly RelationDefinition[];
  /** The names of all roles of all fact kinds, sorted, each once. */
  roleNames: readonly string[];
  /** The names of all relations, sorted, each once. */
  relationNames: readonly string[];
  entityKind(name: string): EntityKind;
  factKind(name: string): FactKind;
  /** The kind that a key belongs to by its prefix, or undefined. */
  entityKindOfKey(key: string): EntityKind | undefined;
  factKindOfKey(key: string): FactKind | undefined;
  relationsFrom(entityKind: string): readonly RelationDefinition[];
  relationsTo(entityKind: string): readonly RelationDefinition[];
  reverseRoles(entityKind: string): readonly ReverseRole[];
}

const NAME = /^[A-Z][A-Za-z]*$/;
const PREFIX = /^[a-z]+$/;
const FIELD = /^[a-z][A-Za-z]*$/;
const UPPER = /^[A-Z]+(_[A-Z]+)*$/;
/** Builds the ontology from its kinds and refuses, with BAD_KIND, kinds that contradict one another. */
export function buildOntology(
  entityKinds: readonly EntityKind[],
  factKinds: readonly FactKind[],
  relations: readonly RelationDefinition[],
): Ontology {
  const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1);
  const entities = [...entityKinds].sort(byName);
  const facts = [...factKinds].sort(byName);
  const entityNames = new Map(entities.map((kind) => [kind.name, kind]));
  const factNames = new Map(facts.map((kind) => [kind.name, kind]));
  const entityPrefixes = new Map(entities.map((kind) => [kind.prefix, kind]));
  const factPrefixes = new Map(facts.map((kind) => [kind.prefix, kind]));

  checkNames([...entities, ...facts]);
  for (const kind of facts) checkRoles(kind, entityNames);
  for (const relation of relations) checkRelation(relation, entityNames);
  demandUnique(
    relations.map(({ name, from }) => `${name} of ${from}`),
    'as a relation',
  );

  const ontology: Ontology = {
    entityKinds: entities,
    factKinds: facts,
    relations,
    roleNames: [...new Set(facts.flatMap((kind) => kind.roles.map((role) => role.name)))].sort(),
    relationNames: [...new Set(relations.map((relation) => relation.name))].sort(),
    entityKind: (name) => entityNames.get(name) ?? missing('entity kind', name, entityNames),
    factKind: (name) => factNames.get(name) ?? missing('fact kind', name, factNames),
    entityKindOfKey: (key) => entityPrefixes.get(prefixOf(key)),
    factKindOfKey: (key) => factPrefixes.get(prefixOf(key)),
    relationsFrom: (kind) => relations.filter((relation) => relation.from === kind),
    relationsTo: (kind) => relations.filter((relation) => relation.to.includes(kind)),
    reverseRoles: (entityKind) =>
      facts.flatMap((kind) =>
        kind.roles
          .filter((role) => role.players.includes(entityKind))
          .map((role) => ({ field: role.reverse, role, kind })),
      ),
  };
  for (const kind of entities) checkEntityFields(kind, ontology);
  return ontology;
}

function prefixOf(key: string): string {
  return key.slice(0, Math.max(0, key.indexOf('/')));
}

function missing(what: string, name: string, known: ReadonlyMap<string, unknown>): never {
  throw new ConfrereError(
    'BAD_KIND',
    `There is no ${what} "${name}". Known are: ${[...known.keys()].join(', ')}.`,
  );
}

function refuse(message: string): never {
  throw new ConfrereError('BAD_KIND', `The ontology contradicts itself: ${message}`);
}

function demand(pattern: RegExp, value: string, what: string): void {
  if (!pattern.test(value)) refuse(`${what} is "${value}", which does not match ${pattern.source}.`);
}

function demandUnique(values: readonly string[], where: string): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) refuse(`"${value}" is used twice ${where}.`);
    seen.add(value);
  }
}

function demandFree(relationships: readonly string[]): void {
  for (const name of relationships) {
    if (RESERVED_RELATIONSHIPS.includes(name)) refuse(`"${name}" leads to what is no part of a kind.`);
  }
}

function checkNames(kinds: readonly { name: string; prefix: string; properties: Properties }[]): void {
  for (const kind of kinds) {
    demand(NAME, kind.name, 'A kind’s name');
    demand(PREFIX, kind.prefix, `The prefix of ${kind.name}`);
    checkProperties(kind);
  }
  const names = [...kinds.map((kind) => kind.name), ...kinds.flatMap(enumNames)];
  for (const name of names) {
    if (RESERVED_ENDING.test(name)) refuse(`"${name}" ends like the types of lists do.`);
  }
  demandUnique([...RESERVED_NAMES, ...names], 'as the name of a type');
  demandUnique([...RESERVED_PREFIXES, ...kinds.map((kind) => kind.prefix)], 'as the prefix of keys');
}

type Properties = Readonly<Record<string, PropertyDefinition>>;

function checkProperties(kind: { name: string; properties: Properties }): void {
  for (const [name, property] of Object.entries(kind.properties)) {
    demand(FIELD, name, `A property of ${kind.name}`);
    if (property.type !== 'enum') continue;
    demand(NAME, property.name, `The enum of ${kind.name}.${name}`);
    if (Object.keys(property.values).length === 0) refuse(`${property.name} has no values.`);
    for (const value of Object.keys(property.values)) demand(UPPER, value, `A value of ${property.name}`);
  }
}

function enumNames({ properties }: { properties: Properties }): string[] {
  return Object.values(properties).flatMap((property) => (property.type === 'enum' ? [property.name] : []));
}

function checkRoles(kind: FactKind, entityKinds: ReadonlyMap<string, EntityKind>): void {
  for (const role of kind.roles) {
    demand(UPPER, role.name, `A role of ${kind.name}`);
    demand(FIELD, role.field, `The field of ${kind.name}’s ${role.name}`);
    demand(FIELD, role.reverse, `The reverse of ${kind.name}’s ${role.name}`);
    for (const player of role.players)
      if (!entityKinds.has(player)) missing('entity kind', player, entityKinds);
    if (role.players.length === 0 && !role.groups) refuse(`nobody may play ${kind.name}’s ${role.name}.`);
  }
  const names = kind.roles.map((role) => role.name);
  demandUnique(names, `as a role of ${kind.name}`);
  demandFree(names);
  demandUnique(
    [...COMMON_FACT_FIELDS, ...kind.roles.map((role) => role.field), ...Object.keys(kind.properties)],
    `as a field of ${kind.name}`,
  );
  for (const name of kind.atLeastOneOf) {
    if (!names.includes(name)) refuse(`${kind.name} wants at least one of ${name}, which is no role of it.`);
  }
  checkSides(kind, names);
}

function checkSides({ name, flow, arrival }: FactKind, roles: readonly string[]): void {
  const flowSides = sidesOfFlow(flow);
  for (const { roles: played, toldBy = [] } of [...flowSides, ...sidesOfArrival(arrival)]) {
    if (played.length === 0) refuse(`a side of ${name} has no roles.`);
    for (const role of played) {
      if (!roles.includes(role)) refuse(`a side of ${name} names ${role}, which is no role of it.`);
    }
    for (const role of toldBy) {
      if (!played.includes(role)) refuse(`a side of ${name} is told by ${role}, which is none of its roles.`);
    }
  }
  demandUnique(
    flowSides.flatMap((each) => each.roles),
    `on the sides of ${name}`,
  );
}

function checkRelation(relation: RelationDefinition, entityKinds: ReadonlyMap<string, EntityKind>): void {
  demand(UPPER, relation.name, 'A relation’s name');
  demandFree([relation.name]);
  demand(FIELD, relation.field, `The field of ${relation.name}`);
  demand(FIELD, relation.reverse, `The reverse of ${relation.name}`);
  if (relation.to.length === 0) refuse(`${relation.name} of ${relation.from} leads to nothing.`);
  for (const end of [relation.from, ...relation.to]) {
    if (!entityKinds.has(end)) missing('entity kind', end, entityKinds);
  }
}

function checkEntityFields(kind: EntityKind, ontology: Ontology): void {
  demandUnique(
    [
      ...COMMON_ENTITY_FIELDS,
      ...Object.keys(kind.properties),
      ...ontology.relationsFrom(kind.name).map((relation) => relation.field),
      ...ontology.relationsTo(kind.name).map((relation) => relation.reverse),
      ...ontology.reverseRoles(kind.name).map((reverse) => reverse.field),
    ],
    `as a field of ${kind.name}`,
  );
}
