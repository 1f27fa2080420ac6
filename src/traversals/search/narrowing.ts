import { KEYS_MAXIMUM } from '../../store/port.js';
import { withNarrower } from '../narrower.js';
import { institutionsIn } from '../sides/index.js';
import { EVERY_KIND } from '../view/keys.js';
import { USUAL_FACTS } from '../view/usual.js';
import type { View } from '../view/view.js';

/** What hits must belong to: one of these countries, and one of these techniques. */
export interface Among {
  countries?: readonly string[];
  techniques?: readonly string[];
}

/**
 * The keys of all who may belong to these countries and techniques (see `Belongings`): those themselves, what lies there,
 * and all who take part in facts with any of them. Undefined where nothing is asked for, or where they are too many to be
 * named: then those who have the name are looked at one by one.
 */
export async function keysAmong(view: View, { countries, techniques }: Among): Promise<string[] | undefined> {
  const groups = [
    countries === undefined ? null : await placesIn(view, countries),
    techniques === undefined ? null : await withNarrower(view, techniques),
  ];
  let keys: string[] | undefined;
  for (const group of groups) {
    const around = group === null ? null : await keysAround(view, group);
    if (around === null) continue;
    keys = keys === undefined ? [...around] : keys.filter((key) => around.has(key));
  }
  const members = keys && view.clusters.widened(keys);
  return members === undefined || members.length > KEYS_MAXIMUM ? undefined : [...members];
}

/** Beyond so many institutions, very many belong to a country. */
const PLACES_MAXIMUM = 2_000;

/** Some countries and what lies there; null where that is too much. */
async function placesIn(view: View, countries: readonly string[]): Promise<string[] | null> {
  const [count = 0] = await view.countLinkedTo([countries], { relation: 'LOCATED_IN' });
  return count > PLACES_MAXIMUM ? null : [...countries, ...(await institutionsIn(view, countries))];
}

/** Null where they play too many roles. */
async function keysAround(view: View, group: readonly string[]): Promise<Set<string> | null> {
  if (group.length === 0) return new Set();
  const [companions] = await view.companionsOf([group], EVERY_KIND, USUAL_FACTS);
  return companions == null ? null : new Set([...group, ...companions]);
}
