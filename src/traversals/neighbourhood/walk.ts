import type { FactFilter } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import type { Pace } from '../view/pace.js';
import type { Reading } from '../view/reading.js';
import type { DrawnFacts } from './drawnFacts.js';
import { surroundingsOf } from './surroundings.js';
import type { Neighbours, Surroundings } from './surroundings.js';

/** Entities that are to be drawn. */
export interface Walk {
  /** How many steps each is from the nearest of those asked about, which are 0. */
  readonly distances: ReadonlyMap<string, number>;
  /** What was read around those from which the walk went on. */
  readonly surroundings: ReadonlyMap<string, Surroundings>;
  readonly cut: Cut | null;
}

export interface WalkOptions {
  keys: readonly string[];
  hops: number;
  perNode: number;
  filter: FactFilter;
}

/** The most entities that are drawn. */
export const DRAWN_MAXIMUM = 2_000;

/** Walks in breadth from those asked about, to no more than `perNode` neighbours of each. What is read goes to `drawn`. */
export async function walkAround(
  reading: Reading,
  { keys, hops, perNode, filter }: WalkOptions,
  drawn: DrawnFacts,
  pace: Pace,
): Promise<Walk> {
  let level = [...keys].sort();
  const distances = new Map(level.map((key) => [key, 0]));
  const surroundings = new Map<string, Surroundings>();

  for (let distance = 1; distance <= hops && level.length > 0; distance++) {
    const ranks = new Map<string, number>();
    for (const around of await surroundingsOf(reading, level, filter, drawn, pace)) {
      surroundings.set(around.key, around);
      followed(around.neighbours, perNode).forEach((key, rank) => {
        if (!distances.has(key)) ranks.set(key, Math.min(rank, ranks.get(key) ?? Infinity));
      });
      if (pace.due) await pace.pause();
    }
    const room = DRAWN_MAXIMUM - distances.size;
    // Where there is no room for all, everyone’s first neighbours come before anyone’s second ones.
    const found = [...ranks].sort(([a, rankOfA], [b, rankOfB]) => rankOfA - rankOfB || (a < b ? -1 : 1));
    level = found
      .slice(0, room)
      .map(([key]) => key)
      .sort();
    for (const key of level) distances.set(key, distance);
    const isCrowded = found.length > room;
    const cut = reading.cut ?? (isCrowded ? { bound: 'NODES', maximum: DRAWN_MAXIMUM } : null);
    if (cut !== null) return { distances, surroundings, cut };
  }
  return { distances, surroundings, cut: null };
}

/** The neighbours that are followed: those with most facts in common first, then by key. */
function followed(neighbours: Neighbours, most: number): string[] {
  const isBefore = ([a, countOfA]: [string, number], [b, countOfB]: [string, number]) =>
    countOfA > countOfB || (countOfA === countOfB && a < b);
  const best: [string, number][] = [];
  for (const each of neighbours) {
    const last = best.at(-1);
    if (last !== undefined && best.length === most && isBefore(last, each)) continue;
    const place = best.findIndex((other) => isBefore(each, other));
    best.splice(place === -1 ? best.length : place, 0, each);
    if (best.length > most) best.pop();
  }
  return best.map(([key]) => key);
}
