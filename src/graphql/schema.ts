import 'reflect-metadata';
import { lexicographicSortSchema, printSchema } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { resolveDirectly } from './directResolvers.js';
import { makeEntityTypes } from './kinds/entities.js';
import { makeFactTypes } from './kinds/facts.js';
import { extendTraining } from './kinds/training.js';
import { NodeQueries } from './queries/node.js';
import { RecordQueries } from './queries/records.js';
import { questionResolvers } from './questions/index.js';
import { ChangeSubscriptions } from './subscriptions/changes.js';
import { entityClasses, factClasses } from './types/present.js';

let built: GraphQLSchema | undefined;

/** The schema. It is built once: type-graphql keeps what it knows of the types in one global place. */
export function buildGraphqlSchema(): GraphQLSchema {
  built ??= build();
  return built;
}

/** The schema in GraphQL’s own language, sorted, as schema/schema.graphql holds it. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(buildGraphqlSchema()))}\n`;
}

function nothingIsPublished(): never {
  throw new Error('Nothing is published.');
}

function build(): GraphQLSchema {
  makeEntityTypes();
  makeFactTypes();
  extendTraining();
  const schema = buildSchemaSync({
    resolvers: [NodeQueries, RecordQueries, ChangeSubscriptions, ...questionResolvers],
    orphanedTypes: [...entityClasses.values(), ...factClasses.values()],
    // Asked for wherever there is a subscription; ours follow the store, and publish nothing.
    pubSub: { publish: () => undefined, subscribe: nothingIsPublished },
    // Arguments are checked where they are read, with messages of our own.
    validate: false,
    // It would introspect the whole schema at each start; tests hold the schema to what is written down.
    skipCheck: true,
  });
  resolveDirectly(schema);
  return schema;
}
