import { Kind, getNamedType, isAbstractType, isCompositeType, isObjectType, typeFromAST } from 'graphql';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/** A query as it would be compiled. */
export interface Compiling {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
}

/**
 * How many fields the code of a valid query would have; Infinity beyond `maximum`, so that counting is cheap. The code has a
 * field once for each object type that an interface or union above it may come to: it grows with the power of the levels,
 * however little the answer costs.
 */
export function compiledSize({ schema, document, operation }: Compiling, maximum: number): number {
  const root = schema.getRootType(operation.operation);
  const counting = new Counting(schema, document, maximum);
  return root != null && counting.fits(operation.selectionSet, root) ? maximum - counting.left : Infinity;
}

class Counting {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    public left: number,
  ) {
    this.fragments = new Map(
      document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
      ),
    );
  }

  /** Counts what is selected of a type; false as soon as it is too much. */
  fits(selections: SelectionSetNode, type: GraphQLCompositeType): boolean {
    const types = isAbstractType(type) ? this.schema.getPossibleTypes(type) : [type];
    return types.every((each) => --this.left >= 0 && this.on(selections, each));
  }

  private on({ selections }: SelectionSetNode, type: GraphQLObjectType): boolean {
    return selections.every((selection) => {
      if (--this.left < 0) return false;
      if (selection.kind === Kind.FIELD) {
        const field = type.getFields()[selection.name.value];
        const below = field === undefined ? undefined : getNamedType(field.type);
        if (selection.selectionSet === undefined || !isCompositeType(below)) return true;
        return this.fits(selection.selectionSet, below);
      }
      const fragment =
        selection.kind === Kind.FRAGMENT_SPREAD ? this.fragments.get(selection.name.value) : selection;
      if (fragment === undefined) return true;
      const condition = fragment.typeCondition;
      const on = condition === undefined ? type : typeFromAST(this.schema, condition);
      const applies =
        on === type || (isCompositeType(on) && !isObjectType(on) && this.schema.isSubType(on, type));
      return !applies || this.on(fragment.selectionSet, type);
    });
  }
}
