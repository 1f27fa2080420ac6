import { Kind } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

/**
 * Whether somewhere in a valid query two selections of one field are merged of which one hangs on `@skip` or `@include`:
 * what is selected below that one then hangs on it too, and only some of the merged field does.
 */
export function mergesConditionally(document: DocumentNode, operation: OperationDefinitionNode): boolean {
  const fragments = new Map(
    document.definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each] as const] : [],
    ),
  );
  return isFoundIn([operation.selectionSet], fragments);
}

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

interface Selected {
  below: SelectionSetNode;
  conditional: boolean;
}

function isFoundIn(sets: readonly SelectionSetNode[], fragments: Fragments): boolean {
  const fields = new Map<string, Selected[]>();
  for (const set of sets) collect(set, { fragments, conditional: false, fields });
  return [...fields.values()].some(
    (merged) =>
      (merged.length > 1 && merged.some(({ conditional }) => conditional)) ||
      isFoundIn(
        merged.map(({ below }) => below),
        fragments,
      ),
  );
}

interface Collecting {
  fragments: Fragments;
  /** Whether a fragment around it has a condition. */
  conditional: boolean;
  fields: Map<string, Selected[]>;
}

/** The fields that have others below them, by the names that they have in the answer. */
function collect({ selections }: SelectionSetNode, within: Collecting): void {
  for (const selection of selections) {
    const conditional = within.conditional || (selection.directives ?? []).length > 0;
    if (selection.kind === Kind.FIELD) {
      const { selectionSet: below } = selection;
      if (below === undefined) continue;
      const name = answeredAs(selection);
      within.fields.set(name, [...(within.fields.get(name) ?? []), { below, conditional }]);
      continue;
    }
    const fragment =
      selection.kind === Kind.FRAGMENT_SPREAD ? within.fragments.get(selection.name.value) : selection;
    if (fragment !== undefined) collect(fragment.selectionSet, { ...within, conditional });
  }
}

function answeredAs({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}
