import type { JudgementRecord } from '../../ontology/index.js';
import type { View } from '../view/view.js';

/** So many entities are asked for their judgements at once. */
const AT_ONCE = 1_000;
/** A cluster that is followed through so many judgements in a row is not followed further. */
const STEPS_MAXIMUM = 20;

/** What has been judged on some entities, and on those that are the same. */
export class Judged {
  private readonly byPair = new Map<string, JudgementRecord[]>();
  /** The first key, in order, of all that are judged the same. */
  private readonly clusterOf = new Map<string, string>();
  private readonly different = new Set<string>();

  private constructor(judgements: readonly JudgementRecord[]) {
    for (const judgement of judgements) {
      const pair = pairOf(...judgement.entities);
      this.byPair.set(pair, [...(this.byPair.get(pair) ?? []), judgement]);
      if (judgement.verdict === 'SAME') this.join(...judgement.entities);
    }
    for (const { verdict, entities } of judgements) {
      if (verdict === 'DIFFERENT') this.different.add(pairOf(...this.clusters(...entities)));
    }
  }

  /** Reads the judgements that stand on these entities, and on those that they are judged the same as. */
  static async read(view: View, keys: readonly string[]): Promise<Judged> {
    const found = new Map<string, JudgementRecord>();
    const asked = new Set<string>();
    let frontier = [...new Set(keys)];
    for (let step = 0; step < STEPS_MAXIMUM && frontier.length > 0; step++) {
      frontier.forEach((key) => asked.add(key));
      for (const judgement of await judgementsOf(view, frontier)) found.set(judgement.key, judgement);
      const same = [...found.values()].filter(({ verdict }) => verdict === 'SAME');
      frontier = [...new Set(same.flatMap(({ entities }) => entities))].filter((key) => !asked.has(key));
    }
    return new Judged([...found.values()].sort((a, b) => (a.key < b.key ? -1 : 1)));
  }

  /** The judgements on just these two, by key. */
  on(a: string, b: string): readonly JudgementRecord[] {
    return this.byPair.get(pairOf(a, b)) ?? [];
  }

  /** Whether it has been judged, of the two or through others, whether they are one; also that nobody could decide. */
  decides(a: string, b: string): boolean {
    const [ofA, ofB] = this.clusters(a, b);
    return ofA === ofB || this.byPair.has(pairOf(a, b)) || this.different.has(pairOf(ofA, ofB));
  }

  private clusters(a: string, b: string): [string, string] {
    return [this.clusterOf.get(a) ?? a, this.clusterOf.get(b) ?? b];
  }

  private join(a: string, b: string): void {
    const [ofA, ofB] = this.clusters(a, b);
    const first = ofA < ofB ? ofA : ofB;
    for (const [key, cluster] of this.clusterOf) {
      if (cluster === ofA || cluster === ofB) this.clusterOf.set(key, first);
    }
    for (const key of [a, b, ofA, ofB]) this.clusterOf.set(key, first);
  }
}

async function judgementsOf(view: View, keys: readonly string[]): Promise<JudgementRecord[]> {
  const found: JudgementRecord[] = [];
  for (let start = 0; start < keys.length; start += AT_ONCE) {
    const lists = await view.store.judgementsOf(keys.slice(start, start + AT_ONCE));
    found.push(...lists.flat().filter(({ recordedIn }) => recordedIn <= view.knownIn));
  }
  return found;
}

function pairOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}
