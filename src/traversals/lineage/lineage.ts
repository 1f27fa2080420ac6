import { ACTORS } from '../../ontology/index.js';
import type { Group } from '../../ontology/index.js';
import type { FactFilter } from '../../store/port.js';
import { techniqueCondition } from '../narrower.js';
import type { Cut } from '../view/bounds.js';
import { demandEntities } from '../view/keys.js';
import { demandNumber } from '../view/limits.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import type { View } from '../view/view.js';
import { workedOut } from '../view/workedOut.js';
import type { OrderCertainty } from './chain.js';
import { TrainingSteps } from './trainingSteps.js';
import type { Direction, TrainingStep } from './trainingSteps.js';
import { walkLineage } from './walk.js';
import type { Reached, Walk } from './walk.js';

/** Whose pupil’s pupil, or whose teacher’s teacher. */
export interface LineageQuestion {
  /** The key of a doctor, person, hospital or organisation. */
  of: string;
  direction: Direction;
  /** Only trainings in one of these techniques; any training where left out. */
  techniques?: readonly string[];
  /** Whether techniques stand for their narrower ones too. */
  narrower: boolean;
  /** How many trainings deep, from 1 to DEPTH_MAXIMUM. */
  maxDepth: number;
  /** Each training of a chain must have come before the next, for certain or possibly. */
  inTimeOrder?: OrderCertainty;
  /** What narrows any list of facts; its kinds and participants are the question’s own. */
  filter: Omit<FactFilter, 'kinds' | 'participants'>;
}

/** A training on the way to somebody, by its key, and who stands at its nearer end. */
export interface LineageStep {
  readonly fact: string;
  readonly from: string;
  /** In time order: whether it ends a chain that is certainly in order. */
  readonly certainty: OrderCertainty | null;
}

/** Somebody in a lineage. */
export interface LineageMember {
  /** The key of an entity; of a group, the key of the training and its place in it. */
  readonly key: string;
  readonly group?: Group;
  /** The fewest trainings that lead there, from 1. */
  readonly depth: number;
  /** In time order: the fewest trainings of a chain that is certainly in order; null where there is none. */
  readonly certainDepth: number | null;
  /** In time order: whether a chain of `depth` trainings is in order for certain. Null where no order was asked. */
  readonly certainty: OrderCertainty | null;
  /** All trainings that lead there at that depth, by time, then by key. At least one. */
  readonly steps: readonly LineageStep[];
}

export interface Lineage {
  /** In breadth: by depth, then by key. */
  readonly members: readonly LineageMember[];
  /** Why the lineage may not be whole; null where it is. */
  readonly cut: Cut | null;
  /** Up to this depth nobody is missing. */
  readonly completeTo: number;
}

export const DEPTH_MAXIMUM = 20;

/** The lineage of one. Refuses with BAD_KEY an unknown key or one of the wrong kind, with BAD_USER_INPUT a bad depth. */
export function lineage(view: View, question: LineageQuestion): Promise<Lineage> {
  return workedOut(view, 'lineage', question, walked);
}

async function walked(view: View, question: LineageQuestion): Promise<Lineage> {
  demandNumber('maxDepth', question.maxDepth, 1, DEPTH_MAXIMUM);
  const [root] = await demandEntities(view, 'of', [question.of], ACTORS);
  const filter = await trainingFilter(view, question);
  return await lineageOf(new Reading(view), root?.key ?? question.of, question, filter);
}

/** The lineage of one whose keys were looked at already. */
export async function lineageOf(
  reading: Reading,
  root: string,
  { direction, maxDepth, inTimeOrder }: Pick<LineageQuestion, 'direction' | 'maxDepth' | 'inTimeOrder'>,
  filter: FactFilter,
): Promise<Lineage> {
  const pace = new Pace(reading.view);
  const steps = new TrainingSteps(reading, direction, filter);
  const walk = (order: OrderCertainty | undefined) =>
    walkLineage(
      steps,
      { root, maxDepth, ...(order === undefined ? {} : { inTimeOrder: order }) },
      { cut: () => reading.cut, pace },
    );
  const asked = await walk(inTimeOrder);
  const certain =
    inTimeOrder === undefined ? null : inTimeOrder === 'CERTAIN' ? asked : await walk('CERTAIN');
  return { members: await membersOf(asked, certain, pace), cut: asked.cut, completeTo: asked.completeTo };
}

/** Which trainings count. Refuses techniques that are not there. */
export async function trainingFilter(
  view: View,
  { techniques, narrower, filter }: Pick<LineageQuestion, 'techniques' | 'narrower' | 'filter'>,
): Promise<FactFilter> {
  if (techniques === undefined) return { ...filter, kinds: ['Training'] };
  const participants = [await techniqueCondition(view, 'techniques', techniques, narrower)];
  return { ...filter, kinds: ['Training'], participants };
}

async function membersOf({ reached }: Walk, certain: Walk | null, pace: Pace): Promise<LineageMember[]> {
  const sure = certain === null ? null : new Map(certain.reached.map((each) => [each.key, each]));
  const members: LineageMember[] = [];
  for (const each of reached) {
    members.push(memberOf(each, sure));
    if (pace.due) await pace.pause();
  }
  return members;
}

/** With whoever is reached for certain, where an order was asked. */
function memberOf(
  { key, group, depth, steps }: Reached,
  sure: ReadonlyMap<string, Reached> | null,
): LineageMember {
  const surely = sure?.get(key);
  const surelyHere = surely?.depth === depth ? surely : undefined;
  return {
    key,
    ...(group === undefined ? {} : { group }),
    depth,
    certainDepth: surely?.depth ?? null,
    certainty: sure === null ? null : surelyHere === undefined ? 'POSSIBLE' : 'CERTAIN',
    steps: steps.map((step) => ({
      fact: step.fact,
      from: step.from,
      certainty: sure === null ? null : isAmong(step, surelyHere) ? 'CERTAIN' : 'POSSIBLE',
    })),
  };
}

function isAmong(step: TrainingStep, reached: Reached | undefined): boolean {
  return reached?.steps.some(({ fact, from }) => fact === step.fact && from === step.from) ?? false;
}
