import { Args, Ctx, Field } from 'type-graphql';
import type { Complexity } from 'type-graphql';
import type { Context } from './context.js';

/** A class that stands for a GraphQL type. Its instances are the values that resolvers hand on. */
export type NodeClass<Node> = (abstract new (...values: never[]) => Node) & { prototype: Node };

/** Names the type of a field when the schema is built, so that types may refer to one another. */
export type TypeThunk = () => unknown;

export interface FieldOptions {
  description: string;
  nullable?: boolean;
  complexity?: Complexity;
}

/**
 * Adds a field that is read off the value itself. It has no resolver: graphql reads the getter, which is the quickest
 * way there is. (So it must never carry an authorisation: type-graphql would not look at it.)
 */
export function plain<Node extends object>(
  target: NodeClass<Node>,
  name: string,
  type: TypeThunk,
  options: FieldOptions,
  read: (node: Node) => unknown,
): void {
  Object.defineProperty(target.prototype, name, {
    configurable: true,
    get(this: Node) {
      return read(this);
    },
  });
  Field(type as () => StringConstructor, { ...options, simple: true })(target.prototype, name);
}

/** Adds a field that the value holds under the same name. */
export function held(target: NodeClass<object>, name: string, type: TypeThunk, options: FieldOptions): void {
  Field(type as () => StringConstructor, { ...options, simple: true })(target.prototype, name);
}

/** Adds a field that asks the loaders or the store. */
export function resolved<Node extends object, Arguments extends object = object>(
  target: NodeClass<Node>,
  name: string,
  type: TypeThunk,
  options: FieldOptions & { args?: new () => Arguments },
  resolve: (node: Node, args: Arguments, context: Context) => unknown,
): void {
  const { args, ...fieldOptions } = options;
  const descriptor: PropertyDescriptor = {
    configurable: true,
    value(this: Node, context: Context, given: Arguments) {
      return resolve(this, given, context);
    },
  };
  Object.defineProperty(target.prototype, name, descriptor);
  Ctx()(target.prototype, name, 0);
  if (args !== undefined) Args(() => args)(target.prototype, name, 1);
  Field(type as () => StringConstructor, fieldOptions)(target.prototype, name, descriptor);
}
