import type { Finding } from './finding.js';

interface Wanted {
  /** The first that refers to it, in the order of the audit. */
  by: string;
  others: number;
}

/** Which keys are there and which are referred to. One entry a key, however many refer to it. */
export class References {
  private readonly provided = new Set<string>();
  private readonly wanted = new Map<string, Wanted>();

  provide(key: string): void {
    this.provided.add(key);
    this.wanted.delete(key);
  }

  want(by: string, keys: readonly string[]): void {
    for (const key of keys) {
      if (this.provided.has(key)) continue;
      const known = this.wanted.get(key);
      if (known === undefined) this.wanted.set(key, { by, others: 0 });
      else if (known.by !== by) known.others += 1;
    }
  }

  *finish(): Iterable<Finding> {
    for (const [key, { by, others }] of [...this.wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const found = others === 0 ? by : `${by} and ${others} more`;
      yield { key, problem: 'it is referred to but not there', found: `referred to by ${found}` };
    }
  }
}
