import type { Clusters, FactRecord } from '../../../ontology/index.js';

/** Which clusters an answer leans on: all that stand for several keys and were met on the way to it. */
export class Leaning {
  private readonly met = new Set<string>();

  constructor(private readonly clusters: Clusters) {}

  /** The keys, sorted, of the judgements that make these clusters. */
  get judgements(): string[] {
    const keys = [...this.met].flatMap((key) => this.clusters.judgements(key));
    return [...new Set(keys)].sort();
  }

  /** The keys that stand for what was met. */
  get canonicals(): string[] {
    return [...this.met];
  }

  meet(keys: Iterable<string>): void {
    if (this.clusters.isEmpty) return;
    for (const key of keys) if (this.clusters.has(key)) this.met.add(this.clusters.canonical(key));
  }

  meetFacts(facts: readonly FactRecord[]): void {
    if (this.clusters.isEmpty) return;
    for (const { participants } of facts) {
      for (const { entity } of participants) if (entity !== undefined) this.meet([entity]);
    }
  }
}
