import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

const value = z.union([
  z.object({ stringValue: z.string() }).transform(({ stringValue }): unknown => stringValue),
  z.object({ intValue: z.number() }).transform(({ intValue }): unknown => intValue),
  z
    .object({ arrayValue: z.object({ values: z.array(z.object({ stringValue: z.string() })) }) })
    .transform(({ arrayValue }): unknown => arrayValue.values.map(({ stringValue }) => stringValue)),
]);
const attributes = z
  .array(z.object({ key: z.string(), value }))
  .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, value])));
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: z.string().transform(BigInt),
  endTimeUnixNano: z.string().transform(BigInt),
  attributes,
  status: z.object({ code: z.number() }),
  links: z.array(z.object({ traceId: z.string() })).default([]),
});
const exported = z.object({
  resourceSpans: z.array(
    z.object({ resource: z.object({ attributes }), scopeSpans: z.array(z.object({ spans: z.array(span) })) }),
  ),
});

/** A span as OTLP over HTTP has it in JSON. */
export type ExportedSpan = z.output<typeof span>;

/** A collector of traces on this machine, which keeps what it is sent. */
export interface Collector {
  url: string;
  /** Everything that was sent, as it came. */
  bodies: Buffer[];
  headers: IncomingHttpHeaders[];
  /** Of what was sent in JSON. */
  spans(): ExportedSpan[];
  resource(): Record<string, unknown>;
  close(): void;
}

/** Listens on a free port. One that is `silent` takes everything and answers nothing. */
export async function openCollector({ silent = false } = {}): Promise<Collector> {
  const bodies: Buffer[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      bodies.push(request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body);
      headers.push(request.headers);
      if (!silent) response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const all = () => bodies.flatMap((body) => exported.parse(JSON.parse(body.toString('utf8'))).resourceSpans);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    bodies,
    headers,
    spans: () => all().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
    resource: () => all()[0]?.resource.attributes ?? {},
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
