import type { Executor } from '../executor.js';
import { nodeOrderOf } from '../order.js';
import type { RecordLabel } from '../order.js';

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

const PAGE = 500;

/** All nodes of the label that can be ordered, in order. */
export async function* foundNodes(executor: Executor, label: RecordLabel): AsyncIterable<FoundNode> {
  const { follows, order, start, behind } = nodeOrderOf(label);
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
    after = behind(last);
  }
}
