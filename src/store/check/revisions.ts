import type { Finding } from './finding.js';

interface Revised {
  key: string;
  revision: number;
  recordedIn: number;
}

/** Whether the revisions of each entity and source run from 1 to the current one, each recorded after the one before. */
export class Revisions {
  private readonly current = new Map<string, Revised>();
  private readonly skipped = new Set<string>();
  private readonly earlier = new Map<string, Revised[]>();

  take(isCurrent: boolean, { key, revision, recordedIn }: Revised): void {
    const revised = { key, revision, recordedIn };
    if (isCurrent) this.current.set(key, revised);
    else this.earlier.set(key, [...(this.earlier.get(key) ?? []), revised]);
  }

  /** Of a key with a revision that cannot be read nothing more is said. */
  skip(key: string): void {
    this.skipped.add(key);
  }

  *finish(): Iterable<Finding> {
    const keys = [...new Set([...this.current.keys(), ...this.earlier.keys()])].sort();
    for (const key of keys) if (!this.skipped.has(key)) yield* this.findings(key);
  }

  private *findings(key: string): Iterable<Finding> {
    const current = this.current.get(key);
    const all = [...(this.earlier.get(key) ?? [])].sort((a, b) => a.revision - b.revision);
    if (current === undefined) {
      yield { key, problem: 'it has earlier revisions, but the current one is missing' };
      return;
    }
    all.push(current);
    if (all.some(({ revision }, index) => revision !== index + 1)) {
      const found = all.map(({ revision }) => revision).join(', ');
      yield {
        key,
        problem: 'its revisions have a gap',
        expected: `all from 1 to ${current.revision}`,
        found,
      };
    }
    if (all.some(({ recordedIn }, index) => recordedIn <= (all[index - 1]?.recordedIn ?? 0))) {
      const found = all.map(({ recordedIn }) => recordedIn).join(', ');
      yield {
        key,
        problem: 'its revisions were not recorded one after the other',
        expected: 'growing numbers',
        found,
      };
    }
  }
}
