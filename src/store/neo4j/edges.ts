import { ConfrereError } from '../../errors.js';
import { addTo } from '../grouping.js';
import { inBatches } from './batches.js';
import type { Ask } from './executor.js';
import type { Edge, Image } from './image.js';
import { EDGE, LABEL, WORD_OF } from './vocabulary.js';

/** A relationship, and the key of the record that it leads from. */
export interface PlacedEdge extends Edge {
  from: string;
}

/** What becomes of relationships where records are written anew. */
export interface EdgeChanges {
  removed: readonly PlacedEdge[];
  added: readonly PlacedEdge[];
  /** Those that lead where they led, and carry something else. */
  changed: readonly PlacedEdge[];
}

type Origin = typeof LABEL.entity | typeof LABEL.fact | typeof LABEL.source | typeof LABEL.judgement;

/** All relationships that lead from records. */
export function edgesOf(images: readonly Image[]): PlacedEdge[] {
  return images.flatMap(({ key, edges }) => edges.map((edge) => ({ from: key, ...edge })));
}

/**
 * What changes where the records of `before` become those of `after`, some of which are new. What stays is not touched:
 * whoever reads meanwhile must not miss it.
 */
export function edgeChanges(before: readonly Image[], after: readonly Image[]): EdgeChanges {
  const old = new Map(edgesOf(before).map((edge) => [nameOf(edge), edge]));
  const added: PlacedEdge[] = [];
  const changed: PlacedEdge[] = [];
  for (const edge of edgesOf(after)) {
    const was = old.get(nameOf(edge));
    if (was === undefined) added.push(edge);
    else if (JSON.stringify(was.properties) !== JSON.stringify(edge.properties)) changed.push(edge);
    old.delete(nameOf(edge));
  }
  return { removed: [...old.values()], added, changed };
}

/** The words that relationships lead to, each once: what many share is one node. */
export function wordsOf(edges: readonly PlacedEdge[]): string[] {
  return [...new Set(edges.filter(({ type }) => type === EDGE.hasWord).map(({ target }) => target))];
}

/** Creates relationships that lead from records of the label. Both ends must be there. */
export async function writeEdges(ask: Ask, label: Origin, edges: readonly PlacedEdge[]): Promise<void> {
  await atEnds(
    ask,
    label,
    edges,
    `CREATE (from)-[edge:$(one[0])]->(to)
     SET edge = one[2]
     RETURN count(edge) AS edges`,
  );
}

/** Gives relationships that stand new properties, and takes others away. */
export async function applyEdgeChanges(
  ask: Ask,
  label: Origin,
  { removed, added, changed }: EdgeChanges,
): Promise<void> {
  const standing = 'MATCH (from)-[edge]->(to) WHERE type(edge) = one[0]';
  await atEnds(ask, label, removed, `${standing} DELETE edge RETURN count(edge) AS edges`);
  await atEnds(ask, label, changed, `${standing} SET edge = one[2] RETURN count(edge) AS edges`);
  await writeEdges(ask, label, added);
}

/**
 * Does something to each relationship, with its type, the key that it leads to and its properties as `one`, between its ends,
 * `from` and `to`. Those of one record go together, so that its node is looked up once and its key sent once.
 */
async function atEnds(ask: Ask, label: Origin, edges: readonly PlacedEdge[], action: string): Promise<void> {
  const wordLabel = label === LABEL.judgement ? LABEL.word : WORD_OF[label];
  const targetOf = ({ type }: PlacedEdge) =>
    type === EDGE.cites ? LABEL.source : type === EDGE.hasWord ? wordLabel : LABEL.entity;
  for (const target of [LABEL.source, wordLabel, LABEL.entity] as const) {
    const some = edges.filter((edge) => targetOf(edge) === target);
    await inBatches(some, async (batch) => {
      const records = new Map<string, PlacedEdge[]>();
      for (const edge of batch) addTo(records, edge.from, edge);
      const [done] = await ask<{ edges: number }>(
        `UNWIND $records AS record
         MATCH (from:${label} {key: record.key})
         UNWIND record.edges AS one
         MATCH (to:${target} {key: one[1]})
         ${action}`,
        {
          records: [...records].map(([key, own]) => ({
            key,
            edges: own.map(({ type, target: to, properties }) => [type, to, properties]),
          })),
        },
      );
      if (done?.edges !== batch.length) throw lostEdge();
    });
  }
}

function nameOf({ from, type, target }: PlacedEdge): string {
  return `${from} ${type} ${target}`;
}

function lostEdge(): ConfrereError {
  return new ConfrereError(
    'STORE_CORRUPT',
    'A relationship, or a node that it leads to, is not in the graph in Neo4j, though its record was; nothing was written. Find out with "confrere check".',
  );
}
