import { isOfPeople, ontology } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';

/** By which entities the sides of facts are told apart. */
export type Grain = 'COUNTRY' | 'HOSPITAL' | 'ORGANISATION';

/** What a side rests on: the fact itself, where an institution lies, or a post that someone held. */
export type Basis = 'STATED' | 'LOCATION' | 'POST';

/** An entity that stands on a side of a fact, and why. */
export interface Attribution {
  /** The country, hospital or organisation. */
  readonly key: string;
  readonly basis: Basis;
  /** The institution that lies there or the person who held the post; the entity itself where it is stated. */
  readonly through: string;
  /** POSSIBLE where the dates leave open whether the post was held at the time. */
  readonly certainty: 'CERTAIN' | 'POSSIBLE';
  /** The affiliation that it rests on, for POST. */
  readonly affiliation?: string;
}

/** How well an attribution is founded, the best first. */
export const RANKS = [
  { basis: 'STATED', certainty: 'CERTAIN' },
  { basis: 'LOCATION', certainty: 'CERTAIN' },
  { basis: 'POST', certainty: 'CERTAIN' },
  { basis: 'POST', certainty: 'POSSIBLE' },
] as const satisfies readonly Pick<Attribution, 'basis' | 'certainty'>[];

/** The place in RANKS; the attribution is stated at 0. */
export function rankOf({ basis, certainty }: Pick<Attribution, 'basis' | 'certainty'>): number {
  return RANKS.findIndex((rank) => rank.basis === basis && rank.certainty === certainty);
}

/** Each entity of a side once, with the best rank at which it stands there. */
export function bestRanks(attributions: readonly Attribution[]): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const attribution of attributions) {
    const rank = rankOf(attribution);
    if (rank < (ranks.get(attribution.key) ?? Infinity)) ranks.set(attribution.key, rank);
  }
  return ranks;
}

/** The entities that play one of the roles, in the order of the fact. */
export function playersOf(fact: FactRecord, roles: readonly string[]): string[] {
  return fact.participants.flatMap(({ role, entity }) =>
    entity !== undefined && roles.includes(role) ? [entity] : [],
  );
}

const KINDS: Readonly<Record<Grain, string>> = {
  COUNTRY: 'Country',
  HOSPITAL: 'Hospital',
  ORGANISATION: 'Organisation',
};

/** The kind of the entities that stand for sides. */
export function kindOf(grain: Grain): string {
  return KINDS[grain];
}

/** Whether the entity stands for a side by itself. */
export function isOfGrain(key: string, grain: Grain): boolean {
  return ontology.entityKindOfKey(key)?.name === KINDS[grain];
}

/** Whether the entity may lie in a country. */
export function isInstitution(key: string): boolean {
  return isOfGrain(key, 'HOSPITAL') || isOfGrain(key, 'ORGANISATION');
}

/** Whether the entity may hold posts. */
export function isPerson(key: string): boolean {
  return isOfPeople(ontology.entityKindOfKey(key)?.name ?? '');
}
