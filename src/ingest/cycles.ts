/** A relation that leads from an entity to another. */
export interface Link {
  from: string;
  to: string;
  relation: string;
}

/**
 * The circles among links: BROADER and PART_OF lead from the narrow to the wide, so nobody may come back to where they
 * started. Each circle is given once, as its links in order, and no two share their last link, which closes it.
 * A step from one relation to another makes no circle.
 */
export function circlesOf<Each extends Link>(links: Iterable<Each>): Each[][] {
  const linksFrom = new Map<string, Each[]>();
  for (const link of links) {
    const key = stationOf(link, link.from);
    const others = linksFrom.get(key);
    if (others === undefined) linksFrom.set(key, [link]);
    else others.push(link);
  }
  const circles: Each[][] = [];
  const done = new Set<string>();
  for (const start of linksFrom.keys()) if (!done.has(start)) walk(start, linksFrom, done, circles);
  return circles;
}

/** Goes as deep as it can, with a stack of its own, since a chain may be longer than recursion allows. */
function walk<Each extends Link>(
  start: string,
  linksFrom: ReadonlyMap<string, readonly Each[]>,
  done: Set<string>,
  circles: Each[][],
): void {
  const way: Each[] = [];
  const stations = [start];
  const nextLink = [0];
  const depthOf = new Map([[start, 0]]);
  while (stations.length > 0) {
    const depth = stations.length - 1;
    const station = stations[depth] ?? '';
    const index = nextLink[depth] ?? 0;
    const link = linksFrom.get(station)?.[index];
    if (link === undefined) {
      done.add(station);
      depthOf.delete(station);
      stations.pop();
      nextLink.pop();
      way.pop();
      continue;
    }
    nextLink[depth] = index + 1;
    const next = stationOf(link, link.to);
    const seenAt = depthOf.get(next);
    if (seenAt !== undefined) circles.push([...way.slice(seenAt), link]);
    else if (!done.has(next)) {
      way.push(link);
      stations.push(next);
      nextLink.push(0);
      depthOf.set(next, stations.length - 1);
    }
  }
}

function stationOf(link: Link, entity: string): string {
  return `${link.relation} ${entity}`;
}
