/** The shapes in which a kind is declared. A kind is data: everything else that must know of it is derived from here. */

/** A property whose value is free text, at most 500 characters, in the words of the source or our own. */
export interface TextProperty {
  type: 'text';
  description: string;
}

/** A property whose value is one of a few words, each with its description. */
export interface EnumProperty {
  type: 'enum';
  /** The name of the GraphQL enum. */
  name: string;
  description: string;
  values: Readonly<Record<string, string>>;
}

export type PropertyDefinition = TextProperty | EnumProperty;

export interface EntityKind {
  /** GraphQL type and Neo4j label: `Doctor`. */
  name: string;
  /** First part of its keys: `doctor` in `doctor/nguyen-phu-huu`. */
  prefix: string;
  /** What the kind covers and what not, for the people who read the schema. */
  description: string;
  properties: Readonly<Record<string, PropertyDefinition>>;
}

export interface RoleDefinition {
  /** Neo4j relationship type and GraphQL enum value: `TRAINER`. */
  name: string;
  /** The field on the fact: `trainers`; plural where the role is played by many. */
  field: string;
  /** The field on the entity that leads back to the facts: `trainingsGiven`. */
  reverse: string;
  description: string;
  /** The names of the entity kinds that may play it. */
  players: readonly string[];
  /** Whether unnamed people may play it, as a group with a label. */
  groups: boolean;
  many: boolean;
  required: boolean;
}

/** One side of a fact: whoever plays one of these roles stands on it. */
export interface Side {
  roles: readonly string[];
  /** Whether the posts that people in these roles held at the time tell where the side is. */
  posts: boolean;
  /** Those of the roles whose players, where there are any, say where the others belong: then posts are not asked. */
  toldBy?: readonly string[];
}

/** Between which sides a fact runs: who sends, teaches, hands over, and to whom. */
export type Flow =
  | {
      direction: 'DIRECTED';
      from: Side;
      to: Side;
      /**
       * Where it takes place, as far as that stands in for those to whom it goes: it counts beside `to` where it is not
       * where the fact comes from. Guests may be taught at the hospital of their teachers.
       */
      place?: Side;
    }
  /** Named parties stand each for itself; whoever plays in `unnamed` tells where the unnamed ones come from. */
  | { direction: 'UNDIRECTED'; parties: Side; unnamed: Side };

/** All sides of a flow, if there is one. */
export function sidesOfFlow(flow: Flow | undefined): Side[] {
  if (flow === undefined) return [];
  if (flow.direction === 'UNDIRECTED') return [flow.parties, flow.unnamed];
  return [flow.from, flow.to, ...(flow.place === undefined ? [] : [flow.place])];
}

/** Both sides of an arrival, if there is one. */
export function sidesOfArrival(arrival: Arrival | undefined): Side[] {
  return arrival === undefined ? [] : [arrival.at, arrival.from];
}

/** That a fact shows its techniques in use at a place, or taught to it, and from whom they came. */
export interface Arrival {
  at: Side;
  from: Side;
}

export interface FactKind {
  /** GraphQL type and Neo4j label: `Training`. */
  name: string;
  /** First part of its keys: `training` in `training/leroy-hanoi-2018`. */
  prefix: string;
  description: string;
  roles: readonly RoleDefinition[];
  properties: Readonly<Record<string, PropertyDefinition>>;
  /** Names of roles of which at least one must be played. */
  atLeastOneOf: readonly string[];
  /** Whether a fact of this kind is a figure, so that it must have a quantity. */
  quantityRequired: boolean;
  /** Left out where a fact of the kind is no flow between sides. */
  flow?: Flow;
  /** Left out where a fact of the kind does not show that a technique arrived. */
  arrival?: Arrival;
}

export interface RelationDefinition {
  /** Neo4j relationship type: `BROADER`. Several definitions may share it, one for each kind it starts from. */
  name: string;
  from: string;
  to: readonly string[];
  /** The field on the entity it starts from. */
  field: string;
  /** The field on the entity it leads to. */
  reverse: string;
  description: string;
  reverseDescription: string;
  many: boolean;
}

/** A property in free text. */
export function text(description: string): TextProperty {
  return { type: 'text', description };
}

/** A property with a closed list of values. */
export function oneOf(
  name: string,
  description: string,
  values: Readonly<Record<string, string>>,
): EnumProperty {
  return { type: 'enum', name, description, values };
}

/** Declares an entity kind. */
export function defineEntityKind(
  kind: Omit<EntityKind, 'properties'> & Partial<Pick<EntityKind, 'properties'>>,
): EntityKind {
  return { properties: {}, ...kind };
}

/** Declares a fact kind. */
export function defineFactKind(
  kind: Omit<FactKind, 'properties' | 'atLeastOneOf' | 'quantityRequired'> & Partial<FactKind>,
): FactKind {
  return { properties: {}, atLeastOneOf: [], quantityRequired: false, ...kind };
}

/** Declares a role; unless said otherwise it may be played by many, need not be played, and not by groups. */
export function role(
  definition: Omit<RoleDefinition, 'groups' | 'many' | 'required'> & Partial<RoleDefinition>,
): RoleDefinition {
  return { groups: false, many: true, required: false, ...definition };
}

/** A side whose place is told by the players themselves and by the posts that people among them held. */
export function side(...roles: readonly string[]): Side {
  return { roles, posts: true };
}

/** A side from which FROM sends the others: where it says from where, their posts are not asked. */
export function sideSentBy(...roles: readonly string[]): Side {
  return { roles: ['FROM', ...roles], posts: true, toldBy: ['FROM'] };
}

/** A side of which the posts of people tell nothing, for instance because the fact sends them away from there. */
export function sideWithoutPosts(...roles: readonly string[]): Side {
  return { roles, posts: false };
}
