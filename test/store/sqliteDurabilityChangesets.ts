import type { ChangesetDraft } from '../../src/store/changeset.js';
import { draftOf, entity, fact, source } from '../helpers/graph.js';

/** From one fact to many, without a pattern. */
export function sizeOf(number: number): number {
  return 1 + ((number * number * 7919) % 60);
}

export function factKey(number: number, index: number): string {
  return `training/c${number}-${index}`;
}

/** The doctor of whom a changeset writes a new revision. */
export function doctorOf(number: number): string {
  return `doctor/d${number % 5}`;
}

/** The changeset of this number: it records facts, revises a source and a doctor, and disputes an earlier fact. */
export function changesetOf(number: number): ChangesetDraft {
  const doctor = doctorOf(number);
  return draftOf([
    source('source/paper', { title: `Edition ${number}` }),
    entity(doctor, [`Doctor of ${number}`]),
    ...Array.from({ length: sizeOf(number) }, (_, index) =>
      fact(factKey(number, index), [`TRAINER=${doctor}`], { time: `${1990 + (index % 30)}` }),
    ),
    ...(number === 1 ? [] : [{ op: 'setStatus', fact: factKey(number - 1, 0), status: 'DISPUTED' } as const]),
  ]);
}
