import { backwards } from '../derive.js';
import { inBatches } from './batches.js';
import type { Ask } from './executor.js';
import type { Image } from './image.js';
import { EDGE, LABEL, WORD_OF } from './vocabulary.js';
import type { Label } from './vocabulary.js';

/** Creates the nodes of records, or gives those that stand their new properties. */
export async function writeNodes(ask: Ask, label: Label, images: readonly Image[]): Promise<void> {
  await inBatches(images, (batch) =>
    ask(
      `UNWIND $images AS image
       MERGE (node:${label} {key: image.key})
       SET node = image.properties
       SET node:$(image.labels)`,
      { images: batch.map(({ key, labels, properties }) => ({ key, labels, properties })) },
    ),
  );
}

/** Nodes that hold one value each and belong to the entity with the key beside it. */
export interface OwnNodes {
  type: typeof EDGE.named | typeof EDGE.identifiedBy;
  label: typeof LABEL.name | typeof LABEL.externalId;
  property: 'nameKey' | 'externalId';
  values: readonly { key: string; value: string }[];
}

/** Creates such nodes. */
export async function writeOwnNodes(ask: Ask, { type, label, property, values }: OwnNodes): Promise<void> {
  await inBatches(values, (batch) =>
    ask(
      `UNWIND $values AS one
       MATCH (node:${LABEL.entity} {key: one.key})
       CREATE (node)-[:${type}]->(:${label} {${property}: one.value})`,
      { values: batch },
    ),
  );
}

/** Takes such nodes away. */
export async function removeOwnNodes(ask: Ask, { type, label, property, values }: OwnNodes): Promise<void> {
  await inBatches(values, (batch) =>
    ask(
      `UNWIND $values AS one
       MATCH (:${LABEL.entity} {key: one.key})-[:${type}]->(own:${label}) WHERE own.${property} = one.value
       DETACH DELETE own`,
      { values: batch },
    ),
  );
}

/** Keeps the record that is about to be replaced, byte for byte, beside the node. */
export async function keepRevisions(
  ask: Ask,
  label: typeof LABEL.entity | typeof LABEL.source,
  revisionLabel: typeof LABEL.entityRevision | typeof LABEL.sourceRevision,
  revisions: ReadonlyMap<string, number>,
): Promise<void> {
  await inBatches([...revisions], (batch) =>
    ask(
      `UNWIND $revisions AS revised
       MATCH (node:${label} {key: revised.key})
       CREATE (:${revisionLabel} {
         record: node.record, digest: node.digest,
         key: node.key, revision: revised.revision, recordedIn: node.recordedIn
       })-[:${EDGE.revisionOf}]->(node)`,
      { revisions: batch.map(([key, revision]) => ({ key, revision })) },
    ),
  );
}

type Worded = keyof typeof WORD_OF;

/** Creates those nodes of words of records of the label that are not there yet. */
export async function writeWords(ask: Ask, label: Worded, words: readonly string[]): Promise<void> {
  await inBatches(words, (batch) =>
    ask(
      `UNWIND $words AS word
       MERGE (node:${WORD_OF[label]} {key: word.key}) ON CREATE SET node.backwards = word.backwards`,
      { words: batch.map((key) => ({ key, backwards: backwards(key) })) },
    ),
  );
}

/** Takes away those of the words that no record of the label has any more. */
export async function clearWords(ask: Ask, label: Worded, words: readonly string[]): Promise<void> {
  await inBatches(words, (batch) =>
    ask(
      `UNWIND $words AS word
       MATCH (node:${WORD_OF[label]} {key: word}) WHERE NOT EXISTS { (node)<--() }
       DELETE node`,
      { words: batch },
    ),
  );
}
