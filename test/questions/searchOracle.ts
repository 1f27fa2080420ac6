import type { Citation, EntityRecord, FactRecord } from '../../src/ontology/index.js';
import type { World } from './cases.js';

type Standing = Pick<World, 'entities' | 'facts'>;

/** To which countries an entity belongs when these sources are taken not to exist, found by asking every fact. */
export function countriesOf(world: Standing, key: string, without: readonly string[]): string[] {
  const near = partners(world, key, without);
  return sorted(
    near.flatMap((one) => (one.startsWith('country/') ? one : leadsTo(world, one, 'LOCATED_IN', without))),
  );
}

/** To which techniques, and with `narrower` to which that are broader. */
export function techniquesOf(
  world: Standing,
  key: string,
  { without, narrower }: { without: readonly string[]; narrower: boolean },
): string[] {
  const near = partners(world, key, without).filter((one) => one.startsWith('technique/'));
  if (!narrower) return sorted(near);
  const above = (one: string): string[] => [
    one,
    ...leadsTo(world, one, 'BROADER', without).flatMap((broader) => above(broader)),
  ];
  return sorted(near.flatMap(above));
}

/** The entity itself and all that share a fact with it. */
function partners({ facts }: Standing, key: string, without: readonly string[]): string[] {
  const playersOf = ({ participants }: FactRecord) => participants.flatMap(({ entity }) => entity ?? []);
  const counted = facts.filter(
    ({ status, modality, negated, citations }) =>
      (status === 'ACCEPTED' || status === 'DISPUTED') &&
      modality === 'FACTUAL' &&
      !negated &&
      isCited(citations, without),
  );
  return [
    key,
    ...counted
      .map(playersOf)
      .filter((players) => players.includes(key))
      .flat(),
  ];
}

function leadsTo(
  { entities }: Standing,
  key: string,
  relation: string,
  without: readonly string[],
): readonly string[] {
  const links = entities.find((entity: EntityRecord) => entity.key === key)?.relations ?? [];
  return links
    .filter(
      (link) => link.relation === relation && (link.editor !== undefined || isCited(link.citations, without)),
    )
    .map(({ to }) => to);
}

function isCited(citations: readonly Citation[], without: readonly string[]): boolean {
  return citations.some(({ source }) => !without.includes(source));
}

function sorted(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort();
}
