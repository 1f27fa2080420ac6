import { ConfrereError } from '../../errors.js';
import { ACTORS } from '../../ontology/index.js';
import type { Cut } from '../view/bounds.js';
import { demandApart, demandEntities } from '../view/keys.js';
import { demandNumber } from '../view/limits.js';
import { Reading } from '../view/reading.js';
import type { View } from '../view/view.js';
import { DEPTH_MAXIMUM, lineageOf, trainingFilter } from './lineage.js';
import type { Lineage, LineageMember, LineageQuestion } from './lineage.js';

/** From whom several people descend by training. */
export interface CommonAncestorsQuestion extends Omit<LineageQuestion, 'of' | 'direction'> {
  /** From 2 to ANCESTORS_OF_MAXIMUM keys. */
  of: readonly string[];
}

export interface CommonAncestor {
  readonly key: string;
  /** For each of those asked about, in their order, how the ancestor leads to them. */
  readonly ways: readonly LineageMember[];
}

export interface CommonAncestors {
  /** The nearest first: by the sum of the depths, then the greatest of them, then the key. Nobody is their own ancestor. */
  readonly ancestors: readonly CommonAncestor[];
  readonly cut: Cut | null;
}

export const ANCESTORS_OF_MAXIMUM = 10;

/** The common ancestors. Refuses as `lineage` does, and with BAD_USER_INPUT too few or too many keys. */
export async function commonAncestors(
  view: View,
  question: CommonAncestorsQuestion,
): Promise<CommonAncestors> {
  const of = view.canonicals(question.of);
  demandApart(view, 'of', question.of, of);
  if (of.length < 2 || of.length > ANCESTORS_OF_MAXIMUM) {
    throw new ConfrereError(
      'BAD_USER_INPUT',
      `\`of\` names ${of.length === 1 ? 'one key' : `${of.length} keys`}; expected 2 to ${ANCESTORS_OF_MAXIMUM} different ones.`,
    );
  }
  demandNumber('maxDepth', question.maxDepth, 1, DEPTH_MAXIMUM);
  await demandEntities(view, 'of', of, ACTORS);
  const filter = await trainingFilter(view, question);
  const reading = new Reading(view);
  const lineages: Lineage[] = [];
  for (const key of of) {
    lineages.push(await lineageOf(reading, key, { ...question, direction: 'ANCESTORS' }, filter));
  }
  return { ancestors: shared(lineages), cut: lineages.find(({ cut }) => cut !== null)?.cut ?? null };
}

function shared([first, ...others]: readonly Lineage[]): CommonAncestor[] {
  const tables = others.map(({ members }) => new Map(members.map((member) => [member.key, member])));
  const ancestors = (first?.members ?? []).flatMap((member): CommonAncestor[] => {
    const ways = [member, ...tables.map((table) => table.get(member.key))].filter((way) => way !== undefined);
    return ways.length > tables.length && member.group === undefined ? [{ key: member.key, ways }] : [];
  });
  return ancestors.sort((a, b) => (ancestorPlace(a) < ancestorPlace(b) ? -1 : 1));
}

/** The place of an ancestor among them. */
export function ancestorPlace({ key, ways }: CommonAncestor): string {
  const depths = ways.map(({ depth }) => depth);
  const sum = depths.reduce((total, depth) => total + depth, 0);
  return `${String(sum).padStart(4, '0')}|${String(Math.max(...depths)).padStart(2, '0')}|${key}`;
}
