import type { FactRecord } from '../../src/ontology/index.js';

/*
 * Neighbourhoods as their definition says, from a table of all pairs. Distances come from asking again and again who
 * is followed by someone whose distance is known, until nothing changes.
 */

export interface OracleQuestion {
  keys: readonly string[];
  hops: number;
  perNode: number;
  /** Every entity that may be drawn, with those asked about. */
  entities: readonly string[];
}

export interface OracleNode {
  key: string;
  distance: number;
  degree: number;
  factsShown: number;
  neighbourCount: number;
  neighboursLeftOut: number;
}

export interface OracleLink {
  ends: string;
  facts: string[];
}

export function neighbourhoodOracle(
  facts: readonly FactRecord[],
  { keys, hops, perNode, entities }: OracleQuestion,
): { nodes: OracleNode[]; links: OracleLink[] } {
  const takesPart = (fact: FactRecord, key: string) => fact.participants.some(({ entity }) => entity === key);
  const common = (a: string, b: string) => facts.filter((fact) => takesPart(fact, a) && takesPart(fact, b));
  const neighbours = new Map(
    entities.map((key) => [
      key,
      entities
        .filter((other) => other !== key && common(key, other).length > 0)
        .sort()
        .sort((a, b) => common(key, b).length - common(key, a).length),
    ]),
  );
  const distances = new Map(entities.map((key) => [key, keys.includes(key) ? 0 : Infinity]));
  for (let round = 0; round < hops; round++) {
    for (const [key, others] of neighbours) {
      const from = distances.get(key) ?? Infinity;
      if (from >= hops) continue;
      for (const other of others.slice(0, perNode)) {
        distances.set(other, Math.min(distances.get(other) ?? Infinity, from + 1));
      }
    }
  }
  const shown = [...distances].flatMap(([key, distance]) => (distance <= hops ? [key] : []));
  const place = (key: string) => `${distances.get(key)}${key}`;
  shown.sort((a, b) => (place(a) < place(b) ? -1 : 1));
  return {
    nodes: shown.map((key) => {
      const others = neighbours.get(key) ?? [];
      const drawnWith = shown.filter((other) => other !== key);
      return {
        key,
        distance: distances.get(key) ?? Infinity,
        degree: facts.filter((fact) => takesPart(fact, key)).length,
        factsShown: facts.filter(
          (fact) => takesPart(fact, key) && drawnWith.some((other) => takesPart(fact, other)),
        ).length,
        neighbourCount: others.length,
        neighboursLeftOut: others.filter((other) => !shown.includes(other)).length,
      };
    }),
    links: shown.flatMap((later, index) =>
      shown
        .slice(0, index)
        .map((earlier) => ({
          ends: `${earlier} ${later}`,
          facts: common(earlier, later).map(({ key }) => key),
        }))
        .filter((link) => link.facts.length > 0),
    ),
  };
}
