import { GraphQLError, OperationTypeNode, execute, getVariableValues } from 'graphql';
import type {
  DocumentNode,
  ExecutionResult,
  GraphQLSchema,
  OperationDefinitionNode,
  SourceLocation,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { CompiledQuery } from 'graphql-jit';
import { LRUCache } from 'lru-cache';
import type { WatchCache } from '../store/cacheUse.js';
import { compiledSize } from './compiledSize.js';
import { mergesConditionally } from './conditionalMerging.js';
import type { Context } from './context.js';

/** How many queries are remembered, compiled or not. A client that sends ever new ones pushes out the oldest. */
const REMEMBERED_QUERIES = 500;

/**
 * How many fields the code of one query may have, each about 1 KB of it: compiling so many takes some 30 ms, in which
 * nobody else is answered. The code of all that are remembered has at most so many together.
 */
const COMPILED_FIELDS = 800;
const REMEMBERED_FIELDS = 40_000;

/** A query that is valid, with what it is asked with. */
export interface Execution {
  document: DocumentNode;
  /** Left out when the document has no operation of that name; executing says so. */
  operation: OperationDefinitionNode | undefined;
  operationName: string | null;
  /** Stands for the text of the query. */
  queryHash: string;
  variables: Record<string, unknown>;
  context: Context;
}

export type Executor = (execution: Execution) => Promise<ExecutionResult>;

/** Executes as graphql-js does. */
export function interpretingExecutor(schema: GraphQLSchema): Executor {
  return async ({ document, operationName, variables, context }) =>
    execute({ schema, document, operationName, variableValues: variables, contextValue: context });
}

/**
 * Executes queries that come again as compiled code, which answers the same several times as fast. A query is compiled
 * when it comes for the second time: compiling costs more than answering once. One whose code would be large never is.
 */
export function compilingExecutor(schema: GraphQLSchema, watchCache?: WatchCache): Executor {
  const interpret = interpretingExecutor(schema);
  const remembered = new LRUCache<string, Remembered>({
    max: REMEMBERED_QUERIES,
    maxSize: REMEMBERED_FIELDS,
    sizeCalculation: ({ size }) => size,
  });

  const use = {
    hits: 0,
    misses: 0,
    get entries() {
      return remembered.size;
    },
  };
  watchCache?.('compiled_queries', use);

  return async (execution) => {
    const { operation, variables, context } = execution;
    if (operation?.operation !== OperationTypeNode.QUERY) return interpret(execution);
    const name = `${execution.queryHash} ${execution.operationName ?? ''}`;
    const seen = remembered.get(name);
    const state =
      seen === undefined ? SEEN_ONCE : seen === SEEN_ONCE ? compile(schema, execution, operation) : seen;
    if (state !== seen) remembered.set(name, state);
    const { compiled } = state;
    if (seen?.compiled === undefined) use.misses++;
    else use.hits++;
    if (compiled === undefined) return interpret(execution);

    // Compiled code reports bad variables in words of its own; the ones of graphql-js are what clients know.
    const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 50,
    });
    if (errors !== undefined) return { errors };
    const result = await compiled.query(undefined, context, variables);
    return result.errors === undefined
      ? result
      : { ...result, errors: result.errors.map((error) => asGraphqlError(error, execution.document)) };
  };
}

/** What is known of a query: what it was compiled to, if it was, and how much room that takes. */
interface Remembered {
  compiled?: CompiledQuery;
  size: number;
}

const SEEN_ONCE: Remembered = { size: 1 };
const NOT_COMPILED: Remembered = { size: 1 };

function compile(
  schema: GraphQLSchema,
  { document, operationName }: Execution,
  operation: OperationDefinitionNode,
): Remembered {
  // Compiled code assigns to names of the query as if none of them meant the prototype of an object.
  if (document.loc?.source.body.includes('__proto__') === true) return NOT_COMPILED;
  const size = compiledSize({ schema, document, operation }, COMPILED_FIELDS);
  if (size > COMPILED_FIELDS) return NOT_COMPILED;
  // Compiled code takes what hangs on the condition of one of them for a part of all.
  if (mergesConditionally(document, operation)) return NOT_COMPILED;
  const compiled = compileQuery(schema, document, operationName ?? undefined, {
    disablingCapturingStackErrors: true,
  });
  return isCompiledQuery(compiled) ? { compiled, size } : NOT_COMPILED;
}

/** Compiled code makes errors of a class of its own, which the formatter and clients of Apollo do not know. */
function asGraphqlError(error: GraphQLError, { loc }: DocumentNode): GraphQLError {
  return new GraphQLError(error.message, {
    path: error.path,
    originalError: error.originalError,
    source: loc?.source,
    positions: loc === undefined ? null : error.locations?.map((place) => offsetOf(place, loc.source.body)),
  });
}

function offsetOf({ line, column }: SourceLocation, text: string): number {
  const before = text.split('\n').slice(0, line - 1);
  return before.reduce((sum, each) => sum + each.length + 1, 0) + column - 1;
}
