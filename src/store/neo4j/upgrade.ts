import { ConfrereError } from '../../errors.js';
import type {
  EntityRecord,
  FactRecord,
  JudgementRecord,
  Recorded,
  SourceRecord,
} from '../../ontology/index.js';
import { deriveFact } from '../derive.js';
import { edgesOf, wordsOf, writeEdges } from './edges.js';
import type { Ask, Executor, Parameters } from './executor.js';
import { changedIn, imageOfEntity, imageOfFact, imageOfSource, knowledgeOf } from './image.js';
import type { Properties, WordedImage } from './image.js';
import { clearWords, writeWords } from './nodes.js';
import { nodeOrderOf } from './order.js';
import { keepWritersOut } from './progress.js';
import { EDGE, LABEL, STORE_ID, WORD_OF } from './vocabulary.js';

/** So many records are read and written in one transaction. */
const BATCH = 1_000;

const LABELS = [
  LABEL.source,
  LABEL.sourceRevision,
  LABEL.entity,
  LABEL.entityRevision,
  LABEL.fact,
  LABEL.judgement,
] as const;
type UpgradedLabel = (typeof LABELS)[number];

/**
 * Gives the nodes of an older graph the properties that came with forms 2, 4 and 6 and the words that came with forms 3, 4 and 5, from
 * their records, and changes nothing else, so that what was damaged before is found after as well. The number of the form is
 * set last: where it was broken off, the next start begins anew and comes to the same.
 *
 * Fails with STORE_CORRUPT, naming the record, where one cannot be read.
 */
export async function upgradeGraph(executor: Executor, schema: number): Promise<void> {
  for (const label of LABELS) {
    let after: Parameters | null = nodeOrderOf(label).start;
    while (after !== null) after = await upgradeBatch(executor, label, after);
  }
  await executor.write((ask) =>
    ask(`MATCH (store:${LABEL.store} {id: $id}) WHERE store.schema < $schema SET store.schema = $schema`, {
      id: STORE_ID,
      schema,
    }),
  );
}

interface FoundNode {
  id: string;
  properties: Readonly<Record<string, unknown>>;
}

/** What a node is given beside what it has. */
interface Addition {
  id: string;
  /** Null takes one away. */
  properties: Readonly<Record<string, Properties[string] | null>>;
  /** Of a record whose words are nodes of their own. */
  image?: WordedImage;
}

/** What facts had up to form 5. */
const GONE = { statusesBefore: null, statusesBeforeSince: null };

/** Where the next batch begins; null behind the last. */
async function upgradeBatch(
  executor: Executor,
  label: UpgradedLabel,
  after: Parameters,
): Promise<Parameters | null> {
  const { follows, order, behind } = nodeOrderOf(label);
  return await executor.write(async (ask) => {
    // A record that is read here must not change before its properties are written.
    await keepWritersOut(ask);
    const nodes = await ask<FoundNode>(
      `MATCH (node:${label}) WHERE ${follows}
       WITH node ORDER BY ${order} LIMIT ${BATCH}
       RETURN elementId(node) AS id, node {.key, .revision, .record} AS properties ORDER BY ${order}`,
      { after },
    );
    const additions = nodes.map((node) => additionTo(label, node));
    await ask(
      `UNWIND $changes AS change
       MATCH (node) WHERE elementId(node) = change.id
       SET node += change.properties`,
      { changes: additions.map(({ id, properties }) => ({ id, properties })) },
    );
    const images = additions.flatMap(({ image }) => image ?? []);
    if (isWorded(label)) await addWords(ask, label, images);
    const last = nodes.at(-1);
    return last === undefined || nodes.length < BATCH ? null : behind(last.properties);
  });
}

/** Gives records the words of their names, statements or titles, and no others. */
async function addWords(
  ask: Ask,
  label: keyof typeof WORD_OF,
  images: readonly WordedImage[],
): Promise<void> {
  const before = await ask<{ word: string }>(
    `UNWIND $keys AS key MATCH (:${label} {key: key})-[edge:${EDGE.hasWord}]->(word) DELETE edge RETURN DISTINCT word.key AS word`,
    { keys: images.map(({ key }) => key) },
  );
  const toWords = edgesOf(images).filter(({ type }) => type === EDGE.hasWord);
  await writeWords(ask, label, wordsOf(toWords));
  await writeEdges(ask, label, toWords);
  await clearWords(
    ask,
    label,
    before.map(({ word }) => word),
  );
}

function additionTo(label: UpgradedLabel, { id, properties: { key, record } }: FoundNode): Addition {
  try {
    const read = JSON.parse(String(record)) as Recorded;
    if (!Number.isInteger(read.recordedIn)) throw new TypeError('It does not say when it was recorded.');
    const { recordedIn } = read;
    switch (label) {
      case LABEL.fact: {
        const fact = read as FactRecord;
        return { id, properties: { ...GONE, ...knowledgeOf(deriveFact(fact)) }, image: imageOfFact(fact) };
      }
      case LABEL.entity:
        return { id, properties: { recordedIn }, image: imageOfEntity(read as EntityRecord) };
      case LABEL.source:
        return { id, properties: { recordedIn }, image: imageOfSource(read as SourceRecord) };
      case LABEL.judgement:
        return { id, properties: { changedIn: changedIn(read as JudgementRecord) } };
      default:
        return { id, properties: { recordedIn } };
    }
  } catch (cause) {
    throw new ConfrereError(
      'STORE_CORRUPT',
      `The graph in Neo4j was written by an older Confrere and cannot be brought to the present form: the record of ${String(key)} (${label}) is not readable. Find out with "confrere check" of the older one what else is damaged, and put a backup in its place.`,
      { cause },
    );
  }
}

function isWorded(label: UpgradedLabel): label is keyof typeof WORD_OF & UpgradedLabel {
  return label in WORD_OF;
}
