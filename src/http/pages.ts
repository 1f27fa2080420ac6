import cors from 'cors';
import type { Request, RequestHandler } from 'express';

/** What a page may read of an answer beside its body: when to ask again, by what to report it, by what to know it again. */
const EXPOSED_HEADERS = ['etag', 'retry-after', 'x-request-id'];

/** How long a browser need not ask again what a page may do; browsers take no more than two hours. */
const PREFLIGHT_SECONDS = 7_200;

/** Lets pages of some web origins, `*` for all, ask from a browser. */
export function letPagesAsk(origins: readonly string[]): RequestHandler[] {
  return [
    cors({
      origin: origins.includes('*') ? '*' : [...origins],
      methods: ['GET', 'HEAD', 'POST'],
      exposedHeaders: EXPOSED_HEADERS,
      maxAge: PREFLIGHT_SECONDS,
    }),
    vouchForPages((origin) => mayAsk(origins, origin)),
  ];
}

/** Whether pages of an origin may ask. */
export function mayAsk(origins: readonly string[], origin: string): boolean {
  return origins.includes('*') || origins.includes(origin);
}

/**
 * A browser can be made to send much by any page, so that it needs a header that a page must first ask leave for. Where
 * the browser itself says that a page of ours asks, or one that may, it needs none: no page can set these headers.
 */
function vouchForPages(isAllowed: (origin: string) => boolean): RequestHandler {
  return (request, _response, next) => {
    const origin = request.get('origin');
    const isKnown =
      origin === undefined ? request.get('sec-fetch-site') === 'same-origin' : isAllowed(origin);
    if (isKnown) request.headers[PREFLIGHT_HEADER] = 'true';
    next();
  };
}

/** Whether a page asks, as its browser says, that is none of ours and was not let ask. Behind `letPagesAsk`. */
export function isOfForeignPage(request: Request): boolean {
  if (request.get(PREFLIGHT_HEADER) !== undefined) return false;
  const origin = request.get('origin');
  if (origin !== undefined) return !isOf(origin, request.get('host'));
  const site = request.get('sec-fetch-site') ?? 'none';
  return site !== 'none' && site !== 'same-origin';
}

/** Whether an origin is that of a host. */
export function isOf(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}

export const FOREIGN_PAGE = 'Pages of this origin may not ask; CONFRERE_ORIGINS names those that may.';

/** With this header a request cannot be one that another page has forged. */
export const PREFLIGHT_HEADER = 'apollo-require-preflight';
