/*
 * How large the example is and what its records are called. Every key says that it is generated, so that none of them
 * is ever met in a graph that is meant in earnest.
 */

export interface ExampleOptions {
  /** How many facts, from FACTS_MINIMUM to FACTS_MAXIMUM. */
  facts: number;
  /** A whole number from 0 to 2 ** 32 - 1; the same seed gives the same graph. */
  seed: number;
}

/** Fewer leave no room for all that the example has to show. */
export const FACTS_MINIMUM = 200;
export const FACTS_MAXIMUM = 1_000_000;
export const SEED_MAXIMUM = 2 ** 32 - 1;

/** Every so many facts one has the busy hospital in it, and another one the busy doctor. */
export const HUB_EVERY = 10;
export const HUB_DOCTOR = 'doctor/generated-hub';
export const HUB_HOSPITAL = 'hospital/generated-hub';

export const NOTHING_REAL = 'Generated: nothing in it is real.';

export type Numbered =
  'country' | 'doctor' | 'hospital' | 'organisation' | 'person' | 'programme' | 'source' | 'technique';

/** How many of each there are, beside the two hubs. */
export type World = Readonly<Record<Numbered, number>> & { factsOfSource: number };

/** The key of the record of a kind with this number, from 1. */
export function keyOf(kind: Numbered, number: number): string {
  return `${kind}/generated-${digits(number)}`;
}

/** A number as keys and names have it, so that they sort as they count. */
export function digits(number: number): string {
  return String(number).padStart(6, '0');
}

/** The sizes of an example. Fails on options out of bounds, which a caller has to refuse in words of its own. */
export function worldOf({ facts, seed }: ExampleOptions): World {
  if (!isWithin(facts, FACTS_MINIMUM, FACTS_MAXIMUM) || !isWithin(seed, 0, SEED_MAXIMUM)) {
    throw new RangeError(`an example of ${facts} facts with the seed ${seed}`);
  }
  const factsOfSource = Math.min(500, Math.ceil(facts / 20));
  return {
    factsOfSource,
    source: Math.ceil(facts / factsOfSource),
    doctor: Math.ceil(facts / 8),
    person: Math.ceil(facts / 400),
    hospital: Math.ceil(facts / 80),
    organisation: Math.ceil(facts / 250),
    programme: Math.ceil(facts / 200),
    technique: 20 + Math.ceil(facts / 100),
    country: Math.min(60, Math.ceil(facts / 100)),
  };
}

export function isWithin(value: number, from: number, to: number): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
