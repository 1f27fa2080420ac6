import { compareWithPeriod, parseTime } from '../../src/ontology/index.js';
import type { FactRecord } from '../../src/ontology/index.js';
import type { PathsQuestion } from '../../src/traversals/index.js';
import { INDEPENDENT_AS } from './meetingGraphs.js';

/*
 * Paths as their definition says: every simple path is walked, from the records alone, then all are sorted.
 */

export interface OraclePath {
  cost: number;
  weakestEvidence: number;
  keys: readonly string[];
  penalties: readonly number[];
  independentSources: readonly number[];
}

/** All facts that the question is about, without what only these sources say. */
export function countedFacts(
  facts: readonly FactRecord[],
  { kinds, withoutKinds = [], filter }: PathsQuestion,
  withoutSources: readonly string[],
): FactRecord[] {
  return facts
    .map((fact) => ({
      ...fact,
      citations: fact.citations.filter(({ source }) => !withoutSources.includes(source)),
    }))
    .filter(({ kind, negated, citations, time }) => {
      if (kinds?.includes(kind) === false || withoutKinds.includes(kind)) return false;
      if (filter.negated !== undefined && negated !== filter.negated) return false;
      if (!citations.some(({ source }) => filter.sources?.includes(source) ?? true)) return false;
      if (filter.time === undefined) return true;
      const bounds = time === undefined ? null : parseTime(time).bounds;
      const certainty = compareWithPeriod(bounds, filter.time.period);
      return certainty === 'CERTAIN' || (certainty === 'POSSIBLE' && filter.time.certainty === 'POSSIBLE');
    });
}

/** The facts in which both take part. */
export function joining(facts: readonly FactRecord[], one: string, other: string): FactRecord[] {
  return facts.filter((fact) => takesPart(fact, one) && takesPart(fact, other));
}

/** The graph that the counted facts make, as one question walks it. */
export class MeetingOracle {
  private readonly weights = new Map<string, number>();
  private readonly stops: readonly string[];

  constructor(
    private readonly facts: readonly FactRecord[],
    private readonly question: PathsQuestion,
  ) {
    const { from, to, withoutEntities = [], withoutEntityKinds = [] } = question;
    const all = [
      ...new Set(facts.flatMap(({ participants }) => participants.flatMap(({ entity }) => entity ?? []))),
    ];
    const isExcluded = (key: string) =>
      withoutEntities.includes(key) || withoutEntityKinds.includes(kindOf(key));
    this.stops = all.filter((key) => key === to || (key !== from && !isExcluded(key)));
    for (const one of all)
      for (const other of all) {
        this.weights.set(`${one} ${other}`, independentSources(joining(facts, one, other)));
      }
  }

  /** All simple paths of up to so many hops, best first. */
  paths(maxHops: number): OraclePath[] {
    const found = [...this.walk([this.question.from], maxHops)].map((keys) => this.judged(keys));
    return found.sort(
      (a, b) =>
        a.cost - b.cost ||
        a.keys.length - b.keys.length ||
        b.weakestEvidence - a.weakestEvidence ||
        // No key holds a space, which sorts before everything that a key may hold.
        (a.keys.join(' ') < b.keys.join(' ') ? -1 : 1),
    );
  }

  /** Whether there is a simple path of more hops. */
  hasLonger(hops: number): boolean {
    for (const keys of this.walk([this.question.from], Infinity)) if (keys.length - 1 > hops) return true;
    return false;
  }

  /** How many hops away the furthest is that an end reaches without passing through the other end. */
  reachOf(end: string, other: string): number {
    const seen = new Set([end]);
    let layer = [end];
    let hops = -1;
    while (layer.length > 0) {
      hops++;
      layer = this.stops.filter((key) => !seen.has(key) && layer.some((near) => this.weight(near, key) > 0));
      layer = layer.filter((key) => key !== other);
      layer.forEach((key) => seen.add(key));
    }
    return hops;
  }

  private *walk(keys: readonly string[], maxHops: number): Generator<readonly string[]> {
    const last = keys.at(-1) ?? '';
    if (last === this.question.to) yield keys;
    if (last === this.question.to || keys.length - 1 === maxHops) return;
    for (const next of this.stops) {
      if (this.weight(last, next) > 0 && !keys.includes(next)) yield* this.walk([...keys, next], maxHops);
    }
  }

  private judged(keys: readonly string[]): OraclePath {
    const { from, to, hubPenalty } = this.question;
    const weights = keys.slice(1).map((key, index) => this.weight(keys[index] ?? '', key));
    const penalties = keys.map((key) => {
      const degree = this.facts.filter((fact) => takesPart(fact, key)).length;
      return key === from || key === to ? 0 : hubPenalty * Math.floor(Math.log10(degree));
    });
    return {
      cost: weights.length + penalties.reduce((sum, each) => sum + each, 0),
      weakestEvidence: Math.min(...weights),
      keys,
      penalties,
      independentSources: weights,
    };
  }

  private weight(one: string, other: string): number {
    return one === other ? 0 : (this.weights.get(`${one} ${other}`) ?? 0);
  }
}

function kindOf(key: string): string {
  return `${key.charAt(0).toUpperCase()}${key.slice(1, key.indexOf('/'))}`;
}

function takesPart({ participants }: FactRecord, key: string): boolean {
  return participants.some(({ entity }) => entity === key);
}

function independentSources(facts: readonly FactRecord[]): number {
  return new Set(facts.flatMap(({ citations }) => citations.map(({ source }) => INDEPENDENT_AS[source])))
    .size;
}
