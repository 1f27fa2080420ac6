import fc from 'fast-check';
import { Clusters, factWithout, isoDay, parseTime } from '../../src/ontology/index.js';
import type { EntityRecord, FactRecord } from '../../src/ontology/index.js';
import { View } from '../../src/traversals/index.js';
import { KnownJudgements } from '../../src/traversals/view/identity/judgements.js';
import { StrictView } from '../../src/traversals/view/strict.js';
import type { World } from './cases.js';
import { SOURCES } from './sideGraphs.js';

/*
 * Who stands on a side of a fact, as the definition says: asked of one entity, one side and one fact at a time, by
 * looking through all that was recorded.
 */

export type Ground = 'STATED' | 'LOCATION' | 'POST CERTAIN' | 'POST POSSIBLE';

const GROUNDS: readonly Ground[] = ['STATED', 'LOCATION', 'POST CERTAIN', 'POST POSSIBLE'];

export interface Records {
  entities: readonly EntityRecord[];
  facts: readonly FactRecord[];
}

/** Sources that are taken not to exist, mostly none. */
export const missingSources = fc.oneof(fc.constant([]), fc.subarray(SOURCES, { maxLength: 2 }));

/** The world as if the sources did not exist. The relations of its entities rest on none. */
export function without({ view, entities, facts }: World, sources: readonly string[]): World {
  return {
    view: new View(
      new StrictView(view.store, view.knownIn, sources),
      'STRICT',
      new KnownJudgements([]),
      Clusters.NONE,
    ),
    entities,
    facts: facts.flatMap((fact) => factWithout(fact, new Set(sources)) ?? []),
  };
}

/** The entities that play one of the roles. */
export function playing({ participants }: FactRecord, roles: readonly string[]): string[] {
  return participants.flatMap(({ role, entity }) =>
    roles.includes(role) && entity !== undefined ? [entity] : [],
  );
}

/** The best ground on which `key` stands for one of the players in the fact; null where it does not. */
export function groundOf(
  records: Records,
  key: string,
  players: readonly string[],
  fact: FactRecord,
  posts: boolean,
): Ground | null {
  const grounds = players.flatMap((player) => {
    if (player === key) return ['STATED' as const];
    if (liesIn(records, player, key)) return ['LOCATION' as const];
    if (!posts || !/^(doctor|person)\//.test(player)) return [];
    return records.facts
      .filter(
        (post) => post.kind === 'Affiliation' && !post.negated && playing(post, ['MEMBER']).includes(player),
      )
      .filter((post) =>
        playing(post, ['AT', 'IN']).some((place) => place === key || liesIn(records, place, key)),
      )
      .flatMap((post): Ground[] => {
        const overlaps = together(fact, post);
        if (overlaps.every(Boolean)) return ['POST CERTAIN'];
        return overlaps.some(Boolean) ? ['POST POSSIBLE'] : [];
      });
  });
  return GROUNDS.find((ground) => grounds.includes(ground)) ?? null;
}

function liesIn({ entities }: Records, key: string, country: string): boolean {
  const record = entities.find((each) => each.key === key);
  return record?.relations.some(({ relation, to }) => relation === 'LOCATED_IN' && to === country) ?? false;
}

/** For each way in which the dates of two facts may be read at their bounds, whether the two share a day. */
function together(one: FactRecord, other: FactRecord): boolean[] {
  if (neverTogether(one, other) || neverTogether(other, one)) return [false];
  return readings(one).flatMap((a) => readings(other).map((b) => a.start <= b.end && b.start <= a.end));
}

/** A month of some year, and a time that has no such month. */
function neverTogether({ time }: FactRecord, other: FactRecord): boolean {
  if (time !== 'XXXX-05' || other.time === undefined) return false;
  const { earliestStart, latestEnd } = parseTime(other.time).bounds;
  if (![earliestStart, latestEnd].every(Number.isFinite)) return false;
  for (let day = earliestStart; day <= latestEnd; day++) if (isoDay(day)?.slice(5, 7) === '05') return false;
  return true;
}

function readings({ time }: FactRecord): { start: number; end: number }[] {
  // Nobody knows when it was: perhaps before all else, perhaps after.
  if (time === undefined) {
    return [
      { start: -Infinity, end: -Infinity },
      { start: -Infinity, end: Infinity },
      { start: Infinity, end: Infinity },
    ];
  }
  const { earliestStart, latestStart, earliestEnd, latestEnd } = parseTime(time).bounds;
  return [earliestStart, latestStart]
    .flatMap((start) => [earliestEnd, latestEnd].map((end) => ({ start, end })))
    .filter(({ start, end }) => start <= end);
}
