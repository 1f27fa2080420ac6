import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, RequestHandler } from 'express';

/** How a body is encoded on its way, the shortest first. */
const ENCODINGS = ['br', 'gzip'] as const;

type Encoding = (typeof ENCODINGS)[number] | 'identity';

interface Encoded {
  body: Buffer;
  etag: string;
}

/**
 * Answers with a file that does not change while the service runs. It is compressed once and kept: whoever asks for it over
 * and over costs no more than the bytes.
 */
export function asset(file: string): RequestHandler {
  const kept = new Map<Encoding, Promise<Encoded>>();
  return async (request, response) => {
    const encoding = encodingFor(request);
    const encoded = kept.get(encoding) ?? encode(file, encoding);
    kept.set(encoding, encoded);
    // A file that could not be read now may be later.
    encoded.catch(() => kept.delete(encoding));
    const { body, etag } = await encoded;
    response.vary('accept-encoding').type(extname(file));
    response.set({ etag, 'cache-control': 'public, max-age=86400' });
    if (encoding !== 'identity') response.set('content-encoding', encoding);
    response.send(body);
  };
}

function encodingFor(request: Request): Encoding {
  // Asked one by one, since browsers name gzip before what is shorter.
  return ENCODINGS.find((encoding) => request.acceptsEncodings(encoding) !== false) ?? 'identity';
}

async function encode(file: string, encoding: Encoding): Promise<Encoded> {
  const body = await compress(await readFile(file), encoding);
  return { body, etag: `"${createHash('sha256').update(body).digest('hex')}"` };
}

function compress(body: Buffer, encoding: Encoding): Promise<Buffer> {
  switch (encoding) {
    case 'br':
      return promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
    case 'gzip':
      return promisify(gzip)(body);
    case 'identity':
      return Promise.resolve(body);
  }
}
