import { role } from './define.js';
import type { RoleDefinition } from './define.js';

/** Who can act: people and the institutions that they act for. */
export const PEOPLE = ['Doctor', 'Person'] as const;
export const INSTITUTIONS = ['Hospital', 'Organisation'] as const;
export const ACTORS = [...PEOPLE, ...INSTITUTIONS] as const;

/** Whether entities of a kind are people. */
export function isOfPeople(kind: string): boolean {
  return (PEOPLE as readonly string[]).includes(kind);
}

/** What a fact kind says about a shared role: the name of the way back, and what differs from the usual. */
type Shared = Pick<RoleDefinition, 'reverse'> & Partial<Omit<RoleDefinition, 'name' | 'field'>>;

/** TECHNIQUE: what it is about. */
export function technique(shared: Shared): RoleDefinition {
  return role({
    name: 'TECHNIQUE',
    field: 'techniques',
    description: 'The techniques it is about, as narrowly as the source names them.',
    players: ['Technique'],
    ...shared,
  });
}

/** AT: the institution where it took place. */
export function at(shared: Shared): RoleDefinition {
  return role({
    name: 'AT',
    field: 'place',
    description: 'The hospital or organisation where it took place.',
    players: INSTITUTIONS,
    many: false,
    ...shared,
  });
}

/** IN: the country where it took place, when a source says so. */
export function inCountry(shared: Shared): RoleDefinition {
  return role({
    name: 'IN',
    field: 'country',
    description:
      'The country where it took place, as a source says. Empty when no source says so, even if the place lies in a known country.',
    players: ['Country'],
    many: false,
    ...shared,
  });
}

/** FROM: who sends, and so the side from which the flow comes. */
export function from(shared: Shared): RoleDefinition {
  return role({
    name: 'FROM',
    field: 'senders',
    description: 'The hospital, organisation or country that sends.',
    players: [...INSTITUTIONS, 'Country'],
    ...shared,
  });
}

/** REPORTER: whose words they are. Without it a wish or a judgement would stand as the source's own. */
export function reporter(shared: Shared): RoleDefinition {
  return role({
    name: 'REPORTER',
    field: 'reporters',
    description: 'Who says, judges or wishes so, where the source lets someone else speak.',
    players: ACTORS,
    groups: true,
    ...shared,
  });
}

/** UNDER: the programme that it belongs to. */
export function under(shared: Shared): RoleDefinition {
  return role({
    name: 'UNDER',
    field: 'programme',
    description: 'The programme, project or rotation that it belongs to.',
    players: ['Programme'],
    many: false,
    ...shared,
  });
}
