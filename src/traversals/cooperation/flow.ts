import { RANKS } from '../sides/index.js';
import type { Attribution } from '../sides/index.js';
import type { Pace } from '../view/pace.js';
import { mostFirst, sortedByPlace } from '../view/sorted.js';
import { Extent } from './extent.js';
import type { Direction, Pair } from './pairs.js';

/** On which side somebody stands; parties of an undirected fact stand beside one another. */
export type FlowSide = 'FROM' | 'TO' | 'PARTY';

/** What is kept of a fact for every flow that it belongs to. */
export interface CountedFact {
  readonly key: string;
  /** Orders facts by time, then by key. */
  readonly order: string;
  readonly time: string | undefined;
  readonly techniques: readonly string[];
  /** Named people on either side. */
  readonly people: readonly { readonly key: string; readonly side: FlowSide }[];
  /** The groups on either side, by their place among the participants. */
  readonly groups: readonly { readonly place: number; readonly side: FlowSide }[];
}

/** A fact of a flow, with what its sides rest on at the best. */
export interface FlowFact {
  readonly fact: CountedFact;
  readonly from: Foundation;
  readonly to: Foundation;
}

/** A fact in one flow, with the ranks of both sides in one number. */
export interface Counted {
  readonly fact: CountedFact;
  readonly ranks: number;
}

/** A fact as the flow of a pair counts it. */
export function countedIn(fact: CountedFact, { fromRank, toRank }: Pair): Counted {
  return { fact, ranks: fromRank * RANKS.length + toRank };
}

export type Foundation = Pick<Attribution, 'basis' | 'certainty'>;

/** All facts that run from one side to another, or undirected between the two. */
export class Flow {
  #extent: Extent | undefined;
  /** By time, then by key. */
  private readonly counted: Counted[];

  constructor(
    /** Of an undirected flow the smaller key. Null for facts of which nobody knows the side. */
    readonly from: string | null,
    readonly to: string | null,
    readonly direction: Direction,
    first: Counted,
  ) {
    // Most flows have but one fact, for which an array of one is far smaller than one that was pushed to.
    this.counted = [first];
  }

  /** Facts must come in their order. */
  add(next: Counted): void {
    this.counted.push(next);
  }

  get factCount(): number {
    return this.counted.length;
  }

  /** How many facts name both sides themselves; of the others, a side is inferred. */
  get statedCount(): number {
    return this.counted.filter(({ ranks }) => ranks === 0).length;
  }

  /** How many facts have both sides for certain. */
  get certainCount(): number {
    return this.facts().filter(({ from, to }) => from.certainty === 'CERTAIN' && to.certainty === 'CERTAIN')
      .length;
  }

  /** From when to when it reaches. */
  get extent(): Extent {
    this.#extent ??= new Extent(this.counted.map(({ fact }) => fact.time));
    return this.#extent;
  }

  /** Orders flows: those with most facts first, then by their keys. */
  get place(): string {
    return `${mostFirst(this.factCount)} ${this.from ?? ''} ${this.to ?? ''} ${this.direction}`;
  }

  /** By time, then by key. */
  facts(): FlowFact[] {
    return this.counted.map(({ fact, ranks }) => ({
      fact,
      from: RANKS[Math.floor(ranks / RANKS.length)] ?? RANKS[0],
      to: RANKS[ranks % RANKS.length] ?? RANKS[0],
    }));
  }

  /** The techniques of the facts, those of most facts first, then by key. */
  async techniques(pace: Pace): Promise<{ technique: string; factCount: number }[]> {
    const counts = new Map<string, number>();
    for (const { fact } of this.counted) {
      for (const technique of fact.techniques) counts.set(technique, (counts.get(technique) ?? 0) + 1);
      if (pace.due) await pace.pause();
    }
    const found = [...counts].map(([technique, factCount]) => ({ technique, factCount }));
    return sortedByPlace(found, techniquePlace, pace);
  }

  /** The named people on either side, each once, by key. */
  async people(pace: Pace): Promise<{ person: string; sides: FlowSide[] }[]> {
    const people = new Map<string, Set<FlowSide>>();
    for (const { fact } of this.counted) {
      for (const { key, side } of fact.people) {
        const sides = people.get(key) ?? new Set();
        people.set(key, sides.add(side));
      }
      if (pace.due) await pace.pause();
    }
    const found = [...people].map(([person, sides]) => ({ person, sides: [...sides].sort() }));
    return sortedByPlace(found, ({ person }) => person, pace);
  }

  /** The groups on either side as each fact reports them, by time. They may be the same people in several facts. */
  async groups(pace: Pace): Promise<ReportedGroup[]> {
    const groups: ReportedGroup[] = [];
    for (const { fact } of this.counted) {
      for (const { place, side } of fact.groups) groups.push({ fact, place, side });
      if (pace.due) await pace.pause();
    }
    return groups;
  }
}

/** Unnamed people whom a fact reports on a side. */
export interface ReportedGroup {
  readonly fact: CountedFact;
  /** Which of the participants of the fact it is. */
  readonly place: number;
  readonly side: FlowSide;
}

/** The place of a technique in a flow. */
export function techniquePlace({ technique, factCount }: { technique: string; factCount: number }): string {
  return `${mostFirst(factCount)} ${technique}`;
}
