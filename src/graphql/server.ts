import { ApolloServer } from '@apollo/server';
import type { ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { WatchCache } from '../store/cacheUse.js';
import type { Context } from './context.js';
import { compilingExecutor } from './executor.js';
import type { Executor } from './executor.js';
import { errorFormatter } from './formatError.js';
import type { ReportError } from './formatError.js';
import { admission } from './limits/admission.js';
import { takesGraphqlResponse } from './mediaTypes.js';
import { RememberedAnswers, jsonOf } from './rememberedAnswers.js';
import { buildGraphqlSchema } from './schema.js';
import { SentQueries } from './sentQueries.js';

/** More tokens than any question that a person writes has; it keeps parsing and validating short. */
const MAX_TOKENS = 4_000;

/** How often fragments may be spread over one another; beyond it validating alone would take seconds. */
const MAX_RECURSIVE_SELECTIONS = 50_000;

export interface GraphqlServerOptions {
  maximumCost: number;
  /** Whether clients may ask for the schema, and are told what they may have meant. */
  introspection?: boolean;
  report: ReportError;
  /** How queries are executed; compiled, unless a test compares. */
  executor?: (schema: GraphQLSchema, watchCache?: WatchCache) => Executor;
  watchCache?: WatchCache;
  /** How many bytes of whole answers are kept; none where left out. */
  answerBytes?: number;
  plugins?: readonly ApolloServerPlugin<Context>[];
}

/** Apollo Server over the schema, not yet started. */
export function createGraphqlServer(options: GraphqlServerOptions): ApolloServer<Context> {
  const schema = buildGraphqlSchema();
  const execute = remembering((options.executor ?? compilingExecutor)(schema, options.watchCache), options);
  const sent = new SentQueries();
  options.watchCache?.('sent_queries', sent);
  return new ApolloServer<Context>({
    gateway: {
      // Apollo lets a gateway execute in its stead; this one executes right here.
      load: () =>
        Promise.resolve({
          executor: ({ document, operation, queryHash, request, context }) =>
            execute({
              document,
              operation,
              operationName: request.operationName ?? null,
              queryHash,
              variables: request.variables ?? {},
              context: context as Context,
            }),
        }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: () => Promise.resolve(),
    },
    formatError: errorFormatter(options.report),
    includeStacktraceInErrorResponses: false,
    // Where the schema is public, introspection is how clients and the explorer learn it, and "did you mean" gives away no more.
    introspection: options.introspection ?? true,
    hideSchemaDetailsFromClientErrors: options.introspection === false,
    parseOptions: { maxTokens: MAX_TOKENS },
    maxRecursiveSelections: MAX_RECURSIVE_SELECTIONS,
    persistedQueries: { cache: sent },
    stringifyResult: jsonOf,
    stopOnTerminationSignals: false,
    logger: silentLogger(options.report),
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      admission(schema, options.maximumCost),
      answerRequestErrorsAsJson(),
      ...(options.plugins ?? []),
    ],
  });
}

function remembering(
  execute: Executor,
  { answerBytes, watchCache }: Pick<GraphqlServerOptions, 'answerBytes' | 'watchCache'>,
): Executor {
  if (answerBytes === undefined) return execute;
  const remembered = new RememberedAnswers(answerBytes);
  watchCache?.('whole_answers', remembered);
  return remembered.over(execute);
}

/**
 * GraphQL over HTTP: a client that takes `application/json` gets 200 for a query that cannot be parsed or is not valid,
 * with the errors in the body; one that takes `application/graphql-response+json` gets 400.
 */
function answerRequestErrorsAsJson(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ request, response, errors }) => {
          const code = errors?.[0]?.extensions['code'];
          const aboutTheQuery = code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED';
          if (aboutTheQuery && !takesGraphqlResponse(request.http?.headers.get('accept')))
            response.http.status = 200;
          return Promise.resolve();
        },
      }),
  };
}

function silentLogger(report: ReportError) {
  const quiet = () => undefined;
  return {
    debug: quiet,
    info: quiet,
    warn: quiet,
    error: (message: unknown) => report(String(message), undefined),
  };
}
