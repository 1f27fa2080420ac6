import type { EntityRecord, FactRecord } from '../../src/ontology/index.js';

/*
 * What entities share as the definition says: each entity of the graph is held against each of those asked about.
 */

export interface OracleSide {
  key: string;
  facts: string[];
  roles: string[];
  ownRoles: string[];
  /** `from relation to`, sorted. */
  relations: string[];
}

export interface OracleShared {
  key: string;
  kind: string;
  sides: OracleSide[];
}

export function commonOracle(
  { entities, facts }: { entities: readonly EntityRecord[]; facts: readonly FactRecord[] },
  { keys, atLeast, relations }: { keys: readonly string[]; atLeast: number; relations: boolean },
): { shared: OracleShared[]; together: string[]; related: string[] } {
  const rolesOf = (key: string, among: readonly FactRecord[]) => {
    const roles = among.flatMap(({ participants }) =>
      participants.filter(({ entity }) => entity === key).map(({ role }) => role),
    );
    return [...new Set(roles)].sort();
  };
  const allRelations = entities.flatMap(({ key, relations: links }) =>
    links.map(({ relation, to }) => ({ from: key, to, text: `${key} ${relation} ${to}` })),
  );
  const between = (a: string, b: string) =>
    !relations
      ? []
      : allRelations
          .filter(({ from, to }) => [a, b].includes(from) && [a, b].includes(to))
          .map(({ text }) => text)
          .sort();
  const sideOf = (key: string, other: string): OracleSide => {
    const shared = facts.filter(
      (fact) => rolesOf(key, [fact]).length > 0 && rolesOf(other, [fact]).length > 0,
    );
    return {
      key,
      facts: shared.map((fact) => fact.key).sort(),
      roles: rolesOf(other, shared),
      ownRoles: rolesOf(key, shared),
      relations: between(key, other),
    };
  };
  const shared = entities
    .filter(({ key }) => !keys.includes(key))
    .map(({ key, kind }) => ({
      key,
      kind,
      sides: keys
        .map((one) => sideOf(one, key))
        .filter((side) => side.facts.length + side.relations.length > 0),
    }))
    .filter(({ sides }) => sides.length >= atLeast);
  const place = ({ key, kind, sides }: OracleShared) => [99 - sides.length, kind, key].join(' ');
  return {
    shared: shared.sort((a, b) => (place(a) < place(b) ? -1 : 1)),
    together: facts
      .filter((fact) => keys.filter((key) => rolesOf(key, [fact]).length > 0).length > 1)
      .map(({ key }) => key)
      .sort(),
    related: [...new Set(keys.flatMap((a) => keys.flatMap((b) => (a === b ? [] : between(a, b)))))].sort(),
  };
}
