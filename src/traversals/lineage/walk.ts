import type { Group } from '../../ontology/index.js';
import type { Cut } from '../view/bounds.js';
import type { Pace } from '../view/pace.js';
import { ascending } from '../view/sorted.js';
import { follow } from './chain.js';
import type { ChainEnd, OrderCertainty } from './chain.js';
import type { TrainingStep, TrainingSteps } from './trainingSteps.js';

/** Somebody that a lineage reaches. */
export interface Reached {
  /** The key of an entity, or that of a group (see `TrainingStep`). */
  readonly key: string;
  readonly group?: Group;
  /** The fewest trainings that lead there, from 1. */
  readonly depth: number;
  /** Every training that leads there at that depth, by time, then by key. */
  readonly steps: readonly TrainingStep[];
}

export interface Walk {
  /** By depth, then by key. */
  readonly reached: readonly Reached[];
  /** The bound that ended the walk early; null where it came to its own end. */
  readonly cut: Cut | null;
  /** Up to this depth nothing is missing. */
  readonly completeTo: number;
}

export interface WalkOptions {
  root: string;
  maxDepth: number;
  /** Whether each training must have come before the next; any order where left out. */
  inTimeOrder?: OrderCertainty;
}

/** The most people and groups that a walk reaches. */
export const REACHED_MAXIMUM = 20_000;

/**
 * Walks in breadth. In time order, someone may be walked on from again at a greater depth, where the longer chain ends
 * earlier than every shorter one and so lets more follow; nobody is listed twice.
 */
export async function walkLineage(
  steps: TrainingSteps,
  options: WalkOptions,
  { cut: cutOf, pace }: { cut: () => Cut | null; pace: Pace },
): Promise<Walk> {
  const { root, maxDepth, inTimeOrder } = options;
  const found: Found = new Map();
  const ends = new Map<string, ChainEnd>();
  let level = new Map<string, ChainEnd | null>([[root, null]]);
  let completeTo = 0;

  for (let depth = 1; depth <= maxDepth && level.size > 0; depth++) {
    await steps.read([...level.keys()], pace);
    const next = new Map<string, ChainEnd | null>();
    for (const [from, end] of await pace.sorted([...level], ([a], [b]) => ascending(a, b))) {
      for (const step of steps.from(from)) {
        const ended = inTimeOrder === undefined ? -Infinity : follow(end, step.extent, inTimeOrder);
        if (ended === null || step.to === root) continue;
        const known = found.get(step.to);
        if (known === undefined) {
          if (found.size >= REACHED_MAXIMUM) {
            return {
              reached: await sorted(found, pace),
              cut: { bound: 'NODES', maximum: REACHED_MAXIMUM },
              completeTo,
            };
          }
          found.set(step.to, {
            ...(step.group === undefined ? {} : { group: step.group }),
            depth,
            steps: [step],
          });
        } else if (known.depth === depth) known.steps.push(step);
        if (step.group === undefined && ended < (ends.get(step.to) ?? Infinity)) {
          next.set(step.to, Math.min(ended, next.get(step.to) ?? Infinity));
        }
      }
      if (pace.due) await pace.pause();
    }
    const cut = cutOf();
    if (cut !== null) return { reached: await sorted(found, pace), cut, completeTo };
    for (const [key, end] of next) ends.set(key, end ?? -Infinity);
    level = next;
    completeTo = depth;
  }
  const cut: Cut | null = level.size > 0 ? { bound: 'DEPTH', maximum: maxDepth } : null;
  return { reached: await sorted(found, pace), cut, completeTo: maxDepth };
}

type Found = Map<string, Omit<Reached, 'key' | 'steps'> & { steps: TrainingStep[] }>;

async function sorted(found: Found, pace: Pace): Promise<Reached[]> {
  const reached: Reached[] = [];
  for (const [key, each] of found) {
    const steps = each.steps.length === 1 ? each.steps : await pace.sorted(each.steps, byOrder);
    reached.push({ key, ...each, steps });
    if (pace.due) await pace.pause();
  }
  return await pace.sorted(reached, (a, b) => a.depth - b.depth || (a.key < b.key ? -1 : 1));
}

function byOrder(a: TrainingStep, b: TrainingStep): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.from < b.from ? -1 : a.from > b.from ? 1 : 0;
}
