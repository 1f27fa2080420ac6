import { Union } from '../../ontology/index.js';
import type { SourceRecord } from '../../ontology/index.js';
import type { View } from '../view/view.js';
import { descentOf } from './ties.js';
import type { Descent, TieKind } from './ties.js';

/**
 * How many independent sources stand behind citations.
 *
 * The sources that are cited, with all that they derive from, directly or through others, fall into groups: two are in
 * one group when they share a publisher or a text, when one derives from the other, or when a third ties them, cited or
 * not. Each group that holds a cited source counts once. So the number is rather too small than too great.
 *
 * A source that is taken not to exist is no evidence; but what derives from it still does so, and two that retell it
 * remain one.
 */
export class Evidence {
  private readonly known = new Map<string, Descent>();
  private readonly without: ReadonlySet<string>;

  /** `read` reads sources as the view does; give it where they are kept beyond this question. */
  constructor(
    view: View,
    private readonly read: (keys: readonly string[]) => Promise<readonly (SourceRecord | null)[]> = (keys) =>
      view.sources(keys),
  ) {
    this.without = new Set(view.withoutSources);
  }

  /** Reads these sources and all that they derive from, in few calls, and each once. */
  async load(keys: Iterable<string>): Promise<void> {
    let unknown = this.unknownOf(keys);
    while (unknown.length > 0) {
      const origins: string[] = [];
      for (let start = 0; start < unknown.length; start += READ_AT_ONCE) {
        const some = unknown.slice(start, start + READ_AT_ONCE);
        const records = await this.read(some);
        some.forEach((key, index) => {
          const descent = descentOf(records[index] ?? null);
          this.known.set(key, descent);
          origins.push(...descent.origins);
        });
      }
      unknown = this.unknownOf(origins);
    }
  }

  /** How many independent sources these are. They must be loaded. */
  count(cited: readonly string[]): number {
    const counted = this.counted(cited);
    if (counted.length < 2) return counted.length;
    const { union } = this.tied(counted);
    return new Set(counted.map((key) => union.find(key))).size;
  }

  /** The groups of these sources, by the first key of each, and why each is one. They must be loaded. */
  groups(cited: readonly string[]): SourceGroup[] {
    const counted = this.counted(cited).sort();
    const { union, all } = this.tied(counted);
    const groups = new Map<string, string[]>();
    for (const key of counted) {
      const root = union.find(key);
      groups.set(root, [...(groups.get(root) ?? []), key]);
    }
    return [...groups].map(([root, sources]) => {
      if (sources.length === 1) return { sources, ties: [] };
      const members = all.filter((key) => union.find(key) === root).sort();
      return { sources, ties: neededTies(this.tiesAmong(members), new Set(sources)) };
    });
  }

  private unknownOf(keys: Iterable<string>): string[] {
    return [...new Set(keys)].filter((key) => !this.known.has(key));
  }

  private counted(cited: readonly string[]): string[] {
    return [...new Set(cited)].filter((key) => !this.without.has(key));
  }

  /** The sources with all that they derive from, joined with what ties them. */
  private tied(cited: readonly string[]): { union: Union; all: readonly string[] } {
    const union = new Union();
    const all = [...cited];
    const seen = new Set(cited);
    for (const key of all) {
      const { marks, origins } = this.descent(key);
      for (const { mark } of marks) union.join(key, mark);
      for (const origin of origins) {
        union.join(key, origin);
        if (!seen.has(origin)) all.push(origin);
        seen.add(origin);
      }
    }
    return { union, all };
  }

  private tiesAmong(members: readonly string[]): Tie[] {
    const shared = new Map<string, Tie & { sources: string[] }>();
    const derived: Tie[] = [];
    for (const key of members) {
      const { marks, origins } = this.descent(key);
      for (const { tie, mark, text } of marks) {
        const known = shared.get(mark);
        if (known === undefined) shared.set(mark, { kind: tie, shared: text, sources: [key] });
        else known.sources.push(key);
      }
      for (const origin of origins) derived.push({ kind: 'DERIVED', sources: [key, origin] });
    }
    return [...shared.values(), ...derived];
  }

  private descent(key: string): Descent {
    const descent = this.known.get(key);
    if (descent === undefined) throw new Error(`${key} was not loaded`);
    return descent;
  }
}

/** Sources that count as one. */
export interface SourceGroup {
  /** The cited ones, by key. At least one. */
  readonly sources: readonly string[];
  /** Why they count as one; none where there is but one. */
  readonly ties: readonly Tie[];
}

/** What ties sources to one another; some of them may not be cited themselves. */
export interface Tie {
  readonly kind: TieKind;
  /** Of DERIVED the one that derives, then the one from which it does; of the others all that share it, by key. */
  readonly sources: readonly string[];
  /** The publisher, address or document, as the first of the sources has it. */
  readonly shared?: string;
}

/** So many sources are read at once, so that what comes back is taken in within a few milliseconds. */
const READ_AT_ONCE = 1_000;

/** Without the ties that lead only to a source that nobody cites: these tie nothing together. */
function neededTies(ties: readonly Tie[], cited: ReadonlySet<string>): Tie[] {
  let needed = [...ties];
  for (;;) {
    const uses = new Map<string, number>();
    for (const { sources } of needed) for (const key of sources) uses.set(key, (uses.get(key) ?? 0) + 1);
    const isLoose = (key: string) => !cited.has(key) && uses.get(key) === 1;
    const kept = needed
      .map((tie) => ({ ...tie, sources: tie.sources.filter((key) => !isLoose(key)) }))
      .filter(({ sources }) => sources.length > 1);
    const isSettled = sizeOf(kept) === sizeOf(needed);
    needed = kept;
    if (isSettled) return needed;
  }
}

function sizeOf(ties: readonly Tie[]): number {
  return ties.reduce((sum, { sources }) => sum + sources.length, 0);
}
