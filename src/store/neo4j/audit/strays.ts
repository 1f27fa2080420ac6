import type { Executor } from '../executor.js';
import { TEST_MARKER } from '../prepare.js';
import { EDGE, LABEL, STORE_ID, WORD_OF } from '../vocabulary.js';
import { text } from './rows.js';

export interface Stray {
  key: string;
  what: string;
}

interface FoundStray {
  id: string;
  labels: string[];
  /** Its key, or what stands for one. */
  key: unknown;
}

const OURS = [...Object.values(LABEL), TEST_MARKER].join('|');
const KEYED = [
  LABEL.entity,
  LABEL.fact,
  LABEL.source,
  LABEL.judgement,
  LABEL.entityRevision,
  LABEL.sourceRevision,
  ...Object.values(WORD_OF),
];
const END_POINTS = [
  ...[LABEL.changeset, LABEL.name, LABEL.externalId, LABEL.store, LABEL.progress],
  ...Object.values(WORD_OF),
];

const NODES: readonly { match: string; what: string }[] = [
  { match: `MATCH (node:!(${OURS}))`, what: 'a node with a label that is not of Confrere' },
  {
    match: `MATCH (node:${KEYED.join('|')}) WHERE NOT coalesce(node.key > '', false)`,
    what: 'a node without a key',
  },
  {
    match: `MATCH (node:${LABEL.entityRevision}|${LABEL.sourceRevision}) WHERE NOT coalesce(node.revision > 0, false)`,
    what: 'a revision without a number',
  },
  {
    match: `MATCH (node:${LABEL.changeset}) WHERE NOT coalesce(node.number > 0, false)`,
    what: 'a changeset without a number',
  },
  {
    match: `MATCH (node:${LABEL.name}) WHERE NOT EXISTS { (node)<-[:${EDGE.named}]-(:${LABEL.entity}) }`,
    what: 'a name of no entity',
  },
  {
    match: `MATCH (node:${LABEL.externalId}) WHERE NOT EXISTS { (node)<-[:${EDGE.identifiedBy}]-(:${LABEL.entity}) }`,
    what: 'an external id of no entity',
  },
  {
    match: `MATCH (node:${LABEL.name}|${LABEL.externalId})
      WHERE size(labels(node)) <> 1 OR size(keys(node)) <> 1`,
    what: 'a name or an external id with more to it',
  },
  ...Object.entries(WORD_OF).map(([label, word]) => ({
    match: `MATCH (node:${word}) WHERE NOT EXISTS { (node)<-[:${EDGE.hasWord}]-(:${label}) }`,
    what: 'a word that no record has',
  })),
  {
    match: `MATCH (node:${Object.values(WORD_OF).join('|')})
      WHERE size(labels(node)) <> 1 OR size(keys(node)) <> 2 OR coalesce(node.backwards, '') <> reverse(node.key)`,
    what: 'a word with more to it, or another backwards',
  },
  {
    match: `MATCH (node:${LABEL.store}|${LABEL.progress}) WHERE coalesce(node.id, '') <> '${STORE_ID}'`,
    what: 'a second node of the store',
  },
];

/** Nodes and relationships that belong to no record and stand at no node of one. */
export async function* strays(executor: Executor): AsyncIterable<Stray> {
  for (const { match, what } of NODES) {
    const found = await executor.rows<FoundStray>(
      `${match} RETURN elementId(node) AS id, labels(node) AS labels, coalesce(node.key, node.nameKey, node.externalId) AS key`,
    );
    for (const node of found) yield { key: nameOf(node), what };
  }
  const edges = await executor.rows<FoundStray & { type: string }>(
    `MATCH (node:${END_POINTS.join('|')})-[edge]->()
     RETURN elementId(node) AS id, labels(node) AS labels, coalesce(node.key, node.nameKey, node.externalId) AS key,
       type(edge) AS type`,
  );
  for (const { type, ...node } of edges)
    yield { key: nameOf(node), what: `the relationship ${type} from it` };
}

function nameOf({ id, labels, key }: FoundStray): string {
  return typeof key === 'string' && key !== '' ? key : `(${labels.join(':') || 'no label'} ${text(id)})`;
}
