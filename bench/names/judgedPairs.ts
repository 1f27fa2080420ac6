import type { EntityRecord } from '../../src/ontology/index.js';
import type { Store } from '../../src/store/port.js';
import { assessAll, rarityOf } from '../../src/traversals/candidates/assessing.js';
import type { Assessment } from '../../src/traversals/candidates/evidence.js';
import { identityCandidates, openView } from '../../src/traversals/index.js';
import { Reading } from '../../src/traversals/view/reading.js';
import { pairCases, recordsOf } from './pairCases.js';
import type { PairCase } from './pairCases.js';

/** A case, and what the evidence says of it. */
export interface JudgedPair extends Assessment {
  readonly pair: PairCase;
  /** Whether the one is among the candidates of the other. */
  readonly isFound: boolean;
}

const AT_ONCE = 5_000;

/** Writes all cases into the store, which is empty, and weighs each. */
export async function judgedPairs(store: Store): Promise<JudgedPair[]> {
  const cases = await pairCases();
  const operations = recordsOf(cases);
  for (let start = 0; start < operations.length; start += AT_ONCE) {
    const some = operations.slice(start, start + AT_ONCE);
    await store.apply({ author: 'bench', note: 'pairs', at: '2026-01-01T00:00:00Z', operations: some });
  }
  const view = await openView(store);
  const judged: JudgedPair[] = [];
  for (const kind of new Set(cases.map(({ a }) => a.kind))) {
    const pairs = cases.filter(({ a }) => a.kind === kind);
    const records = (await view.entities(pairs.flatMap(({ keys }) => keys))).filter((each) => each !== null);
    const byKey = new Map(records.map((record) => [record.key, record]));
    const rarity = await rarityOf(view, kind, records);
    const both = pairs.map(
      ({ keys: [a, b] }) => [byKey.get(a), byKey.get(b)] as [EntityRecord, EntityRecord],
    );
    const assessments = await assessAll(new Reading(view), both, rarity);
    for (const [index, pair] of pairs.entries()) {
      const assessment = assessments[index];
      if (assessment === undefined) continue;
      const [key, other] = pair.keys;
      const isFound =
        pair.verdict === 'SAME' &&
        (await identityCandidates(view, { key, atLeast: 'POSSIBLE', judged: false })).candidates.some(
          ({ keys }) => keys[1] === other,
        );
      judged.push({ ...assessment, pair, isFound });
    }
  }
  return judged;
}
