import { ConfrereError } from '../../errors.js';
import type { FactFilter } from '../../store/port.js';
import type { Cut } from '../view/bounds.js';
import { EVERY_KIND, demandEntities } from '../view/keys.js';
import { demandNumber } from '../view/limits.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import type { View } from '../view/view.js';
import { Drawing } from './drawing.js';
import { DrawnFacts } from './drawnFacts.js';
import { FEW_FACTS, readRim } from './rim.js';
import type { Surroundings } from './surroundings.js';
import { walkAround } from './walk.js';

/** What lies around some entities, as nodes and links to draw. */
export interface NeighbourhoodQuestion {
  /** Entities of any kind, from 1 to AROUND_MAXIMUM different ones. */
  keys: readonly string[];
  /** How far to go, from 1 to AROUND_HOPS_MAXIMUM. */
  hops: number;
  /** How many neighbours of each node are followed, from 1 to AROUND_EACH_MAXIMUM. */
  perNode: number;
  /** Kinds of entities that are neither drawn nor followed, but for those asked about. */
  withoutEntityKinds: readonly string[];
  /** Which facts join entities; its participants are the question’s own. */
  filter: Omit<FactFilter, 'participants'>;
}

export interface NeighbourhoodNode {
  readonly key: string;
  /** How many steps from the nearest of those asked about, which are 0 themselves. */
  readonly distance: number;
  /** In how many facts it takes part, whatever is drawn of them. */
  readonly degree: number;
  /** In how many of these another node takes part. */
  readonly factsShown: number;
  /** How many entities it shares a fact with; null where not all of its facts were read. */
  readonly neighbourCount: number | null;
  /** How many of these are no nodes; null where that is not known. */
  readonly neighboursLeftOut: number | null;
}

export interface Neighbourhood {
  /** By distance, then by key. */
  readonly nodes: readonly NeighbourhoodNode[];
  /** What joins them. Each link is one of its later node. Where the answer is cut, of the facts that were read. */
  readonly drawing: Drawing;
  /** Why less is drawn than was asked for; null where nothing is missing. */
  readonly cut: Cut | null;
}

export const AROUND_MAXIMUM = 20;
export const AROUND_HOPS_MAXIMUM = 3;
export const AROUND_EACH_MAXIMUM = 50;

/**
 * The neighbourhood of some entities. From each node that is nearer than `hops`, those neighbours are followed with whom
 * it has most facts in common, then by key. All facts that nodes share are links, whichever way the nodes were found.
 *
 * Refuses with BAD_KEY a key that is not there, with BAD_USER_INPUT what is out of bounds.
 */
export async function neighbourhood(view: View, question: NeighbourhoodQuestion): Promise<Neighbourhood> {
  const keys = view.canonicals(question.keys);
  demandKeys(keys);
  demandNumber('hops', question.hops, 1, AROUND_HOPS_MAXIMUM);
  demandNumber('perNode', question.perNode, 1, AROUND_EACH_MAXIMUM);
  await demandEntities(view, 'keys', keys, EVERY_KIND);
  return await neighbourhoodOf(new Reading(view), { ...question, keys });
}

/** The neighbourhood of entities that were looked at already. Of entities with no more than `few` facts all may be read. */
export async function neighbourhoodOf(
  reading: Reading,
  { keys, hops, perNode, withoutEntityKinds, filter }: NeighbourhoodQuestion,
  few = FEW_FACTS,
): Promise<Neighbourhood> {
  const pace = new Pace(reading.view);
  const facts = new DrawnFacts(keys, withoutEntityKinds);
  const walk = await walkAround(reading, { keys, hops, perNode, filter }, facts, pace);
  const unread = [...walk.distances.keys()].filter((key) => !walk.surroundings.has(key));
  const rim = await readRim(reading, unread, { filter, few }, facts, pace);

  const places = [...walk.distances].map(([key, distance]) => ({ key, distance }));
  places.sort((a, b) => a.distance - b.distance || (a.key < b.key ? -1 : 1));
  const drawing = new Drawing(places.map(({ key }) => key));
  await drawing.add(facts.all(), pace);

  const around = new Map(walk.surroundings);
  for (const surroundings of rim.surroundings) around.set(surroundings.key, surroundings);
  const nodes: NeighbourhoodNode[] = [];
  for (const { key, distance } of places) {
    const surroundings = around.get(key);
    const degree = surroundings?.degree ?? rim.degrees.get(key) ?? 0;
    const left = leftOut(surroundings, walk.distances);
    nodes.push({ key, distance, degree, factsShown: drawing.factsShown(key), ...left });
    if (pace.due) await pace.pause();
  }
  return { nodes, drawing, cut: reading.cut ?? walk.cut };
}

/** The place of a node among them. */
export function nodePlace({ distance, key }: NeighbourhoodNode): string {
  return `${distance}|${key}`;
}

function leftOut(around: Surroundings | undefined, shown: ReadonlyMap<string, unknown>) {
  if (around === undefined || !around.isWhole) return { neighbourCount: null, neighboursLeftOut: null };
  const { neighbours } = around;
  let neighboursLeftOut = 0;
  for (const key of neighbours.keys()) if (!shown.has(key)) neighboursLeftOut++;
  return { neighbourCount: neighbours.size, neighboursLeftOut };
}

function demandKeys(keys: readonly string[]): void {
  if (keys.length >= 1 && keys.length <= AROUND_MAXIMUM) return;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `\`keys\` names ${keys.length === 0 ? 'no entity' : `${keys.length} entities`}; expected 1 to ${AROUND_MAXIMUM} different ones.`,
  );
}
