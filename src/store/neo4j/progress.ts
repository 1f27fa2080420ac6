import { setTimeout as sleep } from 'node:timers/promises';
import { ConfrereError } from '../../errors.js';
import { InMotion } from './executor.js';
import type { Ask, Executor } from './executor.js';
import { LABEL, STORE_ID } from './vocabulary.js';

/*
 * How far the graph has come. Neo4j shows a commit piece by piece, its indexes last, to whoever reads meanwhile. So a node
 * of its own says which changeset is about to be committed (`begun`), and which can be found in every way (`published`);
 * readers go by that. It is written in transactions of its own, before the commit of a changeset and after.
 */

interface Progress {
  version: number;
  begun: number | null;
  published: number | null;
}

/** How long to wait, again and again, for the writer of a changeset that is just landing to say that it has landed. */
const PAUSES_MS = [5, 10, 20, 50, 100, 200];

/** The newest changeset of which all can be found. Fails with STORE_CORRUPT where the database was emptied. */
export async function publishedVersion(executor: Executor): Promise<number> {
  for (const pause of PAUSES_MS) {
    const { version, begun, published } = await readProgress(executor);
    if (version === published && version === begun) return version;
    await sleep(pause);
  }
  return await settleProgress(executor);
}

/** As `publishedVersion`, without waiting for a changeset that is just landing. */
export async function lastVersion(executor: Executor, timeoutMs: number): Promise<number> {
  const { version } = await readProgress(executor, timeoutMs);
  return version;
}

/** Says that a changeset is about to be committed, by the writer whose turn it is. */
export async function beginCommit(executor: Executor, number: number): Promise<void> {
  await executor.write((ask) =>
    ask(`MERGE (progress:${LABEL.progress} {id: $id}) SET progress.begun = $number`, {
      id: STORE_ID,
      number,
    }),
  );
}

/** Says that all of a changeset can be found, by the writer whose commit has come back. */
export async function publish(executor: Executor, number: number): Promise<void> {
  await executor.write((ask) =>
    ask(
      `MATCH (progress:${LABEL.progress} {id: $id}) WHERE progress.published < $number SET progress.published = $number`,
      { id: STORE_ID, number },
    ),
  );
}

/** Says in its stead how far a writer has come that is gone: once no changeset is being committed. */
async function settleProgress(executor: Executor): Promise<number> {
  return await executor.write(async (ask) => {
    const version = await keepWritersOut(ask);
    await ask(
      `MERGE (progress:${LABEL.progress} {id: $id}) SET progress.begun = $version, progress.published = $version`,
      { id: STORE_ID, version },
    );
    return version;
  });
}

/**
 * Locks the node that writers lock until all of their commit can be seen, for as long as the transaction lasts. Answers with
 * the newest changeset.
 */
export async function keepWritersOut(ask: Ask): Promise<number> {
  const [store] = await ask<{ version: number }>(
    `MATCH (store:${LABEL.store} {id: $id}) SET store.writing = '' REMOVE store.writing RETURN store.version AS version`,
    { id: STORE_ID },
  );
  if (store === undefined) throw emptied();
  return store.version;
}

/** Reads by indexes that changesets change. What was read while one landed is read again. */
export async function readAtRest<Answer>(
  executor: Executor,
  work: (ask: Ask) => Promise<Answer>,
): Promise<Answer> {
  return await executor.read(async (ask) => {
    const before = await progressIn(ask);
    const answer = await work(ask);
    const after = await progressIn(ask);
    if (before?.published !== after?.begun) throw new InMotion();
    return answer;
  });
}

async function readProgress(executor: Executor, timeoutMs?: number): Promise<Progress> {
  const [progress] = await executor.rows<Progress>(
    `MATCH (store:${LABEL.store} {id: $id})
     OPTIONAL MATCH (progress:${LABEL.progress} {id: $id})
     RETURN store.version AS version, progress.begun AS begun, progress.published AS published`,
    { id: STORE_ID },
    { of: 'LEADER', timeoutMs },
  );
  if (progress === undefined) throw emptied();
  return progress;
}

async function progressIn(ask: Ask): Promise<Omit<Progress, 'version'> | undefined> {
  const [progress] = await ask<Omit<Progress, 'version'>>(
    `MATCH (progress:${LABEL.progress} {id: $id}) RETURN progress.begun AS begun, progress.published AS published`,
    { id: STORE_ID },
  );
  return progress;
}

function emptied(): ConfrereError {
  return new ConfrereError(
    'STORE_CORRUPT',
    'The database in Neo4j was emptied or replaced while it was in use. Start Confrere again.',
  );
}
