import type { EntityRow, FactRow } from '../../derive.js';
import type { Image, Properties } from '../image.js';
import { LABEL } from '../vocabulary.js';
import type { Label, Vocabulary } from '../vocabulary.js';
import type { FoundEdge, FoundNode } from './found.js';
import { isInRow, text } from './rows.js';

/** What `check` compares for itself. */
const IN_ITEM = ['record', 'digest'];
/** What is the store's own and follows from no record. */
const BOOKKEEPING = ['draft'];
const IN_ENTITY_ROW: readonly (keyof EntityRow)[] = ['key', 'nameOrder', 'recordedIn'];
const IN_FACT_ROW: readonly (keyof FactRow | 'statuses' | 'statusesSince')[] = [
  ...(['key', 'status', 'modality', 'negated', 'timeOrder', 'yearless'] as const),
  ...(['earliestStart', 'latestStart', 'earliestEnd', 'latestEnd'] as const),
  ...(['recordedIn', 'statusSince', 'statuses', 'statusesSince'] as const),
];

/** What stands in the graph beside the record and its row and is not as the record would have it, in words. */
export function strayParts(node: FoundNode, image: Image, label: Label, vocabulary: Vocabulary): string[] {
  const rowed = label === LABEL.entity ? IN_ENTITY_ROW : label === LABEL.fact ? IN_FACT_ROW : [];
  const skipped: readonly string[] = [...IN_ITEM, ...BOOKKEEPING, ...rowed];
  return [
    ...(rowed.length > 0 ? [] : labelProblems(node.labels, image.labels)),
    ...propertyProblems('the property', node.properties, image.properties, skipped),
    ...edgeProblems(node.edges, image.edges, (type) => isInRow(type, label, vocabulary)),
  ];
}

function labelProblems(found: readonly string[], expected: readonly string[]): string[] {
  const [there, wanted] = [[...found].sort().join(':'), [...expected].sort().join(':')];
  return there === wanted ? [] : [`the labels ${there} in place of ${wanted}`];
}

function propertyProblems(
  what: string,
  found: Record<string, unknown>,
  expected: Properties,
  skipped: readonly string[] = [],
): string[] {
  const names = [...new Set([...Object.keys(found), ...Object.keys(expected)])].sort();
  return names
    .filter((name) => !skipped.includes(name))
    .filter((name) => JSON.stringify(found[name]) !== JSON.stringify(expected[name]))
    .map((name) => `${what} ${name}: ${shown(found[name])} in place of ${shown(expected[name])}`);
}

function edgeProblems(
  found: readonly FoundEdge[],
  expected: Image['edges'],
  isTold: (type: string) => boolean,
): string[] {
  const missing = new Map(expected.map((edge) => [`${edge.type} ${edge.target}`, edge]));
  const problems: string[] = [];
  for (const { type, properties, end } of found) {
    const name = `${type} ${text(end)}`;
    const edge = missing.get(name);
    missing.delete(name);
    if (edge !== undefined) {
      problems.push(
        ...propertyProblems(`on the relationship ${name} the property`, properties, edge.properties),
      );
    } else if (!isTold(type)) problems.push(`the relationship ${name}`);
  }
  for (const [name, { type }] of missing) {
    if (!isTold(type)) problems.push(`nothing in place of the relationship ${name}`);
  }
  return problems;
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value);
}
