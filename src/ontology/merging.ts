import type { Clusters } from './clusters.js';
import type { EntityRecord, FactRecord, Participant, RelationLink } from './records.js';

/*
 * What is judged one, seen as one: records turned so that each cluster has one key. Pure, and only for answers: what is
 * stored stays as its sources spoke of it.
 */

/** The fact with the keys that stand for its participants; each plays a role once. */
export function factAsJudged(fact: FactRecord, clusters: Clusters): FactRecord {
  if (!fact.participants.some(({ entity }) => entity !== undefined && clusters.has(entity))) return fact;
  const taken = new Set<string>();
  const participants = fact.participants.flatMap((participant): Participant[] => {
    const { role, entity } = participant;
    if (entity === undefined) return [participant];
    const canonical = clusters.canonical(entity);
    if (taken.has(`${role} ${canonical}`)) return [];
    taken.add(`${role} ${canonical}`);
    return [canonical === entity ? participant : { role, entity: canonical, recordedAs: entity }];
  });
  return { ...fact, participants };
}

/**
 * One entity for all members of a cluster, given in its order: what one says of itself, and what the others add. Where
 * only one thing can hold, the first member that says anything decides.
 */
export function entityAsJudged(members: readonly EntityRecord[], clusters: Clusters): EntityRecord | null {
  const [first, ...others] = members;
  if (first === undefined) return null;
  if (others.length === 0 && !pointsIntoClusters(first, clusters)) return first;
  const key = clusters.canonical(first.key);
  const links = members.flatMap(({ relations }) => relations.map((link) => redirected(link, clusters)));
  const { editor, note } = firstOf(members);
  return {
    ...first,
    key,
    names: distinct(
      members.flatMap(({ names }) => names),
      ({ text, kind, language, valid }) => [text, kind, language, valid],
    ),
    properties: Object.assign(
      {},
      ...members.map(({ properties }) => properties).reverse(),
    ) as EntityRecord['properties'],
    relations: together(links.filter(({ to }) => to !== key)),
    externalIds: distinct(
      members.flatMap(({ externalIds }) => externalIds),
      ({ scheme, value }) => [scheme, value],
    ),
    citations: distinct(
      members.flatMap(({ citations }) => citations),
      (citation) => citation,
    ),
    ...(editor === undefined ? {} : { editor }),
    ...(note === undefined ? {} : { note }),
    ...(others.length === 0 ? {} : { members: members.map((member) => member.key) }),
  };
}

function pointsIntoClusters({ relations }: EntityRecord, clusters: Clusters): boolean {
  return relations.some(({ to }) => clusters.has(to));
}

function redirected(link: RelationLink, clusters: Clusters): RelationLink {
  return clusters.has(link.to) ? { ...link, to: clusters.canonical(link.to) } : link;
}

/** Of links that say the same, one with all who say it. */
function together(links: readonly RelationLink[]): RelationLink[] {
  const byEnds = new Map<string, RelationLink>();
  for (const link of links) {
    const name = `${link.relation} ${link.to}`;
    const earlier = byEnds.get(name);
    byEnds.set(name, earlier === undefined ? link : withAlso(earlier, link));
  }
  return [...byEnds.values()];
}

function withAlso(link: RelationLink, also: RelationLink): RelationLink {
  const editor = link.editor ?? also.editor;
  return {
    ...link,
    citations: distinct([...link.citations, ...also.citations], (citation) => citation),
    ...(editor === undefined ? {} : { editor }),
  };
}

function firstOf(members: readonly EntityRecord[]): Pick<EntityRecord, 'editor' | 'note'> {
  const editor = members.find((member) => member.editor !== undefined)?.editor;
  const note = members.find((member) => member.note !== undefined)?.note;
  return { ...(editor === undefined ? {} : { editor }), ...(note === undefined ? {} : { note }) };
}

function distinct<Item>(items: readonly Item[], sameness: (item: Item) => unknown): Item[] {
  const byName = new Map<string, Item>();
  for (const item of items) {
    const name = JSON.stringify(sameness(item));
    if (!byName.has(name)) byName.set(name, item);
  }
  return [...byName.values()];
}
