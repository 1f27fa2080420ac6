import type { Parameters } from './executor.js';
import { LABEL } from './vocabulary.js';

/** The labels of nodes that hold a record each. */
export type RecordLabel = (typeof LABEL)[
  'changeset' | 'entity' | 'entityRevision' | 'fact' | 'judgement' | 'source' | 'sourceRevision'];

/** How all nodes of a label are gone through, page by page; those that cannot be ordered are not among them. */
export interface NodeOrder {
  /** A condition on `node`: that it comes after the one described by the parameter `after`. */
  follows: string;
  order: string;
  /** What `after` is before the first page. */
  start: Parameters;
  /** What `after` is behind a node with these properties. */
  behind: (properties: Readonly<Record<string, unknown>>) => Parameters;
}

/** By key; changesets by number; revisions by key and revision. */
export function nodeOrderOf(label: RecordLabel): NodeOrder {
  return { ...fieldsOf(label), start: { key: '', revision: 0, number: 0 }, behind };
}

function fieldsOf(label: RecordLabel): Pick<NodeOrder, 'follows' | 'order'> {
  switch (label) {
    case LABEL.changeset:
      return { follows: 'node.number > $after.number', order: 'node.number' };
    case LABEL.entityRevision:
    case LABEL.sourceRevision: {
      const follows = 'node.key > $after.key OR (node.key = $after.key AND node.revision > $after.revision)';
      return { follows, order: 'node.key, node.revision' };
    }
    default:
      return { follows: 'node.key > $after.key', order: 'node.key' };
  }
}

function behind({ key, revision, number }: Readonly<Record<string, unknown>>): Parameters {
  return { key: String(key), revision: Number(revision), number: Number(number) };
}
