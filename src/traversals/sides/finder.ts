import { compareTimes, timeBounds } from '../../ontology/index.js';
import type { FactRecord, Side, TimeBounds } from '../../ontology/index.js';
import type { FactFilter } from '../../store/port.js';
import { Pace } from '../view/pace.js';
import { Reading } from '../view/reading.js';
import { USUAL_FACTS } from '../view/usual.js';
import type { View } from '../view/view.js';
import { isInstitution, isOfGrain, isPerson, playersOf } from './attribution.js';
import type { Attribution, Basis, Grain } from './attribution.js';
import { Locations } from './locations.js';

/** Posts that can tell where someone belonged: only what sources affirm and nobody has withdrawn. */
export const POSTS: FactFilter = {
  ...USUAL_FACTS,
  kinds: ['Affiliation'],
};

/** A post, as far as it tells where its holder belonged. */
interface Post {
  affiliation: string;
  bounds: TimeBounds | null;
  /** The institution and the country that it names. */
  places: readonly string[];
}

/** Somebody who may have been in more places at the time than these could have been anywhere. */
export const POST_PLACES_MAXIMUM = 20;

/** Says which entities stand on the sides of facts. What that rests on is read once, and kept in short. */
export class SideFinder {
  private readonly posts = new Map<string, Post[]>();
  private readonly locations: Locations;
  private readonly pace: Pace;

  constructor(
    private readonly reading: Reading,
    readonly grain: Grain,
    /** Of one who may have held posts in more places at the time, posts tell nothing. */
    private readonly postPlaces = Infinity,
  ) {
    this.locations = new Locations(reading.view);
    this.pace = new Pace(reading.view);
  }

  /** Reads what the sides of these facts rest on. Where the reading is cut, some of it is missing. */
  async read(facts: readonly FactRecord[], sidesOf: (fact: FactRecord) => readonly Side[]): Promise<void> {
    const people = new Set<string>();
    const institutions = new Set<string>();
    for (const fact of facts) {
      for (const side of sidesOf(fact)) {
        for (const player of playersOf(fact, side.roles)) {
          if (isInstitution(player)) institutions.add(player);
          else if (side.posts && isPerson(player)) people.add(player);
        }
      }
    }
    for (const place of await this.readPosts(people)) if (isInstitution(place)) institutions.add(place);
    if (this.grain === 'COUNTRY') await this.locations.read(institutions);
  }

  /** Who stands on a side of a fact that was read, or only for some of its players: stated ones first, then by key. */
  of(fact: FactRecord, side: Side, players = playersOf(fact, side.roles)): Attribution[] {
    const posts = side.posts && !this.isTold(fact, side);
    const found = players.flatMap((player): Attribution[] => {
      const stands = this.standsFor(player);
      if (stands !== undefined) {
        const basis = stands === player ? 'STATED' : 'LOCATION';
        return [{ key: stands, basis, through: player, certainty: 'CERTAIN' }];
      }
      return posts ? this.byPosts(player, fact) : [];
    });
    return sortedOnce(found);
  }

  private isTold(fact: FactRecord, { toldBy }: Side): boolean {
    if (toldBy === undefined) return false;
    return playersOf(fact, toldBy).some((player) => this.standsFor(player) !== undefined);
  }

  private byPosts(person: string, fact: FactRecord): Attribution[] {
    const bounds = timeBounds(fact.time);
    const found: Attribution[] = [];
    const places = new Set<string>();
    for (const post of this.posts.get(person) ?? []) {
      // Undated ones exclude nothing.
      const certainty = compareTimes(bounds, post.bounds);
      if (certainty === 'NO') continue;
      const rest = { basis: 'POST', through: person, certainty, affiliation: post.affiliation } as const;
      for (const key of new Set(post.places.flatMap((place) => this.standsFor(place) ?? []))) {
        found.push({ key, ...rest });
        places.add(key);
      }
      if (places.size > this.postPlaces) return [];
    }
    return found;
  }

  /** The entity of the grain that an entity is, or in which it lies. */
  private standsFor(entity: string): string | undefined {
    if (isOfGrain(entity, this.grain)) return entity;
    return this.locations.of(entity);
  }

  /** The places of the posts that were read now. */
  private async readPosts(people: ReadonlySet<string>): Promise<Set<string>> {
    const unknown = [...people].filter((person) => !this.posts.has(person));
    for (const person of unknown) this.posts.set(person, []);
    const places = new Set<string>();
    for await (const portion of this.reading.factsOf(unknown, ['MEMBER'], POSTS)) {
      for (const { entity, facts } of portion) {
        for (const fact of facts) {
          const named = playersOf(fact, ['AT', 'IN']);
          for (const place of named) places.add(place);
          const post = { affiliation: fact.key, bounds: timeBounds(fact.time), places: named };
          this.posts.get(entity)?.push(post);
          if (this.pace.due) await this.pace.pause();
        }
      }
    }
    return places;
  }
}

/** For each fact who stands on a side, stated ones first, then by key; each with what it rests on. */
export async function attributionsOf(
  view: View,
  facts: readonly FactRecord[],
  grain: Grain,
  side: Side,
): Promise<Attribution[][]> {
  const finder = new SideFinder(new Reading(view), grain);
  await finder.read(facts, () => [side]);
  return facts.map((fact) => finder.of(fact, side));
}

function sortedOnce(found: readonly Attribution[]): Attribution[] {
  if (found.length < 2) return [...found];
  const byPlace = new Map(found.map((attribution) => [placeOf(attribution), attribution]));
  return [...byPlace].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, attribution]) => attribution);
}

const BASES: readonly Basis[] = ['STATED', 'LOCATION', 'POST'];

function placeOf({ basis, key, through, affiliation = '' }: Attribution): string {
  return [BASES.indexOf(basis), key, through, affiliation].join(' ');
}
