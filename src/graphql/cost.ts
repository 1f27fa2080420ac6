import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';
import type { Context } from './context.js';

/** Refuses, with COST_LIMIT_EXCEEDED, a query whose cost is beyond the limit. A field costs 1, a list what its items cost together. */
export function costLimit(schema: GraphQLSchema, maximum: number): ApolloServerPlugin<Context> {
  const estimators = [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })];
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ request, document, operationName }) => {
          const cost = costOf(() =>
            getComplexity({
              schema,
              estimators,
              query: document,
              variables: request.variables ?? {},
              ...(operationName === null ? {} : { operationName }),
            }),
          );
          if (cost > maximum) throw tooCostly(cost, maximum);
          return Promise.resolve();
        },
      }),
  };
}

/** Variables that do not fit make the estimate fail; executing says so in better words, so they cost nothing here. */
function costOf(estimate: () => number): number {
  try {
    return estimate();
  } catch {
    return 0;
  }
}

function tooCostly(cost: number, maximum: number): GraphQLError {
  return new GraphQLError(
    `The query costs ${cost}; expected at most ${maximum}. A field costs 1, and a list as much as its items together: ` +
      'ask for shorter pages (`first`), fewer levels, or in several queries.',
    { extensions: { code: 'COST_LIMIT_EXCEEDED', cost, maximum, http: { status: 400 } } },
  );
}
