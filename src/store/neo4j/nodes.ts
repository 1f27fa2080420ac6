import { ConfrereError } from '../../errors.js';
import { backwards } from '../derive.js';
import { batchesOf } from './batches.js';
import type { Ask } from './executor.js';
import type { Image, WordedImage } from './image.js';
import { EDGE, LABEL, WORD_OF } from './vocabulary.js';
import type { Label } from './vocabulary.js';

/** Creates the nodes of records, or gives those that stand their new properties. */
export async function writeNodes(ask: Ask, label: Label, images: readonly Image[]): Promise<void> {
  for (const batch of batchesOf(images)) {
    await ask(
      `UNWIND $images AS image
       MERGE (node:${label} {key: image.key})
       SET node = image.properties
       SET node:$(image.labels)`,
      { images: batch.map(({ key, labels, properties }) => ({ key, labels, properties })) },
    );
  }
}

/** Creates nodes that hold one value each and belong to the entity with the key beside it. */
export async function writeOwnNodes(
  ask: Ask,
  type: typeof EDGE.named | typeof EDGE.identifiedBy,
  label: typeof LABEL.name | typeof LABEL.externalId,
  property: 'nameKey' | 'externalId',
  values: readonly { key: string; value: string }[],
): Promise<void> {
  for (const batch of batchesOf(values)) {
    await ask(
      `UNWIND $values AS one
       MATCH (node:${LABEL.entity} {key: one.key})
       CREATE (node)-[:${type}]->(:${label} {${property}: one.value})`,
      { values: batch },
    );
  }
}

/**
 * Takes away what follows from a record that is about to be replaced: its own nodes, and all that leads from it. Answers
 * with the words that its names had.
 */
export async function clearEntities(ask: Ask, keys: readonly string[]): Promise<string[]> {
  for (const batch of batchesOf(keys)) {
    await ask(
      `UNWIND $keys AS key
       MATCH (:${LABEL.entity} {key: key})-[:${EDGE.named}|${EDGE.identifiedBy}]->(own)
       DETACH DELETE own`,
      { keys: batch },
    );
  }
  return await clearEdges(ask, LABEL.entity, keys);
}

/** Takes away all that leads from records that are about to be replaced. Answers with the words that they had. */
export async function clearEdges(
  ask: Ask,
  label: typeof LABEL.entity | typeof LABEL.source,
  keys: readonly string[],
): Promise<string[]> {
  const words = new Set<string>();
  for (const batch of batchesOf(keys)) {
    const had = await ask<{ word: string }>(
      `UNWIND $keys AS key
       MATCH (:${label} {key: key})-[:${EDGE.hasWord}]->(word) RETURN DISTINCT word.key AS word`,
      { keys: batch },
    );
    for (const { word } of had) words.add(word);
    await ask(`UNWIND $keys AS key MATCH (:${label} {key: key})-[edge]->() DELETE edge`, { keys: batch });
  }
  return [...words];
}

/** Keeps the record that is about to be replaced, byte for byte, beside the node. */
export async function keepRevisions(
  ask: Ask,
  label: typeof LABEL.entity | typeof LABEL.source,
  revisionLabel: typeof LABEL.entityRevision | typeof LABEL.sourceRevision,
  revisions: ReadonlyMap<string, number>,
): Promise<void> {
  for (const batch of batchesOf([...revisions])) {
    await ask(
      `UNWIND $revisions AS revised
       MATCH (node:${label} {key: revised.key})
       CREATE (:${revisionLabel} {
         record: node.record, digest: node.digest,
         key: node.key, revision: revised.revision, recordedIn: node.recordedIn
       })-[:${EDGE.revisionOf}]->(node)`,
      { revisions: batch.map(([key, revision]) => ({ key, revision })) },
    );
  }
}

/** Creates the relationships that lead from records of the label. Both ends must be there. */
export async function writeEdges(
  ask: Ask,
  label: typeof LABEL.entity | typeof LABEL.fact | typeof LABEL.source | typeof LABEL.judgement,
  images: readonly Image[],
): Promise<void> {
  const wordLabel = label === LABEL.judgement ? LABEL.word : WORD_OF[label];
  const targetOf = (type: string) =>
    type === EDGE.cites ? LABEL.source : type === EDGE.hasWord ? wordLabel : LABEL.entity;
  const edges = images.flatMap(({ key, edges: its }) =>
    its.map(({ type, target, properties }) => ({ from: key, type, target, properties })),
  );
  for (const target of [LABEL.source, wordLabel, LABEL.entity] as const) {
    for (const batch of batchesOf(edges.filter(({ type }) => targetOf(type) === target))) {
      const [written] = await ask<{ edges: number }>(
        `UNWIND $edges AS one
         MATCH (from:${label} {key: one.from})
         MATCH (to:${target} {key: one.target})
         CREATE (from)-[edge:$(one.type)]->(to)
         SET edge = one.properties
         RETURN count(edge) AS edges`,
        { edges: batch },
      );
      if (written?.edges !== batch.length) throw lostEnd();
    }
  }
}

type Worded = keyof typeof WORD_OF;

/** Creates the nodes of words of records of the label that are not there yet. */
export async function writeWords(ask: Ask, label: Worded, images: readonly WordedImage[]): Promise<void> {
  const words = [...new Set(images.flatMap((image) => image.words))];
  for (const batch of batchesOf(words)) {
    await ask(
      `UNWIND $words AS word
       MERGE (node:${WORD_OF[label]} {key: word.key}) ON CREATE SET node.backwards = word.backwards`,
      { words: batch.map((key) => ({ key, backwards: backwards(key) })) },
    );
  }
}

/** Takes away those of the words that no record of the label has any more. */
export async function clearWords(ask: Ask, label: Worded, words: readonly string[]): Promise<void> {
  for (const batch of batchesOf(words)) {
    await ask(
      `UNWIND $words AS word
       MATCH (node:${WORD_OF[label]} {key: word}) WHERE NOT EXISTS { (node)<--() }
       DELETE node`,
      { words: batch },
    );
  }
}

function lostEnd(): ConfrereError {
  return new ConfrereError(
    'STORE_CORRUPT',
    'A node that a relationship leads to is not in the graph in Neo4j, though its record was; nothing was written. Find out with "confrere check".',
  );
}
