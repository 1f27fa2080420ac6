import { ConfrereError } from '../../errors.js';
import { ontology, sidesOfFlow } from '../../ontology/index.js';
import type { FactFilter } from '../../store/port.js';
import { techniqueCondition } from '../narrower.js';
import {
  PLACEMENTS_MAXIMUM,
  POST_PLACES_MAXIMUM,
  SideFinder,
  factsWithSides,
  keysAround,
  kindOf,
} from '../sides/index.js';
import type { Grain } from '../sides/index.js';
import type { Cut } from '../view/bounds.js';
import { demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import type { View } from '../view/view.js';
import { workedOut } from '../view/workedOut.js';
import type { Flow } from './flow.js';
import { pairsAtMost, sidesOf } from './pairs.js';
import { FlowTable } from './table.js';
import type { UnknownCounts } from './table.js';

/** Who sends, teaches, hands over to, receives whom. */
export interface CooperationQuestion {
  between: Grain;
  /** Only flows of which a side is one of these. */
  keys?: readonly string[];
  /** Only facts of these kinds; all kinds that are flows where left out. */
  kinds?: readonly string[];
  /** Only facts about one of these techniques. */
  techniques?: readonly string[];
  /** Whether techniques stand for their narrower ones too. */
  narrower: boolean;
  /** Whether sides count that are inferred, from where institutions lie or from posts. */
  inferred: boolean;
  /** Whether flows within one and the same are counted. */
  domestic: boolean;
  /** What narrows any list of facts; its kinds and participants are the question’s own. */
  filter: Omit<FactFilter, 'kinds' | 'participants'>;
}

export interface Cooperation {
  /** Those with most facts first, then by their keys. */
  readonly flows: readonly Flow[];
  /** The flows of facts of which a side is not known, in the same order. */
  readonly incomplete: readonly Flow[];
  /** Facts that are in some flow, each once; those that are in several; and facts over all flows. */
  readonly factCount: number;
  readonly severalCount: number;
  readonly placementCount: number;
  readonly unknown: Readonly<UnknownCounts>;
  /** Facts within one and the same, where these are left out. */
  readonly domesticLeftOutCount: number;
  /** Why the answer is not whole; null where it is. Facts are read by time, so that the latest are missing. */
  readonly cut: Cut | null;
}

/** The kinds of facts that are flows, sorted. */
export const FLOW_KINDS = ontology.factKinds.filter(({ flow }) => flow !== undefined).map(({ name }) => name);

/** The flows. Refuses with BAD_KEY unknown keys or keys of another kind, with BAD_USER_INPUT kinds that are no flow. */
export function cooperation(view: View, question: CooperationQuestion): Promise<Cooperation> {
  return workedOut(view, 'cooperation', question, counted);
}

async function counted(view: View, question: CooperationQuestion): Promise<Cooperation> {
  const { between, inferred, domestic } = question;
  const keys = question.keys && view.canonicals(question.keys);
  const pace = new Pace(view);
  const reading = new Reading(view);
  const finder = new SideFinder(reading, between, POST_PLACES_MAXIMUM);
  const table = new FlowTable({ domestic, ...(keys === undefined ? {} : { keys: new Set(keys) }) }, pace);
  const filter = await flowFilter(view, question);
  let cut: Cut | null = null;

  for await (const fact of factsWithSides(reading, finder, { filter, sidesOf: sidesOfKind, pace })) {
    const { flow } = ontology.factKind(fact.kind);
    if (flow === undefined) continue;
    const sides = sidesOf(fact, flow, finder, ({ basis }) => inferred || basis === 'STATED');
    if (table.pairCount + pairsAtMost(sides) > PLACEMENTS_MAXIMUM) {
      cut = { bound: 'PLACEMENTS', maximum: PLACEMENTS_MAXIMUM };
      break;
    }
    await table.add(fact, flow, sides);
  }
  const { factCount, severalCount, placementCount, unknown, domesticLeftOutCount } = table;
  return {
    ...(await table.sorted()),
    ...{ factCount, severalCount, placementCount, unknown, domesticLeftOutCount },
    cut: cut ?? reading.cut,
  };
}

function sidesOfKind(kind: string) {
  return sidesOfFlow(ontology.factKind(kind).flow);
}

async function flowFilter(view: View, question: CooperationQuestion): Promise<FactFilter> {
  const { between, keys, kinds = FLOW_KINDS, techniques, narrower, filter } = question;
  for (const kind of kinds) demandFlow(kind);
  const participants = [];
  if (techniques !== undefined)
    participants.push(await techniqueCondition(view, 'techniques', techniques, narrower));
  if (keys !== undefined) {
    await demandEntities(view, 'keys', keys, [kindOf(between)]);
    const around = await keysAround(view, keys, between);
    if (around !== null) participants.push({ entities: around });
  }
  return { ...filter, kinds, participants };
}

function demandFlow(kind: string): void {
  if (FLOW_KINDS.includes(kind)) return;
  throw new ConfrereError(
    'BAD_USER_INPUT',
    `\`kinds\` names ${kind}, whose facts are no flows between sides; expected some of ${FLOW_KINDS.join(', ')}.`,
  );
}
