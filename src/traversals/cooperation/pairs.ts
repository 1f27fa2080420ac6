import type { FactRecord, Flow } from '../../ontology/index.js';
import { bestRanks, playersOf } from '../sides/index.js';
import type { Attribution, SideFinder } from '../sides/index.js';

export type Direction = Flow['direction'];

/** Who stands on a side, with how well that is founded (the place in RANKS). */
type Standing = ReadonlyMap<string, number>;

/** Who stands on the sides of one fact. */
export type FactSides =
  | {
      readonly direction: 'DIRECTED';
      readonly from: Standing;
      readonly to: Standing;
      /** Where it took place: counts as one to whom it goes only from elsewhere. */
      readonly place: Standing;
    }
  | { readonly direction: 'UNDIRECTED'; readonly parties: readonly Standing[] };

/** Two sides between which a fact runs. A side that nobody knows is null. */
export interface Pair {
  readonly from: string | null;
  readonly to: string | null;
  /** How well each side is founded; 0 for one that is not known. */
  readonly fromRank: number;
  readonly toRank: number;
}

/** Who stands on the sides of a fact that the finder has read; only what `counts` counts. */
export function sidesOf(
  fact: FactRecord,
  flow: Flow,
  finder: SideFinder,
  counts: (attribution: Attribution) => boolean,
): FactSides {
  const standing = (attributions: Attribution[]) => bestRanks(attributions.filter(counts));
  if (flow.direction === 'DIRECTED') {
    const { direction, from, to, place } = flow;
    const origins = finder.of(fact, from);
    const sides = { direction, from: standing(origins), to: standing(finder.of(fact, to)) };
    const at = standing(place === undefined ? [] : finder.of(fact, place));
    // Origins that do not count still tell that the place may be at home.
    if (sides.from.size === 0) for (const { key } of origins) at.delete(key);
    return { ...sides, place: at };
  }
  const parties = partiesOf(fact, flow).map(({ side, players }) => standing(finder.of(fact, side, players)));
  return { direction: 'UNDIRECTED', parties };
}

/**
 * The parties of an undirected fact. Of unnamed parties a source says from where they come, but not which of them from
 * where: beside a named party they are one; where nobody is named, they are as many as the places they come from.
 */
export function partiesOf(
  fact: FactRecord,
  { parties, unnamed }: Extract<Flow, { direction: 'UNDIRECTED' }>,
) {
  const named = [...new Set(playersOf(fact, parties.roles))];
  const origins = [...new Set(playersOf(fact, unnamed.roles))].filter((key) => !named.includes(key));
  const beside = named.length === 0 ? origins.map((key) => [key]) : origins.length === 0 ? [] : [origins];
  return [
    ...named.map((key) => ({ side: parties, players: [key] })),
    ...beside.map((players) => ({ side: unnamed, players })),
  ];
}

/** At most so many pairs does `pairsOf` give. */
export function pairsAtMost(sides: FactSides): number {
  if (sides.direction === 'DIRECTED') {
    return Math.max(1, sides.from.size) * Math.max(1, sides.to.size + sides.place.size);
  }
  const known = sides.parties.reduce((sum, { size }) => sum + size, 0);
  return Math.max(1, (known * (known + 1)) / 2);
}

/** The pairs between which a fact runs, some of them perhaps several times, differently founded. At least one. */
export function* pairsOf(sides: FactSides): Generator<Pair> {
  if (sides.direction === 'UNDIRECTED') {
    yield* undirected(sides.parties);
    return;
  }
  let isKnown = false;
  for (const [from, fromRank] of orUnknown(sides.from)) {
    for (const [to, toRank] of destinationsFrom(from, sides)) {
      isKnown = true;
      yield { from, to, fromRank, toRank };
    }
  }
  if (isKnown) return;
  for (const [from, fromRank] of orUnknown(sides.from)) yield { from, to: null, fromRank, toRank: 0 };
}

function* destinationsFrom(
  from: string | null,
  { to, place }: Extract<FactSides, { direction: 'DIRECTED' }>,
): Generator<readonly [string, number]> {
  yield* to;
  for (const standing of place) if (standing[0] !== from) yield standing;
}

/** Each pair once, the smaller key first; where only one party is known, with nobody. */
function* undirected(parties: readonly Standing[]): Generator<Pair> {
  const known = parties.filter(({ size }) => size > 0);
  if (known.length < 2) {
    for (const [from, fromRank] of orUnknown(known[0] ?? new Map())) {
      yield { from, to: null, fromRank, toRank: 0 };
    }
    return;
  }
  for (const [index, one] of known.entries()) {
    for (const other of known.slice(index + 1)) {
      for (const [a, rankOfA] of one) {
        for (const [b, rankOfB] of other) {
          yield a <= b
            ? { from: a, to: b, fromRank: rankOfA, toRank: rankOfB }
            : { from: b, to: a, fromRank: rankOfB, toRank: rankOfA };
        }
      }
    }
  }
}

function orUnknown(standing: Standing): Iterable<readonly [string | null, number]> {
  return standing.size === 0 ? [[null, 0]] : standing;
}

/** Whether a pair is better founded than another of the same sides: by its weaker side, then by both. */
export function isBetter(one: Pair, other: Pair): boolean {
  const [a, b] = [one, other].map(
    ({ fromRank, toRank }) => 10 * Math.max(fromRank, toRank) + Math.min(fromRank, toRank),
  );
  return (a ?? 0) < (b ?? 0);
}
