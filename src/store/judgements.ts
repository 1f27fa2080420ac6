import { CLUSTER_MAXIMUM, Union, contradictionsIn } from '../ontology/index.js';
import type { Contradiction, Judged, JudgementRecord } from '../ontology/index.js';
import type { ChangesetDraft } from './changeset.js';
import { FIRST_BY_KEY, pagesOf } from './pages.js';
import type { Store } from './port.js';

/*
 * Which judgements may stand together: SAME is an equivalence and DIFFERENT forbids, so that no chain of the one may lead
 * from one end of the other to its other end.
 */

/** All judgements of a store that stand, by key. */
export async function standingJudgements(store: Pick<Store, 'judgementsSince'>): Promise<JudgementRecord[]> {
  const found: JudgementRecord[] = [];
  for await (const page of pagesOf((each) => store.judgementsSince(0, each), FIRST_BY_KEY)) {
    found.push(...page.filter(isStanding));
  }
  return found;
}

/**
 * Gathers the standing judgements with which those of a draft may be at odds. It gives the entities whose judgements it
 * needs next, and is given these; so both stores run it inside their own transaction.
 */
export function* judgementsInReach(
  draft: ChangesetDraft,
): Generator<readonly string[], JudgementRecord[], readonly JudgementRecord[]> {
  const found = new Map<string, JudgementRecord>();
  const seen = new Set<string>();
  let next = draft.operations.flatMap((operation) =>
    operation.op === 'judge' && operation.judgement.verdict !== 'UNSURE' ? operation.judgement.entities : [],
  );
  while (next.length > 0) {
    const asked = [...new Set(next)].filter((key) => !seen.has(key));
    for (const key of asked) seen.add(key);
    if (asked.length === 0) break;
    const judgements = yield asked;
    for (const judgement of judgements) found.set(judgement.key, judgement);
    next = judgements.filter(({ verdict }) => verdict === 'SAME').flatMap(({ entities }) => entities);
  }
  return [...found.values()];
}

/** What is wrong with the judgements that stand after a draft, in words; of what was wrong before it nothing. */
export function problemsOfJudgements(
  before: readonly JudgementRecord[],
  after: readonly JudgementRecord[],
): string[] {
  const [stood, stand] = [before.filter(isStanding), after.filter(isStanding)];
  const known = new Set(contradictionsIn(stood).map(({ different }) => different.key));
  return [
    ...contradictionsIn(stand)
      .filter(({ different }) => !known.has(different.key))
      .map(contradictionInWords),
    ...sizesOfNew(stood, stand),
  ];
}

function isStanding({ droppedIn }: JudgementRecord): boolean {
  return droppedIn === undefined;
}

/** A contradiction, with the chain that shows it. */
export function contradictionInWords({ different, chain, alike }: Contradiction): string {
  const [one, other] = different.entities;
  const links = chain
    .map(({ key, entities }, index) => {
      const keys = [key, ...(alike[index] ?? [])].join(' and ');
      return `${entities[0]} is ${entities[1]} (${keys})`;
    })
    .join(', ');
  return (
    `the judgements contradict one another: ${one} and ${other} are DIFFERENT (${different.key}), but by judgements SAME ` +
    `they are one: ${links}; drop one of these judgements first, and all that say the same`
  );
}

/** A cluster that grows beyond its maximum, said once. */
function sizesOfNew(before: readonly Judged[], after: readonly Judged[]): string[] {
  const earlier = sizes(before);
  const [[key, size] = ['', 0]] = [...sizes(after)]
    .filter(([entity, count]) => count > CLUSTER_MAXIMUM && count > (earlier.get(entity) ?? 0))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (size === 0) return [];
  return [`the judgements make ${size} entities one, ${key} among them; expected at most ${CLUSTER_MAXIMUM}`];
}

/** How many entities are one with each. */
function sizes(judgements: readonly Judged[]): Map<string, number> {
  const union = new Union();
  const entities = new Set<string>();
  for (const { verdict, entities: pair } of judgements) {
    if (verdict !== 'SAME') continue;
    union.join(...pair);
    for (const entity of pair) entities.add(entity);
  }
  const counts = new Map<string, number>();
  for (const entity of entities) {
    const group = union.find(entity);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return new Map([...entities].map((entity) => [entity, counts.get(union.find(entity)) ?? 0]));
}
