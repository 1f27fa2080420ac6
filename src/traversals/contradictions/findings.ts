import type { Cut } from '../view/bounds.js';
import type { Pace } from '../view/pace.js';
import { ascending } from '../view/sorted.js';
import type { RuleName } from './rules/index.js';

/** Facts that cannot both be true, or hardly, and the rule that says so. */
export interface Finding {
  readonly rule: RuleName;
  /** CERTAIN: whatever the dates leave open. POSSIBLE: they, or what is left unnamed, leave it open. */
  readonly certainty: 'CERTAIN' | 'POSSIBLE';
  /** The keys of the two; `explanation` speaks of the first and the second. */
  readonly facts: readonly [string, string];
  /** What the two are about: keys of entities that take part in both, sorted. */
  readonly about: readonly string[];
  readonly explanation: string;
}

/** The most findings of one rule, and the most pairs of facts that it compares. */
export const FINDINGS_MAXIMUM = 3_000;
export const PAIRS_MAXIMUM = 1_000_000;

/** So many pairs are compared in far less than a millisecond. */
const PAIRS_AT_A_STRETCH = 500;

/** Gathers what one rule finds, each finding once, within bounds: a rule that finds much leaves room for the others. */
export class Findings {
  private readonly found = new Map<string, Finding>();
  private pairs = 0;
  private leftOut: Cut | null = null;

  constructor(
    private readonly isWanted: (finding: Finding) => boolean,
    readonly pace: Pace,
  ) {}

  /** Why some are missing; then nothing more is compared. */
  get cut(): Cut | null {
    return this.leftOut;
  }

  /** Asked before each pair is compared. False: it is one too many. */
  mayCompare(): boolean {
    if (this.leftOut !== null) return false;
    this.pairs++;
    if (this.pairs > PAIRS_MAXIMUM) this.leftOut = { bound: 'PAIRS', maximum: PAIRS_MAXIMUM };
    return this.leftOut === null;
  }

  /** To be awaited between comparisons: makes room for others now and then. */
  async breathe(): Promise<void> {
    if (this.pairs % PAIRS_AT_A_STRETCH === 0 && this.pace.due) await this.pace.pause();
  }

  add(finding: Finding): void {
    if (this.leftOut !== null || !this.isWanted(finding)) return;
    if (this.found.size >= FINDINGS_MAXIMUM) this.leftOut = { bound: 'FINDINGS', maximum: FINDINGS_MAXIMUM };
    else this.found.set(findingPlace(finding), finding);
  }

  /** In the order of their places. */
  async sorted(): Promise<Finding[]> {
    const sorted = await this.pace.sorted([...this.found], ([a], [b]) => ascending(a, b));
    return sorted.map(([, finding]) => finding);
  }
}

/** Where a finding stands among all: by the name of its rule, then by the keys of its facts, then by what they are about. */
export function findingPlace({ rule, facts, about }: Finding): string {
  return [rule, ...facts, ...about].join(' ');
}
