import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntityRecord } from '../../src/ontology/index.js';
import { assessAll, rarityOf } from '../../src/traversals/candidates/assessing.js';
import { identityCandidates, openView } from '../../src/traversals/index.js';
import { Reading } from '../../src/traversals/view/reading.js';
import type { Subject } from '../contract/subject.js';
import { DOCTORS, HOSPITALS, candidateGraphs } from './candidateGraphs.js';
import { CASES_TIMEOUT, holds } from './cases.js';

const question = fc.record({
  kind: fc.constantFrom('Doctor', 'Hospital'),
  atLeast: fc.constantFrom('LIKELY' as const, 'POSSIBLE' as const),
  judged: fc.boolean(),
});

/** Whoever is suggested of a kind is suggested by key, and nobody is missed whose pair would be weighed as well. */
export function candidateProperties(subject: Subject, total: number): void {
  describe('identityCandidates', () => {
    it(
      'suggests by kind and by key the pairs that weighing every pair finds',
      async () => {
        await holds(
          subject,
          total,
          { graphs: candidateGraphs, questions: question },
          async ({ view: { store }, entities }, { kind, ...rest }) => {
            const view = await openView(store, { identity: 'STRICT' });
            const all = entities.filter((each) => each.kind === kind);
            const { candidates, cut } = await identityCandidates(view, { kind, ...rest });
            expect(cut).toBeNull();
            const scores = new Map(candidates.map(({ keys, score }) => [[...keys].sort().join(' '), score]));
            expect(scores.size).toBe(candidates.length);

            const pairs = all.flatMap((a, index) =>
              all.slice(index + 1).map((b): [EntityRecord, EntityRecord] => [a, b]),
            );
            const turned = pairs.map(([a, b]): [EntityRecord, EntityRecord] => [b, a]);
            const rarity = await rarityOf(view, kind, all);
            const weighed = await assessAll(new Reading(view), pairs, rarity);
            expect(await assessAll(new Reading(view), turned, rarity)).toEqual(weighed);
            for (const [index, [a, b]] of pairs.entries()) {
              const score = scores.get([a.key, b.key].sort().join(' '));
              if (score !== undefined) expect(weighed[index]?.score).toBe(score);
              // Whatever they look for first, no pair that is likely one escapes them.
              const isJudged = (await view.judgementsNaming([a.key])).length > 0;
              if (weighed[index]?.likelihood === 'LIKELY' && !isJudged) {
                expect(score, `${a.key} ${b.key}`).toBeDefined();
              }
            }

            const keys = kind === 'Doctor' ? DOCTORS : HOSPITALS;
            const byKey = await Promise.all(
              keys.map(async (key) => (await identityCandidates(view, { key, ...rest })).candidates),
            );
            for (const [index, list] of byKey.entries()) {
              for (const { keys: both, score } of list) {
                expect(both[0]).toBe(keys[index]);
                const found = scores.get([...both].sort().join(' '));
                if (found !== undefined) expect(found).toBe(score);
              }
            }
          },
        );
      },
      CASES_TIMEOUT,
    );
  });
}
