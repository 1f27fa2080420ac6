import { randomUUID } from 'node:crypto';
import { ConfrereError } from '../../errors.js';
import type { ChangesetRecord, Ontology } from '../../ontology/index.js';
import type { ChangesetDraft, SettledChangeset, Standing } from '../changeset.js';
import { settle } from '../settle.js';
import { recordOf } from '../decode.js';
import { inBatches } from './batches.js';
import type { Ask, Executor } from './executor.js';
import { applyEdgeChanges, edgeChanges, edgesOf, wordsOf, writeEdges } from './edges.js';
import { imageOfChangeset, imageOfEntity, imageOfFact, imageOfJudgement, imageOfSource } from './image.js';
import type { EntityImage, Image } from './image.js';
import { clearWords, keepRevisions, removeOwnNodes, writeNodes, writeOwnNodes, writeWords } from './nodes.js';
import { beginCommit, publish } from './progress.js';
import { readStanding } from './standing.js';
import { EDGE, LABEL, STORE_ID } from './vocabulary.js';
import type { WORD_OF } from './vocabulary.js';

/**
 * Writes a changeset in one transaction, and says before and after how far it has come. Refuses as `settle` does.
 *
 * The draft gets an id that is written with its changeset: should the acknowledgement of a commit be lost, the driver
 * runs the transaction again, which then finds that the changeset has landed.
 */
export async function applyDraft(
  executor: Executor,
  draft: ChangesetDraft,
  ontology: Ontology,
): Promise<ChangesetRecord> {
  const draftId = randomUUID();
  return await executor.inTurn(async () => {
    const changeset = await land(executor, draft, draftId, ontology);
    // It has landed for good. Should this fail, whoever asks for the version next sees to it.
    await publish(executor, changeset.number).catch(() => undefined);
    return changeset;
  });
}

async function land(
  executor: Executor,
  draft: ChangesetDraft,
  draftId: string,
  ontology: Ontology,
): Promise<ChangesetRecord> {
  return await executor.write(async (ask) => {
    const version = await takeTurn(ask, draftId);
    const landed = await findLanded(ask, draftId);
    if (landed !== null) return landed;
    const standing = await readStanding(ask, draft, version);
    const settled = settle(draft, standing, ontology);
    await writeChangeset(ask, settled.changeset, draftId);
    await writeRecords(ask, settled, standing);
    await beginCommit(executor, settled.changeset.number);
    return settled.changeset;
  });
}

/** Locks the node of the store until the transaction ends, so that writers take turns and numbers only grow. */
async function takeTurn(ask: Ask, draftId: string): Promise<number> {
  const [store] = await ask<{ version: number }>(
    `MATCH (store:${LABEL.store} {id: $id}) SET store.writing = $draftId RETURN store.version AS version`,
    { id: STORE_ID, draftId },
  );
  if (store !== undefined) return store.version;
  throw new ConfrereError(
    'STORE_CORRUPT',
    'The database in Neo4j was emptied or replaced while it was in use; nothing was written. Start Confrere again.',
  );
}

async function findLanded(ask: Ask, draftId: string): Promise<ChangesetRecord | null> {
  const [row] = await ask<{ record: string }>(
    `MATCH (changeset:${LABEL.changeset} {draft: $draftId}) RETURN changeset.record AS record`,
    { draftId },
  );
  return row === undefined ? null : recordOf(row.record);
}

async function writeChangeset(ask: Ask, changeset: ChangesetRecord, draftId: string): Promise<void> {
  await ask(
    `CREATE (changeset:${LABEL.changeset}) SET changeset = $properties, changeset.draft = $draftId
     WITH changeset
     MATCH (store:${LABEL.store} {id: $id}) SET store.version = changeset.number REMOVE store.writing`,
    { properties: imageOfChangeset(changeset).properties, draftId, id: STORE_ID },
  );
}

async function writeRecords(ask: Ask, settled: SettledChangeset, standing: Standing): Promise<void> {
  await keepRevisions(ask, LABEL.source, LABEL.sourceRevision, revised(settled.sources, standing.sources));
  await keepRevisions(ask, LABEL.entity, LABEL.entityRevision, revised(settled.entities, standing.entities));

  const entities = settled.entities.map(imageOfEntity);
  const sources = settled.sources.map(imageOfSource);
  const judgements = settled.judgements.map(imageOfJudgement);
  await writeNodes(ask, LABEL.source, sources);
  await writeNodes(ask, LABEL.entity, entities);
  await writeNodes(ask, LABEL.judgement, judgements);

  const entitiesBefore = before(settled.entities, standing.entities).map(imageOfEntity);
  await rewriteOwnNodes(ask, entitiesBefore, entities);
  await rewriteEdges(
    ask,
    LABEL.source,
    before(settled.sources, standing.sources).map(imageOfSource),
    sources,
  );
  await rewriteEdges(ask, LABEL.entity, entitiesBefore, entities);
  // What a fact or a judgement states never changes, so that its relationships stand once it does.
  await inBatches(settled.facts, async (batch) => {
    const facts = batch.map(imageOfFact);
    await writeNodes(ask, LABEL.fact, facts);
    const stated = facts.filter(({ key }) => !standing.facts.has(key));
    await rewriteEdges(ask, LABEL.fact, [], stated);
  });
  const judged = judgements.filter(({ key }) => !standing.judgements.has(key));
  await writeEdges(ask, LABEL.judgement, edgesOf(judged));
}

async function rewriteEdges(
  ask: Ask,
  label: keyof typeof WORD_OF,
  old: readonly Image[],
  images: readonly Image[],
): Promise<void> {
  const changes = edgeChanges(old, images);
  await writeWords(ask, label, wordsOf(changes.added));
  await applyEdgeChanges(ask, label, changes);
  await clearWords(ask, label, wordsOf(changes.removed));
}

async function rewriteOwnNodes(
  ask: Ask,
  old: readonly EntityImage[],
  images: readonly EntityImage[],
): Promise<void> {
  for (const { values, ...nodes } of OWN_NODES) {
    const [was, is] = [valuesOf(old, values), valuesOf(images, values)];
    await removeOwnNodes(ask, {
      ...nodes,
      values: [...was].filter(([name]) => !is.has(name)).map(([, one]) => one),
    });
    await writeOwnNodes(ask, {
      ...nodes,
      values: [...is].filter(([name]) => !was.has(name)).map(([, one]) => one),
    });
  }
}

const OWN_NODES = [
  {
    type: EDGE.named,
    label: LABEL.name,
    property: 'nameKey',
    values: (image: EntityImage) => image.nameKeys,
  },
  {
    type: EDGE.identifiedBy,
    label: LABEL.externalId,
    property: 'externalId',
    values: (image: EntityImage) => image.externalIds,
  },
] as const;

/** By key and value. */
function valuesOf(
  images: readonly EntityImage[],
  values: (image: EntityImage) => readonly string[],
): Map<string, { key: string; value: string }> {
  const all = images.flatMap((image) => values(image).map((value) => ({ key: image.key, value })));
  return new Map(all.map((one) => [`${one.key} ${one.value}`, one]));
}

/** The records that stood before. */
function before<Item extends { key: string }>(
  settled: readonly { key: string }[],
  standing: ReadonlyMap<string, Item>,
): Item[] {
  return settled.flatMap(({ key }) => standing.get(key) ?? []);
}

/** The keys that stood before, each with the number of the revision that is replaced. */
function revised(
  settled: readonly { key: string }[],
  standing: ReadonlyMap<string, { revision: number }>,
): Map<string, number> {
  const revisions = new Map<string, number>();
  for (const { key } of settled) {
    const revision = standing.get(key)?.revision;
    if (revision !== undefined) revisions.set(key, revision);
  }
  return revisions;
}
