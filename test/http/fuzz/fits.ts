import {
  Kind,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  typeFromAST,
  TypeNameMetaFieldDef,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  SelectionSetNode,
} from 'graphql';
import { DEFAULT_PAGE_SIZE } from '../../../src/graphql/paging.js';
import { coordinate } from './routes.js';
import type { Coordinate } from './routes.js';

/** A question that was found valid, with its variables as they were read. */
export interface Asked {
  schema: GraphQLSchema;
  document: DocumentNode;
  variables: Record<string, unknown>;
}

type ResponseObject = Readonly<Record<string, unknown>>;

/** Holds the data of an answer to what was asked: each field there, of its type, no list longer than was asked. */
export class Fitting {
  readonly problems: string[] = [];
  /** Which fields were answered at all, and which with something else than null. */
  readonly executed = new Set<Coordinate>();
  readonly filled = new Set<Coordinate>();
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(private readonly asked: Asked) {
    this.fragments = new Map(
      asked.document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
      ),
    );
  }

  /** Looks at all of it. */
  look(data: unknown): this {
    const operation = this.asked.document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
    const query = this.asked.schema.getQueryType();
    if (operation === undefined || query == null) throw new Error('There is no operation to look for.');
    this.object(data, query, [operation.selectionSet], 'data', undefined);
    return this;
  }

  private object(
    value: unknown,
    type: GraphQLObjectType,
    selections: readonly SelectionSetNode[],
    path: string,
    most: number | undefined,
  ): void {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.problems.push(`${path} is ${JSON.stringify(value)}, no object`);
      return;
    }
    const fields = new Map<string, FieldNode[]>();
    for (const each of selections) this.collect(each, type, fields);
    const [expected, found] = [[...fields.keys()].sort(), Object.keys(value).sort()];
    if (JSON.stringify(expected) !== JSON.stringify(found)) {
      this.problems.push(`${path} has ${found.join(', ')}; asked for were ${expected.join(', ')}`);
      return;
    }
    for (const [name, nodes] of fields) {
      const [node] = nodes;
      if (node !== undefined)
        this.field((value as ResponseObject)[name], type, node, nodes, `${path}.${name}`, most);
    }
  }

  private field(
    value: unknown,
    parent: GraphQLObjectType,
    node: FieldNode,
    nodes: readonly FieldNode[],
    path: string,
    most: number | undefined,
  ): void {
    const field = this.definition(parent, node.name.value);
    if (field === undefined) return;
    this.executed.add(coordinate(parent, field));
    if (value !== null) this.filled.add(coordinate(parent, field));
    const isPage = field.name === 'edges' || field.name === 'nodes';
    if (isPage && Array.isArray(value) && most !== undefined && value.length > most) {
      this.problems.push(`${path} has ${value.length} items; expected at most ${most}`);
    }
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    this.value(value, field.type, below, path, this.pageSize(field, node));
  }

  private value(
    value: unknown,
    type: GraphQLOutputType,
    selections: readonly SelectionSetNode[],
    path: string,
    most: number | undefined,
  ): void {
    if (isNonNullType(type)) {
      if (value === null) this.problems.push(`${path} is null; expected ${String(type)}`);
      else this.value(value, type.ofType, selections, path, most);
      return;
    }
    if (value === null) return;
    if (isListType(type)) {
      if (!Array.isArray(value)) this.problems.push(`${path} is no list`);
      else
        value.forEach((each, index) => this.value(each, type.ofType, selections, `${path}[${index}]`, most));
      return;
    }
    const named = getNamedType(type);
    if (!isCompositeType(named)) {
      if (
        !isLeaf(value, named.name, isEnumType(named) ? named.getValues().map(({ name }) => name) : undefined)
      )
        this.problems.push(`${path} is ${JSON.stringify(value)}; expected ${named.name}`);
      return;
    }
    const concrete = isObjectType(named) ? named : this.concrete(value, selections, path);
    if (concrete !== undefined) this.object(value, concrete, selections, path, most);
  }

  /** What an interface or a union came to. Unknown where a spoilt question does not ask for `__typename`. */
  private concrete(
    value: unknown,
    selections: readonly SelectionSetNode[],
    path: string,
  ): GraphQLObjectType | undefined {
    const isAsked = selections.some((set) =>
      set.selections.some(
        (each) => each.kind === Kind.FIELD && each.name.value === '__typename' && each.alias === undefined,
      ),
    );
    if (!isAsked) return undefined;
    const name = (value as ResponseObject)['__typename'];
    const type = typeof name === 'string' ? this.asked.schema.getType(name) : undefined;
    if (!isObjectType(type)) this.problems.push(`${path} has the type ${JSON.stringify(name)}`);
    return isObjectType(type) ? type : undefined;
  }

  private definition(parent: GraphQLObjectType, name: string): GraphQLField<unknown, unknown> | undefined {
    return name === '__typename' ? TypeNameMetaFieldDef : parent.getFields()[name];
  }

  private pageSize(field: GraphQLField<unknown, unknown>, node: FieldNode): number | undefined {
    if (!field.args.some(({ name }) => name === 'first')) return undefined;
    const { first, last } = getArgumentValues(field, node, this.asked.variables);
    return Number(last ?? first ?? DEFAULT_PAGE_SIZE);
  }

  private collect(set: SelectionSetNode, type: GraphQLObjectType, fields: Map<string, FieldNode[]>): void {
    const { schema, variables } = this.asked;
    for (const selection of set.selections) {
      if (getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        fields.set(name, [...(fields.get(name) ?? []), selection]);
        continue;
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      const condition = fragment?.typeCondition;
      const on = condition === undefined ? type : typeFromAST(schema, condition);
      const applies = on === type || (isCompositeType(on) && !isObjectType(on) && schema.isSubType(on, type));
      if (fragment !== undefined && applies) this.collect(fragment.selectionSet, type, fields);
    }
  }
}

function isLeaf(value: unknown, type: string, words: readonly string[] | undefined): boolean {
  switch (type) {
    case 'Int':
      return Number.isInteger(value) && Math.abs(Number(value)) <= 2 ** 31;
    case 'Float':
      return typeof value === 'number' && Number.isFinite(value);
    case 'Boolean':
      return typeof value === 'boolean';
    default:
      return typeof value === 'string' && (words === undefined || words.includes(value));
  }
}
