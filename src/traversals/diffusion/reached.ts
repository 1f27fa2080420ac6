import { timeBounds } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';
import { factOrderKey } from '../../store/derive.js';

/** A fact that shows a technique at places. */
export interface Showing {
  readonly key: string;
  /** Orders facts by time, then by key. */
  readonly order: string;
  /** Days between which it began; infinite where the dates set no bound. */
  readonly earliestStart: number;
  readonly latestStart: number;
  /** The day by which it was so for certain: the latest start or, where it had begun before any day, the earliest end. */
  readonly thereBy: number;
  /** False where there is no date, or none that tells a year. */
  readonly dated: boolean;
  /** Who stands on the side that the technique came from, by key. */
  readonly from: readonly string[];
}

/** A fact that may be the first at a place: CERTAIN where no other can have been earlier, whatever the dates leave open. */
export interface FirstShowing {
  readonly fact: Showing;
  readonly certainty: 'CERTAIN' | 'POSSIBLE';
}

/** A place that a technique reached. */
export interface ReachedPlace {
  /** The hospital or the country. */
  readonly key: string;
  /** The earliest day on which it may have arrived, as far as dated facts tell: null where they set no bound, or none is dated. */
  readonly earliest: number | null;
  /** The first day that dated facts name by which it was there for certain: null where none is dated. */
  readonly latest: number | null;
  /** The dated facts that may be the first, by time; at least one where any is dated. */
  readonly first: readonly FirstShowing[];
  /** The dated facts that came later for certain, by time. */
  readonly later: readonly Showing[];
  /** Facts without a date that tells a year, by time. Each of them may be earlier than the first. */
  readonly undated: readonly Showing[];
  /** From whom it came by the facts that may be the first: hospitals or countries other than the place itself, by key. */
  readonly from: readonly Origin[];
}

/** From whom a technique came to a place. */
export interface Origin {
  /** The hospital or the country. */
  readonly key: string;
  /** How many of the facts that may be the first say so. */
  readonly factCount: number;
}

const UNBOUND = { earliestStart: -Infinity, latestStart: Infinity, earliestEnd: -Infinity };

/** What is kept of a fact. */
export function showing(fact: FactRecord, from: Iterable<string>): Showing {
  const bounds = timeBounds(fact.time);
  const { earliestStart, latestStart, earliestEnd } = bounds ?? UNBOUND;
  return {
    key: fact.key,
    order: factOrderKey(fact, 'TIME'),
    ...{ earliestStart, latestStart },
    thereBy: latestStart === -Infinity ? earliestEnd : latestStart,
    dated: bounds !== null && Object.values(bounds).some((bound) => Number.isFinite(bound)),
    from: [...from].sort(),
  };
}

/** What the facts of one place, by time, say of its first. */
export function reachedPlace(key: string, facts: readonly Showing[]): ReachedPlace {
  const dated = facts.filter((fact) => fact.dated);
  const undated = facts.filter((fact) => !fact.dated);
  const earliest = leastOf(dated, ({ earliestStart }) => earliestStart);
  const latest = leastOf(dated, ({ latestStart }) => latestStart);
  // Of all facts, so that an undated one leaves none certain.
  const starts = [leastOf(facts, ({ earliestStart }) => earliestStart), secondStart(facts)];
  const first = dated
    .filter((fact) => fact.earliestStart <= latest)
    .map((fact): FirstShowing => {
      const others = fact.earliestStart === starts[0] ? starts[1] : starts[0];
      return { fact, certainty: fact.latestStart <= (others ?? Infinity) ? 'CERTAIN' : 'POSSIBLE' };
    });
  return {
    key,
    earliest: finite(earliest),
    latest: finite(leastOf(dated, ({ thereBy }) => thereBy)),
    first,
    later: dated.filter((fact) => fact.earliestStart > latest),
    undated,
    from: originsOf(first, key),
  };
}

function originsOf(first: readonly FirstShowing[], place: string): Origin[] {
  const counts = new Map<string, number>();
  for (const { fact } of first) for (const key of fact.from) counts.set(key, (counts.get(key) ?? 0) + 1);
  counts.delete(place);
  return [...counts].map(([key, factCount]) => ({ key, factCount })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Places where something is dated, by the time of the first fact. */
export function reachedOrder({ key, first }: ReachedPlace): string {
  return `${first[0]?.fact.order.split('|')[0] ?? ''} ${key}`;
}

function leastOf(facts: readonly Showing[], day: (fact: Showing) => number): number {
  return facts.reduce((least, fact) => Math.min(least, day(fact)), Infinity);
}

/** The earliest start but for one fact that has the very earliest. */
function secondStart(facts: readonly Showing[]): number {
  let [least, second] = [Infinity, Infinity];
  for (const { earliestStart } of facts) {
    if (earliestStart < least) [least, second] = [earliestStart, least];
    else second = Math.min(second, earliestStart);
  }
  return second;
}

function finite(day: number): number | null {
  return Number.isFinite(day) ? day : null;
}
