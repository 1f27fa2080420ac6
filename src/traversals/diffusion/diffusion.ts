import { ontology, sidesOfArrival } from '../../ontology/index.js';
import type { FactFilter } from '../../store/port.js';
import { addTo } from '../../store/grouping.js';
import { techniqueCondition } from '../narrower.js';
import {
  PLACEMENTS_MAXIMUM,
  POST_PLACES_MAXIMUM,
  SideFinder,
  bestRanks,
  factsWithSides,
} from '../sides/index.js';
import type { Attribution, Grain } from '../sides/index.js';
import type { Cut } from '../view/bounds.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import { sortedByPlace } from '../view/sorted.js';
import type { View } from '../view/view.js';
import { workedOut } from '../view/workedOut.js';
import { reachedOrder, reachedPlace, showing } from './reached.js';
import type { ReachedPlace, Showing } from './reached.js';

/** How a technique reached places, and from whom. */
export interface DiffusionQuestion {
  technique: string;
  /** Whether the technique stands for its narrower ones too. */
  narrower: boolean;
  by: Exclude<Grain, 'ORGANISATION'>;
  /** Whether places and origins count that are inferred, from where institutions lie or from posts. */
  inferred: boolean;
  /** What narrows any list of facts; its kinds and participants are the question’s own. */
  filter: Omit<FactFilter, 'kinds' | 'participants'>;
}

export interface Diffusion {
  /** By the time of the first fact, then by key. */
  readonly reached: readonly ReachedPlace[];
  /** Places of which no fact is dated, by key. */
  readonly undated: readonly ReachedPlace[];
  /** Facts that show the technique at some place, each once. */
  readonly factCount: number;
  /** Facts that show it, but at no place that is known, by time. */
  readonly nowhere: readonly Showing[];
  /** Why the answer is not whole; null where it is. Facts are read by time, so that the latest are missing. */
  readonly cut: Cut | null;
}

/** The kinds of facts that show a technique at a place, sorted. */
export const ARRIVAL_KINDS = ontology.factKinds
  .filter(({ arrival }) => arrival !== undefined)
  .map(({ name }) => name);

/** How the technique spread. Refuses with BAD_KEY a technique that is not there. */
export function diffusion(view: View, question: DiffusionQuestion): Promise<Diffusion> {
  return workedOut(view, 'diffusion', question, spread);
}

async function spread(view: View, question: DiffusionQuestion): Promise<Diffusion> {
  const { technique, narrower, by, inferred, filter: narrowing } = question;
  const condition = await techniqueCondition(view, 'technique', [technique], narrower);
  const filter: FactFilter = { ...narrowing, kinds: ARRIVAL_KINDS, participants: [condition] };
  const pace = new Pace(view);
  const reading = new Reading(view);
  const finder = new SideFinder(reading, by, POST_PLACES_MAXIMUM);
  const keysOf = (attributions: Attribution[]) =>
    bestRanks(attributions.filter(({ basis }) => inferred || basis === 'STATED')).keys();
  const places = new Map<string, Showing[]>();
  const nowhere: Showing[] = [];
  let [factCount, placements] = [0, 0];
  let cut: Cut | null = null;

  for await (const fact of factsWithSides(reading, finder, { filter, sidesOf: sidesOfKind, pace })) {
    const { arrival } = ontology.factKind(fact.kind);
    if (arrival === undefined) continue;
    const at = [...keysOf(finder.of(fact, arrival.at))];
    const shown = showing(fact, keysOf(finder.of(fact, arrival.from)));
    placements += at.length + shown.from.length;
    if (placements > PLACEMENTS_MAXIMUM) {
      cut = { bound: 'PLACEMENTS', maximum: PLACEMENTS_MAXIMUM };
      break;
    }
    if (at.length === 0) nowhere.push(shown);
    else factCount++;
    for (const place of at) addTo(places, place, shown);
  }

  const all: ReachedPlace[] = [];
  for (const [key, facts] of places) {
    all.push(reachedPlace(key, facts));
    if (pace.due) await pace.pause();
  }
  return {
    reached: await sortedByPlace(
      all.filter(({ first }) => first.length > 0),
      reachedOrder,
      pace,
    ),
    undated: await sortedByPlace(
      all.filter(({ first }) => first.length === 0),
      ({ key }) => key,
      pace,
    ),
    ...{ factCount, nowhere, cut: cut ?? reading.cut },
  };
}

function sidesOfKind(kind: string) {
  return sidesOfArrival(ontology.factKind(kind).arrival);
}
