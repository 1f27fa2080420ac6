import { ontology } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';
import type { Reading } from '../view/reading.js';
import type { Findings } from './findings.js';

/**
 * A rule at work on one question: it is shown facts, keeps of each as little as it needs, and notes what cannot be true
 * together. Facts come one after the other, by key; all of them state that something is so or was so.
 */
export interface RuleAtWork {
  /** Facts that are shown before all others, for what those are held against. */
  readonly grounds?: Grounds;
  ground?(fact: FactRecord): void;
  /** The kinds of the facts that it compares. */
  readonly kinds: readonly string[];
  /** Is shown some more facts of these kinds. */
  take(facts: readonly FactRecord[]): void | Promise<void>;
  /** Has been shown all. */
  finish?(): Promise<void>;
}

export interface Grounds {
  readonly kinds: readonly string[];
  readonly negated: boolean;
  /** Whether they count at whatever time they were true. */
  readonly ofAnyTime: boolean;
}

/** What a rule works with. */
export interface Workshop {
  readonly findings: Findings;
  readonly reading: Reading;
  /** The kinds of which at least one fact of a finding must be; undefined where any will do. */
  readonly kinds: readonly string[] | undefined;
}

/** How well a rule holds. */
export const STRENGTHS = {
  EXCLUSIVE: 'Both cannot be true.',
  UNUSUAL: 'Both can be true, but seldom are: the sources deserve a second look.',
} as const;

export interface Rule {
  readonly description: string;
  readonly strength: keyof typeof STRENGTHS;
  begin(workshop: Workshop): RuleAtWork;
}

/** Those of the kinds that were asked for; all where none were. */
export function asked(kinds: readonly string[], { kinds: wanted }: Pick<Workshop, 'kinds'>): string[] {
  return kinds.filter((kind) => wanted === undefined || wanted.includes(kind));
}

/** The names of the fact kinds that are so. */
export function factKinds(isMeant: (kind: (typeof ontology.factKinds)[number]) => boolean): string[] {
  return ontology.factKinds.filter(isMeant).map(({ name }) => name);
}
