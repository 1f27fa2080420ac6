import { createHash } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { DRY_RUN_HEADER, isDryRun } from '../graphql/limits/admission.js';
import { packageVersion } from '../paths.js';
import type { Store } from '../store/port.js';
import { endOfRequest } from './deadline.js';
import { answerError } from './errors.js';
import { PREFLIGHT_HEADER } from './pages.js';
import type { KnownDocument } from './tracing/tracing.js';

/** How a document is told of in traces. */
export function knownDocument(
  documents: Documents,
  queryHash: string | undefined,
): KnownDocument | undefined {
  const id = `sha256:${queryHash}`;
  const text = documents.get(id);
  return text === undefined ? undefined : { id, operationName: /^\s*query\s+(\w+)/m.exec(text)?.[1] };
}

/** The text of each document by its id. */
export type Documents = ReadonlyMap<string, string>;

export interface DocumentOptions {
  documents: Documents;
  /** Whether nothing else may be asked. */
  only: boolean;
  store: Store;
  /** How long a request may take, in milliseconds. */
  deadline: number;
}

/** Kept by whoever likes, and asked about each time: the data may have changed. */
const CACHE_CONTROL = 'public, no-cache';

/** What of a request, beside its address, the answer follows from. */
const VARY = `accept, accept-encoding, ${DRY_RUN_HEADER}`;

/** Another one may answer otherwise. */
const PROGRAM = packageVersion();

/** How clients name a document: by the hash of its text, as GraphQL over HTTP has it. */
export function documentId(text: string): string {
  return `sha256:${hashOf(text)}`;
}

/** The documents of these texts. */
export function documentsOf(texts: readonly string[]): Documents {
  return new Map(texts.map((text) => [documentId(text), text]));
}

/**
 * Takes `documentId`, with variables, for the query that it stands for. Asked with GET, the answer gets an ETag that follows
 * from the document, the variables and the newest changeset, and where the client has that answer, 304 is all of it. The
 * tag is weak, for the bytes also follow from how they are compressed.
 *
 * Refuses an id that stands for nothing with DOCUMENT_UNKNOWN and, where only documents may be asked, what has none with
 * DOCUMENT_REQUIRED.
 */
export function takeDocuments({ documents, only, store, deadline }: DocumentOptions): RequestHandler {
  return async (request, response, next) => {
    const asked: unknown = request.method === 'GET' ? request.query : request.body;
    const id = propertyOf(asked, 'documentId');
    if (id === undefined && !only) return next();
    const query = typeof id === 'string' ? documents.get(id) : undefined;
    if (id === undefined || propertyOf(asked, 'query') !== undefined)
      return answerError(response, 400, REQUIRED);
    if (query === undefined) return answerError(response, 400, UNKNOWN);
    if (request.method !== 'GET') {
      const { documentId: _id, ...rest } = asked as Record<string, unknown>;
      request.body = { ...rest, query };
      return next();
    }
    const bound = store.during(endOfRequest(response, deadline));
    // Without the store there is no tag; asking the question itself says what is wrong.
    const newest = await newestChangeset(bound).catch(() => null);
    const address = new URLSearchParams(request.url.slice(request.url.indexOf('?') + 1));
    const parts = [PROGRAM, id, address.get('variables'), address.get('operationName'), newest?.changeset];
    const tag = `"${hashOf(JSON.stringify(parts))}"`;
    response.vary(VARY);
    if (newest !== null && !isDryRun(request.get(DRY_RUN_HEADER))) {
      response.locals['etag'] = `W/${tag}`;
      if (hasAnswer(request.get('if-none-match'), tag)) {
        tagAnswer(response);
        response.status(304).end();
        return;
      }
    }
    address.delete('documentId');
    address.set('query', query);
    request.url = `/?${address.toString()}`;
    // A document only reads, and operators chose it: no page of another can do harm with it.
    request.headers[PREFLIGHT_HEADER] = 'true';
    next();
  };
}

/** All of it: a number alone may stand for another changeset once a backup was restored. */
async function newestChangeset(
  store: Pick<Store, 'version' | 'changesets'>,
): Promise<{ changeset: unknown }> {
  const [changeset] = await store.changesets([await store.version()]);
  return { changeset };
}

/** Gives the answer to a document, which has no errors, its ETag. */
export function tagAnswer(response: Response): void {
  const etag = response.locals['etag'] as string | undefined;
  if (etag !== undefined) response.set({ etag, 'cache-control': CACHE_CONTROL });
}

const UNKNOWN = {
  code: 'DOCUMENT_UNKNOWN',
  message:
    'There is no document with this `documentId`; expected "sha256:" and the hash of a text in schema/operations.',
};
const REQUIRED = {
  code: 'DOCUMENT_REQUIRED',
  message: 'Expected `documentId`, the id of a document that is known here, and no `query` beside it.',
};

/** `*` is whatever answer there is. */
function hasAnswer(held: string | undefined, tag: string): boolean {
  if (held?.trim() === '*') return true;
  return held?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag) ?? false;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function propertyOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
  return (value as Record<string, unknown>)[name];
}
