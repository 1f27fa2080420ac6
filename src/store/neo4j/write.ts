import { randomUUID } from 'node:crypto';
import { ConfrereError } from '../../errors.js';
import type { ChangesetRecord, Ontology } from '../../ontology/index.js';
import type { ChangesetDraft, SettledChangeset, Standing } from '../changeset.js';
import { settle } from '../settle.js';
import { recordOf } from '../decode.js';
import type { Ask, Executor } from './executor.js';
import { imageOfChangeset, imageOfEntity, imageOfFact, imageOfJudgement, imageOfSource } from './image.js';
import {
  clearEdges,
  clearEntities,
  clearWords,
  keepRevisions,
  writeEdges,
  writeNodes,
  writeOwnNodes,
  writeWords,
} from './nodes.js';
import { beginCommit, publish } from './progress.js';
import { readStanding } from './standing.js';
import { EDGE, LABEL, STORE_ID } from './vocabulary.js';

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
    // It has landed for good. Should this fail, whoever asks for the version next does it.
    await publish(executor).catch(() => undefined);
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
  const sources = settled.sources.map(imageOfSource);
  const entities = settled.entities.map(imageOfEntity);
  const facts = settled.facts.map(imageOfFact);
  const judgements = settled.judgements.map(imageOfJudgement);

  await keepRevisions(ask, LABEL.source, LABEL.sourceRevision, revised(settled.sources, standing.sources));
  await keepRevisions(ask, LABEL.entity, LABEL.entityRevision, revised(settled.entities, standing.entities));
  const words = await clearEntities(ask, [...revised(settled.entities, standing.entities).keys()]);
  const titleWords = await clearEdges(ask, LABEL.source, [
    ...revised(settled.sources, standing.sources).keys(),
  ]);

  await writeNodes(ask, LABEL.source, sources);
  await writeNodes(ask, LABEL.entity, entities);
  await writeNodes(ask, LABEL.fact, facts);
  await writeNodes(ask, LABEL.judgement, judgements);
  await writeOwnNodes(
    ask,
    EDGE.named,
    LABEL.name,
    'nameKey',
    ofEach(entities, ({ nameKeys }) => nameKeys),
  );
  const externalIds = ofEach(entities, (entity) => entity.externalIds);
  await writeOwnNodes(ask, EDGE.identifiedBy, LABEL.externalId, 'externalId', externalIds);

  await writeWords(ask, LABEL.source, sources);
  await writeEdges(ask, LABEL.source, sources);
  await clearWords(ask, LABEL.source, titleWords);
  await writeWords(ask, LABEL.entity, entities);
  await writeEdges(ask, LABEL.entity, entities);
  await clearWords(ask, LABEL.entity, words);
  // What a fact or a judgement states never changes, so that its relationships stand once it does.
  const stated = facts.filter(({ key }) => !standing.facts.has(key));
  await writeWords(ask, LABEL.fact, stated);
  await writeEdges(ask, LABEL.fact, stated);
  await writeEdges(
    ask,
    LABEL.judgement,
    judgements.filter(({ key }) => !standing.judgements.has(key)),
  );
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

function ofEach<Image extends { key: string }>(
  images: readonly Image[],
  values: (image: Image) => readonly string[],
): { key: string; value: string }[] {
  return images.flatMap((image) => values(image).map((value) => ({ key: image.key, value })));
}
