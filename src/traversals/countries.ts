import { parseTime } from '../ontology/index.js';
import type { EntityRecord, FactRecord, TimeBounds } from '../ontology/index.js';
import { PAGE_MAXIMUM } from '../store/port.js';
import type { FactFilter } from '../store/port.js';
import type { View } from './view/view.js';
import { allFacts, allLinkedTo } from './view/walk.js';

/** What the country of a side rests on: the fact itself, where an institution lies, or a post that someone held. */
export type CountryBasis = 'STATED' | 'LOCATION' | 'POST';

export interface CountryAttribution {
  country: string;
  basis: CountryBasis;
  /** The institution that lies there or the person who held the post; the country itself where it is stated. */
  through: string;
  /** POSSIBLE where the dates leave open whether the post was held at the time. */
  certainty: 'CERTAIN' | 'POSSIBLE';
  /** The affiliation that it rests on, for POST. */
  affiliation?: FactRecord;
}

/** Who stands for a side of a fact: the roles that say so, and the one that states the country. */
export interface Side {
  roles: readonly string[];
  /** Whether a post held by someone in these roles counts. */
  posts: boolean;
}

export const TRAINER_SIDE: Side = { roles: ['FROM', 'TRAINER'], posts: true };
export const PLACE_SIDE: Side = { roles: ['IN', 'AT'], posts: false };

/** Posts that can tell where someone belonged: only what sources affirm and nobody has withdrawn. */
const POSTS: FactFilter = {
  kinds: ['Affiliation'],
  statuses: ['ACCEPTED', 'DISPUTED'],
  modalities: ['FACTUAL'],
  negated: false,
};

const INSTITUTION_PREFIXES = ['hospital/', 'organisation/'];
const PERSON_PREFIXES = ['doctor/', 'person/'];

/** For each fact the countries of a side, stated ones first, then by key; each with what it rests on. */
export async function countriesOf(
  view: View,
  facts: readonly FactRecord[],
  side: Side,
): Promise<CountryAttribution[][]> {
  const players = facts.map((fact) => playersOf(fact, side.roles));
  const people = side.posts ? distinct(players.flat().filter(isPerson)) : [];
  const posts = await postsOf(view, people);
  const institutions = distinct([
    ...players.flat().filter(isInstitution),
    ...[...posts.values()].flat().flatMap((post) => playersOf(post, ['AT'])),
  ]);
  const located = await locationsOf(view, institutions);

  return facts.map((fact, index) => {
    const found = (players[index] ?? []).flatMap((player): CountryAttribution[] => {
      if (player.startsWith('country/'))
        return [{ country: player, basis: 'STATED', through: player, certainty: 'CERTAIN' }];
      if (isInstitution(player))
        return inCountry(located.get(player), { basis: 'LOCATION', through: player, certainty: 'CERTAIN' });
      return (posts.get(player) ?? [])
        .filter((post) => mayOverlap(fact, post))
        .flatMap((affiliation) =>
          countriesOfPost(affiliation, located, player, heldDuring(fact, affiliation)),
        );
    });
    return sortedOnce(found);
  });
}

/** The keys that make a fact belong to one of these countries when they play on the side; `posts` the people among them. */
export async function keysOfSide(
  view: View,
  countries: readonly string[],
  side: Side,
): Promise<{ keys: string[]; posts: boolean }> {
  const institutions = (await allLinkedTo(view, countries, { relation: 'LOCATED_IN' })).map(({ key }) => key);
  const keys = [...countries, ...institutions];
  if (!side.posts) return { keys, posts: false };
  const affiliations = await allFacts(view, {
    ...POSTS,
    participants: [{ entities: keys, roles: ['AT', 'IN'] }],
  });
  const people = distinct(affiliations.flatMap((fact) => playersOf(fact, ['MEMBER'])).filter(isPerson));
  return { keys: [...keys, ...people], posts: people.length > 0 };
}

function countriesOfPost(
  affiliation: FactRecord,
  located: ReadonlyMap<string, string>,
  person: string,
  certainty: CountryAttribution['certainty'],
): CountryAttribution[] {
  const stated = playersOf(affiliation, ['IN']);
  const inferred = playersOf(affiliation, ['AT']).flatMap((place) => located.get(place) ?? []);
  return distinct([...stated, ...inferred]).map((country) => ({
    country,
    basis: 'POST',
    through: person,
    certainty,
    affiliation,
  }));
}

function inCountry(
  country: string | undefined,
  rest: Omit<CountryAttribution, 'country'>,
): CountryAttribution[] {
  return country === undefined ? [] : [{ country, ...rest }];
}

function playersOf(fact: FactRecord, roles: readonly string[]): string[] {
  return fact.participants.flatMap(({ role, entity }) =>
    entity !== undefined && roles.includes(role) ? [entity] : [],
  );
}

async function postsOf(view: View, people: readonly string[]): Promise<Map<string, FactRecord[]>> {
  if (people.length === 0) return new Map();
  const page = { limit: PAGE_MAXIMUM, order: 'KEY', descending: false } as const;
  const slices = await view.factsOf(
    people.map((key) => [key]),
    ['MEMBER'],
    POSTS,
    page,
  );
  return new Map(people.map((key, index) => [key, (slices[index]?.items ?? []).map(({ item }) => item)]));
}

async function locationsOf(view: View, institutions: readonly string[]): Promise<Map<string, string>> {
  const records = institutions.length === 0 ? [] : await view.entities(institutions);
  return new Map(records.flatMap((record) => (record === null ? [] : locationOf(record))));
}

function locationOf(record: EntityRecord): [string, string][] {
  const link = record.relations.find(({ relation }) => relation === 'LOCATED_IN');
  return link === undefined ? [] : [[record.key, link.to]];
}

/** Whether the dates leave room for the post to be held when the fact happened. Undated ones exclude nothing. */
function mayOverlap(fact: FactRecord, post: FactRecord): boolean {
  const a = boundsOf(fact);
  const b = boundsOf(post);
  return a === null || b === null || (a.earliestStart <= b.latestEnd && b.earliestStart <= a.latestEnd);
}

/** Whether the post was held at the time for certain: whatever the dates leave open, each begins before the other ends. */
function heldDuring(fact: FactRecord, post: FactRecord): CountryAttribution['certainty'] {
  const a = boundsOf(fact);
  const b = boundsOf(post);
  if (a === null || b === null) return 'POSSIBLE';
  return a.latestStart <= b.earliestEnd && b.latestStart <= a.earliestEnd ? 'CERTAIN' : 'POSSIBLE';
}

function boundsOf(fact: FactRecord): TimeBounds | null {
  return fact.time === undefined ? null : parseTime(fact.time).bounds;
}

const BASES: readonly CountryBasis[] = ['STATED', 'LOCATION', 'POST'];

function sortedOnce(found: readonly CountryAttribution[]): CountryAttribution[] {
  const name = ({ country, basis, through, affiliation }: CountryAttribution) =>
    [BASES.indexOf(basis), country, through, affiliation?.key ?? ''].join(' ');
  const byName = new Map(found.map((attribution) => [name(attribution), attribution]));
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, attribution]) => attribution);
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}

function isInstitution(key: string): boolean {
  return INSTITUTION_PREFIXES.some((prefix) => key.startsWith(prefix));
}

function isPerson(key: string): boolean {
  return PERSON_PREFIXES.some((prefix) => key.startsWith(prefix));
}
