import { expect } from 'vitest';
import type { ChangesetDraft } from '../../src/store/changeset.js';
import type { Store } from '../../src/store/port.js';
import { findingsIn } from '../helpers/collect.js';
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

/** Expects the changesets up to a number, in every part, and nothing else. */
export async function expectWhole(store: Store, version: number): Promise<void> {
  expect(await store.version()).toBe(version);
  for (let number = 1; number <= version; number++) await expectChangeset(store, number, version);
  await expectNothingOf(store, version + 1);
  const facts = Array.from({ length: version }, (_, index) => sizeOf(index + 1));
  expect(await store.countFacts({})).toBe(facts.reduce((sum, size) => sum + size, 0));
  expect(await findingsIn(store)).toEqual([]);
}

async function expectChangeset(store: Store, number: number, version: number): Promise<void> {
  const keys = Array.from({ length: sizeOf(number) }, (_, index) => factKey(number, index));
  const statuses = (await store.facts(keys)).map((fact) => fact?.status);
  const others = Array<string>(sizeOf(number) - 1).fill('ACCEPTED');
  expect(statuses).toEqual([number === version ? 'ACCEPTED' : 'DISPUTED', ...others]);
  if (number <= version - 5) return;
  const [doctor] = await store.entities([doctorOf(number)]);
  expect(doctor?.recordedIn).toBe(number);
}

async function expectNothingOf(store: Store, number: number): Promise<void> {
  expect(await store.changesets([number])).toEqual([null]);
  expect(await store.facts([factKey(number, 0)])).toEqual([null]);
}
