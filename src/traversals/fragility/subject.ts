import type { FactRecord } from '../../ontology/index.js';
import { factOrderKey } from '../../store/derive.js';
import type { Evidence } from '../evidence/index.js';
import { playersOf } from '../sides/index.js';
import { mostFirst } from '../view/sorted.js';

/** What is kept of a training. */
export interface Lesson {
  readonly key: string;
  /** Orders facts by time, then by key. */
  readonly order: string;
  readonly trainers: readonly string[];
  /** Whether unnamed people taught too. */
  readonly groups: boolean;
  readonly sources: readonly string[];
}

/** On what something hangs. */
export type Support = 'TRAINER' | 'SOURCE';

/** A hospital, country or technique with the trainings that brought it what it has. */
export interface Dependent {
  readonly key: string;
  /** By time, then by key. */
  readonly lessons: readonly Lesson[];
  /** Distinct trainers with a name: people and institutions. */
  readonly trainerCount: number;
  /** Trainings by unnamed people, whose number nobody knows, and trainings of which no trainer is told. */
  readonly groupLessonCount: number;
  readonly untoldLessonCount: number;
  /** The one trainer; null where there are others, or may be. */
  readonly oneTrainer: string | null;
  /** Independent sources of all the trainings together. */
  readonly sourceCount: number;
  /** The sources that are cited, sorted. */
  readonly sources: readonly string[];
  readonly hangsOn: readonly Support[];
}

/** What is kept of a training. */
export function lessonOf(fact: FactRecord): Lesson {
  return {
    key: fact.key,
    order: factOrderKey(fact, 'TIME'),
    trainers: playersOf(fact, ['TRAINER']),
    groups: fact.participants.some(({ role, group }) => role === 'TRAINER' && group !== undefined),
    sources: fact.citations.map(({ source }) => source),
  };
}

/** How much something hangs on one trainer or one source. The evidence must have loaded the sources. */
export function dependentOf(key: string, lessons: readonly Lesson[], evidence: Evidence): Dependent {
  const trainers = new Set(lessons.flatMap((lesson) => lesson.trainers));
  const sources = [...new Set(lessons.flatMap((lesson) => lesson.sources))].sort();
  const groupLessonCount = lessons.filter(({ groups }) => groups).length;
  const untoldLessonCount = lessons.filter((lesson) => lesson.trainers.length === 0 && !lesson.groups).length;
  const [only = null] = trainers;
  const isKnown = groupLessonCount === 0 && untoldLessonCount === 0;
  const oneTrainer = isKnown && trainers.size === 1 ? only : null;
  const sourceCount = evidence.count(sources);
  return {
    ...{ key, lessons, trainerCount: trainers.size, groupLessonCount, untoldLessonCount },
    ...{ oneTrainer, sourceCount, sources },
    hangsOn: [
      ...(oneTrainer === null ? [] : ['TRAINER' as const]),
      ...(sourceCount === 1 ? ['SOURCE' as const] : []),
    ],
  };
}

/** Those with most trainings first, then by key. */
export function dependentOrder({ key, lessons }: Dependent): string {
  return `${mostFirst(lessons.length)} ${key}`;
}
