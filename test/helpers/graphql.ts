import type { ApolloServer } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import { contextsOver } from '../../src/graphql/context.js';
import type { Context } from '../../src/graphql/context.js';
import { createGraphqlServer } from '../../src/graphql/server.js';
import type { GraphqlServerOptions } from '../../src/graphql/server.js';
import type { Store } from '../../src/store/port.js';

/** The answer to a query, as a client would read it from JSON. */
export interface Answer {
  data?: Record<string, unknown> | null;
  errors?: readonly GraphQLFormattedError[];
}

export type Ask = (query: string, variables?: Record<string, unknown>) => Promise<Answer>;

/** A GraphQL server without HTTP: `ask` takes a query and gives the whole answer. */
export function graphqlOver(
  store: Store,
  options: Partial<GraphqlServerOptions> = {},
): { server: ApolloServer<Context>; ask: Ask; contextOf: () => Context } {
  const server = createGraphqlServer({
    maximumCost: 50_000,
    report: (message, error) => {
      throw error instanceof Error ? error : new Error(message);
    },
    ...options,
  });
  const contextOf = contextsOver(store);
  const ask: Ask = async (query, variables) => {
    const response = await server.executeOperation({ query, variables }, { contextValue: contextOf() });
    if (response.body.kind !== 'single') throw new Error('expected one answer');
    return JSON.parse(JSON.stringify(response.body.singleResult)) as Answer;
  };
  return { server, ask, contextOf };
}

/** The data of an answer that must have no errors. */
export async function dataOf(answer: Promise<Answer>): Promise<Record<string, unknown>> {
  const { data, errors } = await answer;
  if (errors !== undefined || data == null) throw new Error(`expected data, got ${JSON.stringify(errors)}`);
  return data;
}
