import { INSTITUTIONS, isOfPeople, timeBounds } from '../../ontology/index.js';
import type { EntityRecord, FactRecord, TimeBounds } from '../../ontology/index.js';
import { addTo } from '../../store/grouping.js';
import { ROLES_OF_THE_LIVING } from '../living.js';
import { readName } from './names/read.js';
import type { ReadName } from './names/read.js';

/** Something that was so at a time, and the fact that says so. */
export interface Dated {
  readonly fact: string;
  readonly time: string | undefined;
  readonly bounds: TimeBounds | null;
}

export interface Post extends Dated {
  readonly place: string;
}

/** What is known of an entity that tells it from others: its names, and what its facts say. */
export class Profile {
  readonly isPerson: boolean;
  readonly names: readonly ReadName[];
  readonly posts: Post[] = [];
  readonly births: Dated[] = [];
  readonly deaths: Dated[] = [];
  /** What only the living do. */
  readonly doings: Dated[] = [];
  /** What its facts join it to, with the facts. */
  readonly countries = new Map<string, string[]>();
  readonly techniques = new Map<string, string[]>();
  readonly partners = new Map<string, string[]>();
  readonly facts = new Map<string, string>();

  constructor(readonly record: EntityRecord) {
    this.isPerson = isOfPeople(record.kind);
    this.names = record.names.map(({ text }) => readName(text, this.isPerson));
    for (const { relation, to } of record.relations) {
      if (relation === 'LOCATED_IN') this.countries.set(to, []);
    }
  }

  get key(): string {
    return this.record.key;
  }

  /** Takes in a fact in which it plays a role. */
  add(fact: FactRecord): void {
    const { key, kind, participants, time } = fact;
    const dated: Dated = { fact: key, time, bounds: timeBounds(time) };
    const roles = participants.filter(({ entity }) => entity === this.key).map(({ role }) => role);
    this.facts.set(key, roles.join(', '));
    if (roles.includes('BORN')) this.births.push(dated);
    if (roles.includes('DECEASED')) this.deaths.push(dated);
    const isLife = kind === 'Birth' || kind === 'Death';
    if (!isLife && roles.some((role) => ROLES_OF_THE_LIVING.has(role))) this.doings.push(dated);
    const isPost = this.isPerson && kind === 'Affiliation' && roles.includes('MEMBER');
    for (const { role, entity } of participants) {
      if (entity === undefined || entity === this.key) continue;
      if (isPost && role === 'AT') this.posts.push({ ...dated, place: entity });
      else if (role === 'TECHNIQUE') addTo(this.techniques, entity, key);
      else if (entity.startsWith('country/')) {
        // A person may be anywhere for a time; a post says where they belong, and a programme is where its facts are.
        if (role === 'IN' && (isPost || this.record.kind === 'Programme')) addTo(this.countries, entity, key);
      } else addTo(this.partners, entity, key);
    }
  }

  /** Adds the countries of the institutions at which it holds posts. */
  placePosts(places: ReadonlyMap<string, EntityRecord>): void {
    for (const { place, fact } of this.posts) {
      for (const { relation, to } of places.get(place)?.relations ?? []) {
        if (relation === 'LOCATED_IN') addTo(this.countries, to, fact);
      }
    }
  }
}

/** Whether a kind stands somewhere. */
export function isInstitution(kind: string): boolean {
  return (INSTITUTIONS as readonly string[]).includes(kind);
}
