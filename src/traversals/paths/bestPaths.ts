import type { Pace } from '../view/pace.js';
import { bestCompletion } from './completions.js';
import type { Search, Trail } from './completions.js';
import type { HopGraph } from './hopGraph.js';

/** All paths that keep to the first `shared` hops of one and then go another way than to anyone of `barred`; the best of them. */
interface Candidate {
  readonly trail: Trail;
  readonly shared: number;
  readonly barred: ReadonlySet<number>;
}

/**
 * The `most` best simple paths in order. Each time a path is taken, what is left falls into parts that have no path in
 * common: those that leave it at one of its stops. The best of each part is worked out exactly, so that nothing need be
 * tried that is not answered, however many paths there are.
 */
export async function bestPaths(
  search: Search,
  within: ReadonlyMap<number, number>,
  most: number,
): Promise<Trail[]> {
  const found: Trail[] = [];
  const candidates: Candidate[] = [];
  const start: Trail = { entities: [search.from], cost: 0, evidence: Infinity };
  let left: Omit<Candidate, 'trail'> = { shared: 0, barred: new Set() };
  let trail = await bestCompletion(search, within, start, left.barred);

  while (trail !== null) {
    found.push(trail);
    if (found.length === most) break;
    for (let shared = left.shared; shared < trail.entities.length - 1; shared++) {
      const next = trail.entities[shared + 1] ?? -1;
      const barred = new Set(shared === left.shared ? [...left.barred, next] : [next]);
      const other = await bestCompletion(search, within, beginningOf(search, trail, shared), barred);
      if (other !== null) candidates.push({ trail: other, shared, barred });
    }
    const first = firstOf(candidates, search.graph);
    if (first === undefined) break;
    candidates.splice(candidates.indexOf(first), 1);
    trail = first.trail;
    left = first;
  }
  return found;
}

/** Orders paths: by cost, length, weakest evidence with the strongest first, and the keys one by one. */
function compareTrails(graph: HopGraph, one: Trail, other: Trail): number {
  const order =
    one.cost - other.cost ||
    one.entities.length - other.entities.length ||
    (one.evidence === other.evidence ? 0 : other.evidence - one.evidence);
  if (order !== 0) return order;
  const at = one.entities.findIndex((entity, index) => entity !== other.entities[index]);
  if (at < 0) return 0;
  return graph.keyOf(one.entities[at] ?? -1) < graph.keyOf(other.entities[at] ?? -1) ? -1 : 1;
}

/**
 * Everyone on a way from the beginning to the end of up to `length` hops, with the fewest hops from the beginning;
 * null where there is no such way. Some of the ways may meet someone twice.
 */
export async function withinReach(
  { graph, from, to, length }: Omit<Search, 'penaltyOf' | 'pace'>,
  pace: Pace,
): Promise<Map<number, number> | null> {
  const there = await distances(graph, { from, to, length }, pace);
  if (!there.has(to)) return null;
  const back = await distances(graph, { from: to, to: from, length }, pace);
  const within = new Map<number, number>();
  for (const [entity, distance] of there) {
    if (distance + (back.get(entity) ?? Infinity) <= length) within.set(entity, distance);
    if (pace.due) await pace.pause();
  }
  return within;
}

/** How many hops everyone is from an entity, up to `length`; nobody is passed through `to`. */
async function distances(
  graph: HopGraph,
  { from, to, length }: { from: number; to: number; length: number },
  pace: Pace,
): Promise<Map<number, number>> {
  const found = new Map([[from, 0]]);
  // A map is walked in the order of entry, so that what is found is walked on from in its turn.
  for (const [entity, distance] of found) {
    if (entity === to || distance === length) continue;
    for (const neighbour of graph.neighboursOf(entity)) {
      if (!found.has(neighbour)) found.set(neighbour, distance + 1);
    }
    if (pace.due) await pace.pause();
  }
  return found;
}

function beginningOf({ graph, penaltyOf }: Search, { entities }: Trail, hops: number): Trail {
  const kept = entities.slice(0, hops + 1);
  let cost = 0;
  let evidence = Infinity;
  kept.slice(1).forEach((entity, index) => {
    cost += 1 + penaltyOf(entity);
    evidence = Math.min(evidence, graph.evidenceOf(graph.hopBetween(kept[index] ?? -1, entity)));
  });
  return { entities: kept, cost, evidence };
}

function firstOf(candidates: readonly Candidate[], graph: HopGraph): Candidate | undefined {
  return candidates.reduce<Candidate | undefined>(
    (first, each) =>
      first !== undefined && compareTrails(graph, first.trail, each.trail) < 0 ? first : each,
    undefined,
  );
}
