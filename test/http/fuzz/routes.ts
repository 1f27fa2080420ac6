import { getNamedType, isAbstractType, isObjectType } from 'graphql';
import type { GraphQLField, GraphQLObjectType, GraphQLSchema } from 'graphql';

/** A field of an object type, and of which object type what it gives is taken to be, where it gives objects. */
export interface Step {
  parent: GraphQLObjectType;
  field: GraphQLField<unknown, unknown>;
  to?: GraphQLObjectType;
}

/** A field of a type, as `Doctor.name`. */
export type Coordinate = string;

export function coordinate(parent: { name: string }, field: { name: string }): Coordinate {
  return `${parent.name}.${field.name}`;
}

/** Fields that are hardly ever more than null, so that a way through them leads nowhere. */
const SELDOM: ReadonlySet<string> = new Set(['supersedes', 'supersededBy']);

/** The ways that lead from the query to each field of each object type. */
export class Routes {
  /** All fields of object types to which queries lead, but those of introspection. */
  readonly fields: readonly Step[];
  private readonly into = new Map<string, Step[]>();
  private readonly distances: ReadonlyMap<string, number>;

  constructor(private readonly schema: GraphQLSchema) {
    const types = Object.values(schema.getTypeMap())
      .filter(isObjectType)
      .filter(({ name }) => !name.startsWith('__'));
    const fields = types.flatMap((parent) =>
      Object.values(parent.getFields()).map((field) => ({ parent, field })),
    );
    this.distances = this.distancesFromQuery(fields);
    this.fields = fields.filter(({ parent }) => this.distances.has(parent.name));
    for (const { parent, field } of this.fields) {
      if (SELDOM.has(field.name)) continue;
      for (const to of this.objectsOf(field)) {
        this.into.set(to.name, [...(this.into.get(to.name) ?? []), { parent, field, to }]);
      }
    }
  }

  /** The object types of which what a field gives may be. */
  objectsOf(field: GraphQLField<unknown, unknown>): readonly GraphQLObjectType[] {
    const type = getNamedType(field.type);
    if (isObjectType(type)) return [type];
    return isAbstractType(type) ? this.schema.getPossibleTypes(type) : [];
  }

  /** A way from the query to a field, its last step. `choose` picks one of so many; `wander` says whether to go a longer way. */
  to(target: Step, choose: (count: number) => number, wander: () => boolean): Step[] {
    const way = [target];
    for (let at = target.parent.name; at !== 'Query'; at = way[0]?.parent.name ?? 'Query') {
      const distance = this.distance(at);
      const nearer = (this.into.get(at) ?? []).filter(
        ({ parent }) => this.distance(parent.name) < distance + (way.length < 5 && wander() ? 1 : 0),
      );
      const step = nearer[choose(nearer.length)];
      if (step === undefined) throw new Error(`Nothing leads to ${at}.`);
      way.unshift(step);
    }
    return way;
  }

  private distance(type: string): number {
    return this.distances.get(type) ?? Infinity;
  }

  private distancesFromQuery(fields: readonly Step[]): Map<string, number> {
    const distances = new Map([['Query', 0]]);
    // A Map gives out what is put in while it is walked through.
    for (const [name, distance] of distances) {
      for (const { parent, field } of fields) {
        if (parent.name !== name) continue;
        for (const to of this.objectsOf(field)) {
          if (!distances.has(to.name)) distances.set(to.name, distance + 1);
        }
      }
    }
    return distances;
  }
}
