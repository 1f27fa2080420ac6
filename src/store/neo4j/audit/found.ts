import type { Executor, Parameters } from '../executor.js';
import { LABEL } from '../vocabulary.js';

/** A relationship that leads from a node, as it was found. */
export interface FoundEdge {
  type: string;
  properties: Record<string, unknown>;
  /** The labels of the node that it leads to. */
  labels: string[];
  /** What names that node: its key, or the value of a name or an external id. */
  end: unknown;
}

/** A node of a record, as it was found. */
export interface FoundNode {
  labels: string[];
  properties: Record<string, unknown>;
  edges: FoundEdge[];
}

type RecordLabel = (typeof LABEL)[
  'changeset' | 'entity' | 'entityRevision' | 'fact' | 'judgement' | 'source' | 'sourceRevision'];

const PAGE = 500;

/** All nodes of the label that can be ordered, by key; changesets by number; revisions by key and revision. */
export async function* foundNodes(executor: Executor, label: RecordLabel): AsyncIterable<FoundNode> {
  const { follows, order, start } = orderOf(label);
  let after = start;
  for (;;) {
    const nodes: FoundNode[] = await executor.rows(
      `MATCH (node:${label}) WHERE ${follows}
       WITH node ORDER BY ${order} LIMIT ${PAGE}
       RETURN labels(node) AS labels, properties(node) AS properties,
         COLLECT {
           MATCH (node)-[edge]->(end)
           RETURN {
             type: type(edge), properties: properties(edge), labels: labels(end),
             end: coalesce(end.key, end.nameKey, end.externalId)
           }
         } AS edges
       ORDER BY ${order}`,
      { after },
    );
    yield* nodes;
    const last = nodes.at(-1)?.properties;
    if (nodes.length < PAGE || last === undefined) return;
    after = { key: String(last['key']), revision: Number(last['revision']), number: Number(last['number']) };
  }
}

function orderOf(label: RecordLabel): { follows: string; order: string; start: Parameters } {
  const start = { key: '', revision: 0, number: 0 };
  switch (label) {
    case LABEL.changeset:
      return { follows: 'node.number > $after.number', order: 'node.number', start };
    case LABEL.entityRevision:
    case LABEL.sourceRevision: {
      const follows = 'node.key > $after.key OR (node.key = $after.key AND node.revision > $after.revision)';
      return { follows, order: 'node.key, node.revision', start };
    }
    default:
      return { follows: 'node.key > $after.key', order: 'node.key', start };
  }
}
