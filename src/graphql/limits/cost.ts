import { GraphQLError } from 'graphql';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity';

const ESTIMATORS = [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })];

/** A query, with what it is asked with. */
export interface Asked {
  document: DocumentNode;
  operationName: string | null;
  variables: Record<string, unknown>;
}

/**
 * What a query costs, by its text, its variables and the sizes of its pages: a field 1, a list what its items cost
 * together. Null where variables do not fit: executing says so in better words, and asks nothing of the store.
 */
export function costOf(schema: GraphQLSchema, { document, operationName, variables }: Asked): number | null {
  try {
    return getComplexity({
      schema,
      estimators: ESTIMATORS,
      query: document,
      variables,
      ...(operationName === null ? {} : { operationName }),
    });
  } catch {
    return null;
  }
}

/** Refuses, with COST_LIMIT_EXCEEDED, a query that costs more than any may. */
export function refuseBeyondCost(cost: number, maximum: number): void {
  if (cost <= maximum) return;
  throw new GraphQLError(
    `The query costs ${cost}; expected at most ${maximum}. A field costs 1, and a list as much as its items together: ` +
      'ask for shorter pages (`first`), fewer levels, or in several queries.',
    { extensions: { code: 'COST_LIMIT_EXCEEDED', cost, maximum, http: { status: 400 } } },
  );
}
