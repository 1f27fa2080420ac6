import { Kind } from 'graphql';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** How large a query is, with the fragments that it spreads written out. */
export interface Shape {
  /** How many fields stand within one another, at the most. */
  depth: number;
  aliases: number;
  /** Fields of the query itself. */
  rootFields: number;
  directives: number;
  /** Spreads of fragments, named or not. */
  fragments: number;
  /** Fields and spreads of fragments, however deep they stand. */
  selections: number;
  /** Fields `__schema` and `__type`. */
  introspections: number;
}

const NOTHING: Shape = {
  depth: 0,
  aliases: 0,
  rootFields: 0,
  directives: 0,
  fragments: 0,
  selections: 0,
  introspections: 0,
};

const known = new WeakMap<OperationDefinitionNode, Shape>();

/**
 * The shape of an operation of a valid document, measured once. Each fragment is looked at once, however often it is spread.
 */
export function shapeOf(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const shape = known.get(operation) ?? measured(document, operation);
  known.set(operation, shape);
  return shape;
}

function measured(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const shape = new Measuring(document).selections(operation.selectionSet);
  return { ...shape, directives: shape.directives + (operation.directives?.length ?? 0) };
}

class Measuring {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<string, Shape>();

  constructor(document: DocumentNode) {
    const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(
      fragments.map((each) => [(each as FragmentDefinitionNode).name.value, each as FragmentDefinitionNode]),
    );
  }

  selections({ selections }: SelectionSetNode): Shape {
    let sum = NOTHING;
    for (const selection of selections) {
      const own = { ...NOTHING, selections: 1, directives: selection.directives?.length ?? 0 };
      switch (selection.kind) {
        case Kind.FIELD: {
          const within =
            selection.selectionSet === undefined ? NOTHING : this.selections(selection.selectionSet);
          const { value: name } = selection.name;
          sum = added(sum, {
            ...added(own, within),
            depth: within.depth + 1,
            rootFields: 1,
            aliases: within.aliases + (selection.alias === undefined ? 0 : 1),
            introspections: within.introspections + (name === '__schema' || name === '__type' ? 1 : 0),
          });
          break;
        }
        case Kind.INLINE_FRAGMENT:
          sum = added(sum, spread(added(own, this.selections(selection.selectionSet))));
          break;
        case Kind.FRAGMENT_SPREAD:
          sum = added(sum, spread(added(own, this.fragment(selection.name.value))));
      }
    }
    return sum;
  }

  private fragment(name: string): Shape {
    const known = this.measured.get(name);
    if (known !== undefined) return known;
    const fragment = this.fragments.get(name);
    if (fragment === undefined) return NOTHING;
    const shape = this.selections(fragment.selectionSet);
    this.measured.set(name, shape);
    return shape;
  }
}

function spread(shape: Shape): Shape {
  return { ...shape, fragments: shape.fragments + 1 };
}

/** Side by side. */
function added(one: Shape, other: Shape): Shape {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    rootFields: one.rootFields + other.rootFields,
    directives: one.directives + other.directives,
    fragments: one.fragments + other.fragments,
    selections: one.selections + other.selections,
    introspections: one.introspections + other.introspections,
  };
}
