import { COMPANIONS_ROLES_MAXIMUM } from '../../port.js';
import type { FactFilter, Parent } from '../../port.js';
import type { Connection } from '../connection.js';
import { allOf, fragment, oneOf } from './condition.js';
import { factConditions, presently } from './facts.js';

/** So many parents are one statement; between two, a call can be given up. */
const PARENTS_AT_ONCE = 50;

/** For each parent the keys, sorted, of the entities of these kinds that take part in a fact with it. */
export function companionsOf(
  connection: Connection,
  parents: readonly Parent[],
  kinds: readonly string[],
  filter: FactFilter,
): (string[] | null)[] {
  const present = presently(connection, filter);
  const answers: (string[] | null)[] = [];
  for (let start = 0; start < parents.length; start += PARENTS_AT_ONCE) {
    const some = parents.slice(start, start + PARENTS_AT_ONCE).map((keys) => [...new Set(keys)]);
    answers.push(...companionsOfSome(connection, some, kinds, present));
  }
  return answers;
}

function companionsOfSome(
  connection: Connection,
  parents: readonly Parent[],
  kinds: readonly string[],
  filter: FactFilter,
): (string[] | null)[] {
  const isKnown = parents.map((keys) => rolesOf(connection, keys) <= COMPANIONS_ROLES_MAXIMUM);
  const companions = parents.map(() => new Set<string>());
  const asked = parents.flatMap((keys, index) =>
    isKnown[index] === true ? keys.map((key) => [index, key]) : [],
  );
  for (const { place, key } of found(connection, asked, kinds, filter)) {
    if (parents[place]?.includes(key) === false) companions[place]?.add(key);
  }
  return companions.map((keys, index) => (isKnown[index] === true ? [...keys].sort() : null));
}

/** How many roles the keys play, counted no further than must be known. */
function rolesOf(connection: Connection, keys: readonly string[]): number {
  const { sql, values } = oneOf('entity', keys);
  const counted = connection.row<{ roles: number }>(
    `SELECT count(*) AS roles FROM (SELECT 1 FROM participant WHERE ${sql} LIMIT ?)`,
    [...values, COMPANIONS_ROLES_MAXIMUM + 1],
  );
  return counted?.roles ?? 0;
}

/** For the parent at a place, a companion; more than once where the parent has several keys. */
function found(
  connection: Connection,
  asked: readonly (readonly (number | string)[])[],
  kinds: readonly string[],
  filter: FactFilter,
): { place: number; key: string }[] {
  if (asked.length === 0) return [];
  const tests = factConditions(filter).map(({ test }) =>
    typeof test === 'function' ? test({ id: 'own.fact', orders: {} }) : test,
  );
  const { sql, values } = allOf([fragment('TRUE'), ...tests]);
  const ofKinds = oneOf('entity_row.kind', kinds);
  // Of what kind an entity is, is asked once for each and not for each fact.
  return connection.rows<{ place: number; key: string }>(
    `SELECT found.place, found.key FROM (
       SELECT DISTINCT asked.value ->> 0 AS place, other.entity AS key
       FROM json_each(?) AS asked
       CROSS JOIN participant AS own ON own.entity = asked.value ->> 1
       CROSS JOIN fact_row AS row ON row.id = own.fact
       CROSS JOIN participant AS other INDEXED BY participant_fact ON other.fact = own.fact
       WHERE ${sql}
     ) AS found CROSS JOIN entity_row ON entity_row.key = found.key WHERE ${ofKinds.sql}`,
    [JSON.stringify(asked), ...values, ...ofKinds.values],
  );
}
