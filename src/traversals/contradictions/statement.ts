import { foldName } from '../../ontology/index.js';
import type { FactRecord } from '../../ontology/index.js';

/*
 * What a fact states, in a form in which two facts can be held against each other: who plays which role, and which
 * properties it has, spelled alike.
 */

/** Whose words they are does not change what they say. */
const REPORTER = 'REPORTER';

/** `ROLE entity`, or `ROLE "label` for a group, each once; without those whose words they are. */
export function partsOf({ participants }: FactRecord): string[] {
  const parts = participants
    .filter(({ role }) => role !== REPORTER)
    .map(({ role, entity, group }) => `${role} ${entity ?? `"${folded(group.label)}`}`);
  return [...new Set(parts)];
}

/** Whether unnamed people take part, of whom nobody knows whether they are the same as in another fact. */
export function hasGroups({ participants }: FactRecord): boolean {
  return participants.some(({ role, group }) => role !== REPORTER && group !== undefined);
}

/** `name=value` of each property. */
export function propertiesOf({ properties }: FactRecord): string[] {
  return Object.entries(properties).map(([name, value]) => `${name}=${folded(value)}`);
}

/** Texts that differ in case, marks and signs alone are one; one of which nothing can be folded stands for itself. */
export function folded(text: string): string {
  return foldName(text) || text;
}

/** The entities among parts, sorted, each once. */
export function entitiesOf(parts: readonly string[]): string[] {
  const players = parts.map((part) => part.slice(part.indexOf(' ') + 1));
  return [...new Set(players.filter((player) => !player.startsWith('"')))].sort();
}

/** The time of a fact in words: as it is written, or that there is none. */
export function whenText(time: string | undefined): string {
  return time ?? 'no date';
}
