import { Kind, TypeInfo, getNamedType, getNullableType, isListType, isObjectType } from 'graphql';
import { parse, visit, visitWithTypeInfo } from 'graphql';
import type { FieldNode, GraphQLSchema } from 'graphql';
import relay from 'relay-runtime';
import type { ConcreteRequest, FetchFunction, NormalizationSelection } from 'relay-runtime';
import { codesOf } from './client.js';
import type { Client } from './client.js';

/**
 * Relay with the network of its guide. Its compiler is not needed for plain fields: `request` says what they are, so that the
 * answers go into the store of Relay by their `id` and are read from there.
 */
export function relayRuntime(url: string, schema: GraphQLSchema): Client {
  const network: FetchFunction = async ({ text }, variables) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: text, variables }),
    });
    return (await response.json()) as never;
  };
  const ofFields: object[] = [];
  const environment = new relay.Environment({
    relayFieldLogger: (event) => {
      if (event.kind === 'relay_field_payload.error') ofFields.push(event.error);
    },
    network: relay.Network.create(network),
    store: new relay.Store(new relay.RecordSource()),
  });
  return {
    async ask(query, variables = {}) {
      try {
        const asked = request(schema, query);
        return { data: await relay.fetchQuery(environment, asked, variables).toPromise() };
      } catch (error) {
        // Where there is no data at all, it throws with the errors; of the error of a field it tells only its logger why.
        const { source } = error as { source?: { errors?: { extensions?: unknown }[] } };
        const errors = source?.errors ?? ofFields.splice(0);
        if (errors.length === 0) throw error;
        return { codes: codesOf(errors) };
      }
    },
  };
}

/** What Relay's compiler writes of a query that has plain fields, with `@throwOnFieldError`, and no fragments. */
function request(schema: GraphQLSchema, text: string): ConcreteRequest {
  const types = new TypeInfo(schema);
  const document = parse(text);
  const selections = visit(
    document,
    visitWithTypeInfo(types, {
      Field: { leave: (node) => field(node as unknown as Visited, types) },
      SelectionSet: { leave: ({ selections }) => selections },
      OperationDefinition: { leave: ({ selectionSet }) => selectionSet },
      Document: { leave: ({ definitions }) => definitions[0] },
    }),
  ) as unknown as NormalizationSelection[];
  const [operation] = document.definitions;
  const variables =
    operation?.kind === Kind.OPERATION_DEFINITION ? (operation.variableDefinitions ?? []) : [];
  const argumentDefinitions = variables.map(({ variable }) => ({
    kind: 'LocalArgument',
    name: variable.name.value,
    defaultValue: null,
  }));
  return {
    kind: 'Request',
    params: { id: null, cacheID: text, metadata: {}, name: 'Asked', operationKind: 'query', text },
    operation: { kind: 'Operation', name: 'Asked', argumentDefinitions, selections },
    fragment: {
      kind: 'Fragment',
      name: 'Asked',
      type: 'Query',
      abstractKey: null,
      metadata: { throwOnFieldError: true },
      argumentDefinitions,
      selections,
    },
  } as unknown as ConcreteRequest;
}

/** A field whose selections have been visited already. */
type Visited = Omit<FieldNode, 'selectionSet'> & { selectionSet?: NormalizationSelection[] };

function field({ name, arguments: given = [], selectionSet: selections }: Visited, types: TypeInfo): object {
  const shared = {
    alias: null,
    name: name.value,
    storageKey: null,
    args: given.map(({ name, value }) =>
      value.kind === Kind.VARIABLE
        ? { kind: 'Variable', name: name.value, variableName: value.name.value }
        : { kind: 'Literal', name: name.value, value: 'value' in value ? value.value : null },
    ),
  };
  if (selections === undefined) return { kind: 'ScalarField', ...shared };
  const type = types.getType();
  const named = getNamedType(type);
  return {
    kind: 'LinkedField',
    ...shared,
    plural: isListType(getNullableType(type)),
    concreteType: isObjectType(named) ? named.name : null,
    selections,
  };
}
