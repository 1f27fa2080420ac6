import { GraphQLError, Kind, getOperationAST, getVariableValues } from 'graphql';
import type { DocumentNode, GraphQLSchema, TypeNode } from 'graphql';
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
 *
 * Refuses with BAD_USER_INPUT what has no price though its variables fit, such as null for an argument that must not be null:
 * executing would fail that one field and ask the store for all the others.
 */
export function costOf(schema: GraphQLSchema, asked: Asked): number | null {
  const { document, operationName, variables } = asked;
  try {
    return getComplexity({
      schema,
      estimators: ESTIMATORS,
      query: document,
      variables,
      // How many fields there are is limited before this.
      maxQueryNodes: Infinity,
      ...(operationName === null ? {} : { operationName }),
    });
  } catch (error) {
    if (!fits(schema, asked)) return null;
    if (!(error instanceof GraphQLError)) throw error;
    throw new GraphQLError(error.message, {
      nodes: error.nodes,
      extensions: { code: 'BAD_USER_INPUT', http: { status: 400 } },
    });
  }
}

function fits(schema: GraphQLSchema, { document, operationName, variables }: Asked): boolean {
  const definitions = getOperationAST(document, operationName)?.variableDefinitions ?? [];
  return getVariableValues(schema, definitions, variables, { maxErrors: 1 }).errors === undefined;
}

/** So many prices of one document are remembered, each under a name of so many characters at the most. */
const REMEMBERED_PRICES = 20;
const LONGEST_NAME = 500;

/** Prices queries as `costOf` does, and each again only where something that it may cost by is another. */
export class Prices {
  private readonly known = new WeakMap<DocumentNode, Map<string, number>>();

  constructor(private readonly schema: GraphQLSchema) {}

  costOf(asked: Asked): number | null {
    const prices = this.known.get(asked.document) ?? new Map<string, number>();
    this.known.set(asked.document, prices);
    const name = nameOfPrice(asked);
    const known = name === null ? undefined : prices.get(name);
    if (known !== undefined) return known;
    const cost = costOf(this.schema, asked);
    if (cost === null || name === null || name.length > LONGEST_NAME) return cost;
    if (prices.size >= REMEMBERED_PRICES) prices.clear();
    prices.set(name, cost);
    return cost;
  }
}

/**
 * What of the variables a price may follow from: all but texts, which are no size of a page and no condition. Null where
 * they go so deep that they cannot be written down.
 */
function nameOfPrice({ document, operationName, variables }: Asked): string | null {
  const priced = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OPERATION_DEFINITION
      ? (definition.variableDefinitions ?? []).map(({ variable, type }) => {
          const name = variable.name.value;
          if (!Object.hasOwn(variables, name)) return 'nothing';
          const value = variables[name];
          return isText(type) && typeof value === 'string' ? 'text' : [value];
        })
      : [],
  );
  try {
    return JSON.stringify([operationName, priced]);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function isText(type: TypeNode): boolean {
  if (type.kind === Kind.NON_NULL_TYPE) return isText(type.type);
  return type.kind === Kind.NAMED_TYPE && ['String', 'ID'].includes(type.name.value);
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
