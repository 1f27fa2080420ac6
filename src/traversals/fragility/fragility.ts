import { ontology } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';
import type { FactFilter, ParticipantCondition } from '../../store/port.js';
import { BroaderTechniques } from '../broader.js';
import { Evidence } from '../evidence/index.js';
import { addTo } from '../../store/grouping.js';
import { techniqueCondition } from '../narrower.js';
import {
  PLACEMENTS_MAXIMUM,
  POST_PLACES_MAXIMUM,
  SideFinder,
  bestRanks,
  factsWithSides,
  keysAround,
  kindOf,
  playersOf,
} from '../sides/index.js';
import type { Cut } from '../view/bounds.js';
import { demandEntities } from '../view/keys.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import { sortedByPlace } from '../view/sorted.js';
import type { View } from '../view/view.js';
import { dependentOf, dependentOrder, lessonOf } from './subject.js';
import type { Dependent, Lesson, Support } from './subject.js';

/** What hangs on one trainer or on one source. */
export interface FragilityQuestion {
  of: 'HOSPITAL' | 'COUNTRY' | 'TECHNIQUE';
  /** Only these. */
  keys?: readonly string[];
  /** Only trainings in one of these techniques. */
  techniques?: readonly string[];
  /** Whether techniques stand for their narrower ones too. */
  narrower: boolean;
  /** Whether hospitals and countries count that are inferred, from where institutions lie or from posts. */
  inferred: boolean;
  /** Only what hangs on one of these; everything that was taught where left out. */
  hangingOn?: readonly Support[];
  /** What narrows any list of facts; its kinds and participants are the question’s own. */
  filter: Omit<FactFilter, 'kinds' | 'participants'>;
}

export interface Fragility {
  /** Those with most trainings first, then by key. */
  readonly dependents: readonly Dependent[];
  /** Of how many hospitals, countries or techniques trainings tell, whatever they hang on. */
  readonly taughtCount: number;
  /** Trainings that fit but tell of no hospital, country or technique, by time. None where only some keys are asked for. */
  readonly unattributed: readonly Lesson[];
  /** Why the answer is not whole; null where it is. Facts are read by time, so that the latest are missing. */
  readonly cut: Cut | null;
}

/** Where a training brings what it teaches. */
const TAUGHT = ontology.factKind('Training').arrival?.at ?? { roles: [], posts: false };

/** Refuses with BAD_KEY unknown keys and keys of another kind. */
export async function fragility(view: View, question: FragilityQuestion): Promise<Fragility> {
  const { hangingOn } = question;
  const keys = question.keys && view.canonicals(question.keys);
  const pace = new Pace(view);
  const reading = new Reading(view);
  const filter = await trainingsOf(view, question);
  const places = placesOf(reading, question, filter, pace);
  const wanted = keys === undefined ? null : new Set(keys);
  const taught = new Map<string, Lesson[]>();
  const unattributed: Lesson[] = [];
  let placements = 0;
  let cut: Cut | null = null;

  for await (const { fact, keys: at } of places) {
    const lesson = lessonOf(fact);
    const own = wanted === null ? at : at.filter((key) => wanted.has(key));
    placements += Math.max(own.length, 1);
    if (placements > PLACEMENTS_MAXIMUM) {
      cut = { bound: 'PLACEMENTS', maximum: PLACEMENTS_MAXIMUM };
      break;
    }
    if (wanted === null && at.length === 0) unattributed.push(lesson);
    for (const key of own) addTo(taught, key, lesson);
  }
  const dependents = await judged(view, taught, pace);
  const shown = dependents.filter(
    ({ hangsOn }) => hangingOn === undefined || hangingOn.some((support) => hangsOn.includes(support)),
  );
  return {
    dependents: await sortedByPlace(shown, dependentOrder, pace),
    taughtCount: dependents.length,
    unattributed,
    cut: cut ?? reading.cut,
  };
}

async function judged(
  view: View,
  taught: ReadonlyMap<string, readonly Lesson[]>,
  pace: Pace,
): Promise<Dependent[]> {
  const evidence = new Evidence(view);
  const sources = new Set<string>();
  for (const lessons of taught.values()) {
    for (const lesson of lessons) for (const source of lesson.sources) sources.add(source);
    if (pace.due) await pace.pause();
  }
  await evidence.load(sources);
  const dependents: Dependent[] = [];
  for (const [key, lessons] of taught) {
    dependents.push(dependentOf(key, lessons, evidence));
    if (pace.due) await pace.pause();
  }
  return dependents;
}

/** The trainings by time, each with the hospitals, countries or techniques that it brought something. */
async function* placesOf(
  reading: Reading,
  { of, narrower, inferred }: FragilityQuestion,
  filter: FactFilter,
  pace: Pace,
): AsyncGenerator<{ fact: FactRecord; keys: string[] }> {
  if (of !== 'TECHNIQUE') {
    const finder = new SideFinder(reading, of, POST_PLACES_MAXIMUM);
    for await (const fact of factsWithSides(reading, finder, { filter, sidesOf: () => [TAUGHT], pace })) {
      const standing = finder.of(fact, TAUGHT).filter(({ basis }) => inferred || basis === 'STATED');
      yield { fact, keys: [...bestRanks(standing).keys()] };
    }
    return;
  }
  const broader = new BroaderTechniques(reading.view);
  for await (const facts of reading.facts(filter)) {
    if (narrower) await broader.read(facts.flatMap((fact) => playersOf(fact, ['TECHNIQUE'])));
    for (const fact of facts) {
      yield { fact, keys: [...broader.of(playersOf(fact, ['TECHNIQUE']))] };
      if (pace.due) await pace.pause();
    }
  }
}

async function trainingsOf(view: View, question: FragilityQuestion): Promise<FactFilter> {
  const { of, keys, techniques, narrower, filter } = question;
  const participants: ParticipantCondition[] = [];
  if (techniques !== undefined) {
    participants.push(await techniqueCondition(view, 'techniques', techniques, narrower));
  }
  if (keys !== undefined && of === 'TECHNIQUE') {
    participants.push(await techniqueCondition(view, 'keys', keys, narrower));
  } else if (keys !== undefined && of !== 'TECHNIQUE') {
    await demandEntities(view, 'keys', keys, [kindOf(of)]);
    const around = await keysAround(view, keys, of);
    if (around !== null) participants.push({ entities: around });
  }
  return { ...filter, kinds: ['Training'], participants };
}
