import compression from 'compression';
import type { RequestHandler } from 'express';

/** Below it an answer fits into one packet of the network either way. */
const BYTES_THAT_PAY = 1_024;

/** Compresses answers with Brotli or gzip, as far as the client takes them and they are long enough. */
export const compressAnswers: RequestHandler = (request, response, next) => {
  if (request.headers['accept-encoding'] !== undefined) return compress(request, response, next);
  // Programs mostly take none: what stands ready to compress costs them a tenth of a short answer.
  response.vary('accept-encoding');
  next();
};

const compress = compression({
  threshold: BYTES_THAT_PAY,
  filter: (request, response) =>
    !isStream(response.get('content-type')) && compression.filter(request, response),
});

/** Events are for now; a compressor would hold them back until it has enough. */
function isStream(contentType = ''): boolean {
  return contentType.startsWith('text/event-stream') || contentType.startsWith('multipart/');
}
