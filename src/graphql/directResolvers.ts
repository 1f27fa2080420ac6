import { GraphQLObjectType, defaultFieldResolver } from 'graphql';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';

/**
 * Lets fields without arguments of our nodes be resolved by the method that their class has for them (see `resolved`), without the ways
 * around it for middlewares, arguments and other values, which we do not go. They would take longer than most fields do.
 */
export function resolveDirectly(schema: GraphQLSchema): void {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!(type instanceof GraphQLObjectType) || roots.includes(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (field.args.length > 0 || resolve === undefined || resolve === defaultFieldResolver) continue;
      field.resolve = byMethod(field.name, resolve);
    }
  }
}

/** Values that are no instance of the class have no such method, and are resolved as before. */
function byMethod(
  name: string,
  otherwise: GraphQLFieldResolver<unknown, unknown>,
): GraphQLFieldResolver<unknown, unknown> {
  return (node, args, context, info) => {
    const method = (node as Record<string, unknown>)[name];
    return typeof method === 'function'
      ? (method.call(node, context) as unknown)
      : otherwise(node, args, context, info);
  };
}
