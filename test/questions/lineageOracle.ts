import { parseTime } from '../../src/ontology/index.js';
import type { FactRecord } from '../../src/ontology/index.js';
import type { LineageQuestion } from '../../src/traversals/index.js';

/*
 * Lineages as their definition says, by trying every chain of trainings one by one. Nothing is shared between chains,
 * and a chain is judged whole, only once it is there.
 */

export interface OracleMember {
  key: string;
  depth: number;
  /** `training from`, sorted. */
  steps: string[];
}

interface Link {
  fact: FactRecord;
  from: string;
  to: string;
  isGroup: boolean;
}

/** Who is reached, by depth, then by key. */
export function lineageOracle(
  facts: readonly FactRecord[],
  question: Pick<LineageQuestion, 'of' | 'direction' | 'maxDepth' | 'inTimeOrder'>,
): OracleMember[] {
  const { of, direction, maxDepth, inTimeOrder } = question;
  const links = facts.flatMap((fact) => linksOf(fact, direction));
  const members = new Map<string, OracleMember>();
  const visit = (chain: readonly Link[], at: string) => {
    const last = chain.at(-1);
    if (last !== undefined) {
      const forward = direction === 'DESCENDANTS' ? chain : [...chain].reverse();
      if (inTimeOrder !== undefined && !isInOrder(forward, inTimeOrder)) return;
      note(members, last, chain.length);
      if (last.isGroup) return;
    }
    if (chain.length === maxDepth) return;
    const seen = new Set([of, ...chain.map(({ to }) => to)]);
    links
      .filter(({ from, to }) => from === at && !seen.has(to))
      .forEach((link) => visit([...chain, link], link.to));
  };
  visit([], of);
  return [...members.values()]
    .map((member) => ({ ...member, steps: [...new Set(member.steps)].sort() }))
    .sort((a, b) => a.depth - b.depth || (a.key < b.key ? -1 : 1));
}

function note(members: Map<string, OracleMember>, { to, fact, from }: Link, depth: number): void {
  const known = members.get(to);
  const step = `${fact.key} ${from}`;
  if (known === undefined || depth < known.depth) members.set(to, { key: to, depth, steps: [step] });
  else if (depth === known.depth) known.steps.push(step);
}

function linksOf(fact: FactRecord, direction: LineageQuestion['direction']): Link[] {
  const [near, far] = direction === 'DESCENDANTS' ? ['TRAINER', 'TRAINEE'] : ['TRAINEE', 'TRAINER'];
  const froms = fact.participants.flatMap(({ role, entity }) =>
    role === near && entity !== undefined ? [entity] : [],
  );
  return froms.flatMap((from) =>
    fact.participants.flatMap(({ role, entity, group }, place): Link[] => {
      if (role !== far || entity === from) return [];
      return [{ fact, from, to: entity ?? `${fact.key}#${place}`, isGroup: group !== undefined }];
    }),
  );
}

/** Judges a whole chain, first training first. */
function isInOrder(chain: readonly Link[], certainty: 'CERTAIN' | 'POSSIBLE'): boolean {
  const extents = chain.map(({ fact: { time } }) => {
    const bounds = time === undefined ? null : parseTime(time).bounds;
    return { first: bounds?.earliestStart ?? -Infinity, last: bounds?.latestEnd ?? Infinity };
  });
  return extents.every(({ first, last }, index) => {
    const before = extents.slice(0, index);
    if (certainty === 'CERTAIN') return index === 0 || (before.at(-1)?.last ?? Infinity) < first;
    // Days can be chosen in order if and only if nothing ends before something ahead of it begins.
    return before.every((earlier) => earlier.first <= last);
  });
}
