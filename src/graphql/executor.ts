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
import type { Context } from './context.js';

/** How many queries are remembered, compiled or not. A client that sends ever new ones pushes out the oldest. */
const REMEMBERED_QUERIES = 500;

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
 * when it comes for the second time: compiling costs more than answering once.
 */
export function compilingExecutor(schema: GraphQLSchema): Executor {
  const interpret = interpretingExecutor(schema);
  const remembered = new LRUCache<string, CompiledQuery | 'seen once' | 'cannot be compiled'>({
    max: REMEMBERED_QUERIES,
  });

  const compile = ({ document, operationName }: Execution): CompiledQuery | 'cannot be compiled' => {
    const compiled = compileQuery(schema, document, operationName ?? undefined, {
      disablingCapturingStackErrors: true,
    });
    return isCompiledQuery(compiled) ? compiled : 'cannot be compiled';
  };

  return async (execution) => {
    const { operation, variables, context } = execution;
    if (operation?.operation !== OperationTypeNode.QUERY) return interpret(execution);
    const name = `${execution.queryHash} ${execution.operationName ?? ''}`;
    const state = remembered.get(name);
    if (state === undefined) remembered.set(name, 'seen once');
    if (state === undefined || state === 'cannot be compiled') return interpret(execution);
    const compiled = state === 'seen once' ? compile(execution) : state;
    remembered.set(name, compiled);
    if (compiled === 'cannot be compiled') return interpret(execution);

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
