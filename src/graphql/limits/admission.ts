import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { GraphQLError, OperationTypeNode } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { Prices, refuseBeyondCost } from './cost.js';
import { refuseBeyondLimits } from './limits.js';
import { shapeOf } from './shape.js';

/** With this header a query is only priced. */
export const DRY_RUN_HEADER = 'confrere-dry-run';

/**
 * Lets a query be executed that is within all limits and that its client can afford; says in `extensions.cost` what it
 * costs, and with the header `Confrere-Dry-Run: true` no more than that. Refuses with QUERY_LIMIT_EXCEEDED,
 * COST_LIMIT_EXCEEDED and BUDGET_EXCEEDED.
 */
export function admission(schema: GraphQLSchema, maximumCost: number): ApolloServerPlugin<Context> {
  const prices = new Prices(schema);
  return {
    requestDidStart: () => {
      let cost: number | null = null;
      return Promise.resolve({
        didResolveOperation: async (asked) => {
          const { document, operation, operationName, request, contextValue } = asked;
          // Executing says that there is none of that name.
          if (operation === undefined) return;
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw subscribingElsewhere();
          refuseBeyondLimits(shapeOf(document, operation));
          cost = prices.costOf({ document, operationName, variables: request.variables ?? {} });
          if (cost === null) return;
          refuseBeyondCost(cost, maximumCost);
          if (!onlyPrices(asked)) await contextValue.charge?.(cost);
        },
        responseForOperation: (asked) =>
          Promise.resolve(
            onlyPrices(asked) && cost !== null
              ? {
                  http: asked.response.http,
                  body: { kind: 'single' as const, singleResult: { data: null } },
                }
              : null,
          ),
        willSendResponse: ({ response: { body }, contextValue, operation, queryHash }) => {
          const code =
            body.kind === 'single' ? body.singleResult.errors?.[0]?.extensions?.['code'] : undefined;
          contextValue.tell?.({
            ...(operation == null ? {} : { type: operation.operation }),
            ...(queryHash === undefined ? {} : { queryHash }),
            ...(cost === null ? {} : { cost }),
            ...(typeof code === 'string' ? { code } : {}),
          });
          if (cost !== null && body.kind === 'single') {
            const { extensions } = body.singleResult;
            body.singleResult.extensions = { ...extensions, cost: { query: cost, maximum: maximumCost } };
          }
          return Promise.resolve();
        },
      });
    },
  };
}

/** Whether the header, as it came, says so. */
function subscribingElsewhere(): GraphQLError {
  return new GraphQLError(
    'A subscription needs a stream: ask with `Accept: text/event-stream`, or over a WebSocket (graphql-transport-ws) at the same address.',
    { extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } } },
  );
}

export function isDryRun(header: string | undefined): boolean {
  return header?.toLowerCase() === 'true';
}

function onlyPrices({ request }: GraphQLRequestContext<Context>): boolean {
  return isDryRun(request.http?.headers.get(DRY_RUN_HEADER));
}
