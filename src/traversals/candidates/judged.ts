import type { Clusters, JudgementRecord } from '../../ontology/index.js';
import { addTo } from '../../store/grouping.js';
import type { View } from '../view/view.js';

/** So many judgements are read at once. */
const AT_ONCE = 1_000;

/** What has been judged on some entities, of just two of them or through others that are the same. */
export class Judged {
  private readonly byPair = new Map<string, JudgementRecord[]>();
  private readonly different = new Set<string>();

  private constructor(
    private readonly view: View,
    /** Those who are judged the same, whether the question treats them as one or not. */
    private readonly same: Clusters,
    judgements: readonly JudgementRecord[],
  ) {
    for (const judgement of judgements) {
      const [a, b] = judgement.entities;
      const pair = pairOf(a, b, view.clusters);
      addTo(this.byPair, pair, judgement);
      if (judgement.verdict === 'DIFFERENT') this.different.add(pairOf(a, b, same));
    }
  }

  /** Reads the judgements that stood on these entities, and on those that were judged the same as they. */
  static async read(view: View, keys: readonly string[]): Promise<Judged> {
    const same = await view.judgedSame();
    const named = await view.judgementsNaming(same.widened([...new Set(keys)]));
    const found: JudgementRecord[] = [];
    for (let start = 0; start < named.length; start += AT_ONCE) {
      const records = await view.judgements(named.slice(start, start + AT_ONCE));
      found.push(...records.filter((record) => record !== null));
    }
    return new Judged(view, same, found);
  }

  /** The judgements on just these two, by key. */
  on(a: string, b: string): readonly JudgementRecord[] {
    return this.byPair.get(pairOf(a, b, this.view.clusters)) ?? [];
  }

  /** Whether it has been judged, of the two or through others, whether they are one; also that nobody could decide. */
  decides(a: string, b: string): boolean {
    return (
      this.same.canonical(a) === this.same.canonical(b) ||
      this.on(a, b).length > 0 ||
      this.different.has(pairOf(a, b, this.same))
    );
  }
}

function pairOf(one: string, other: string, clusters: Clusters): string {
  const [a, b] = [clusters.canonical(one), clusters.canonical(other)];
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
