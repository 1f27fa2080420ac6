import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { documentId } from '../../src/http/documents.js';
import { openCollector } from '../helpers/collector.js';
import type { Collector, ExportedSpan } from '../helpers/collector.js';
import { removeTemporaryDirectories, temporaryDirectory } from '../helpers/fakePrograms.js';
import { post } from '../helpers/serving.js';
import type { Answer } from '../helpers/serving.js';
import { startConfrere } from './confrere.js';
import type { Running } from './confrere.js';

const LOADED_MODULES = fileURLToPath(new URL('loadedModules.mjs', import.meta.url));
const DOCUMENT = readFileSync(
  new URL('../../schema/operations/01-who-trained-whom.graphql', import.meta.url),
  'utf8',
);

const TRACE = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';
const SERVER_KIND = 2;
const ERROR = 2;

let folder: string;
let collector: Collector;
const servers: Running[] = [];

beforeEach(async () => {
  folder = temporaryDirectory();
  collector = await openCollector();
});
afterEach(async () => {
  for (const { process, ended } of servers.splice(0)) {
    process.kill('SIGKILL');
    await ended;
  }
  collector.close();
  removeTemporaryDirectories();
});

async function serve(settings: Readonly<Record<string, string>>) {
  const server = startConfrere(folder, [], { PORT: '0', CONFRERE_LOG: 'info', ...settings });
  servers.push(server);
  const [, url = ''] = await server.said(/Ready: .* GraphQL at (http:\/\/\S+)\/graphql/);
  const stop = () => {
    server.process.kill('SIGTERM');
    return server.ended;
  };
  return { url, stop };
}

const inJson = () => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
});

/** What stands above a span, the nearest first. */
function above(span: ExportedSpan, spans: readonly ExportedSpan[]): ExportedSpan[] {
  const parent = spans.find(({ spanId }) => spanId === span.parentSpanId);
  return parent === undefined ? [] : [parent, ...above(parent, spans)];
}

describe('traces', () => {
  test('lead from the caller over the request and the operation to each call of the store', async () => {
    const { url, stop } = await serve({
      ...inJson(),
      OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment.name=trial',
      OTEL_EXPORTER_OTLP_HEADERS: 'authorization=Bearer%20of-the-operator',
    });
    const query =
      'query PrivateName($key: String!) { secret: entity(key: $key) { key ... on Doctor { trainingsGiven { nodes { statement } } } } }';
    const response = await post(
      `${url}`,
      { query, variables: { key: 'doctor/nguyen-phu-huu' } },
      { traceparent: `00-${TRACE}-${CALLER}-01`, 'user-agent': 'agent-of-somebody', 'x-request-id': 'one-1' },
    );
    expect(((await response.json()) as Answer).errors).toBeUndefined();
    const { stderr } = await stop();

    const spans = collector.spans();
    const [request, ...furtherRequests] = spans.filter(({ kind }) => kind === SERVER_KIND);
    expect(furtherRequests).toEqual([]);
    expect(request).toMatchObject({
      traceId: TRACE,
      parentSpanId: CALLER,
      name: 'POST /graphql',
      attributes: {
        'http.request.method': 'POST',
        'http.route': '/graphql',
        'http.response.status_code': 200,
        'http.response.header.x-request-id': ['one-1'],
        'url.path': '/graphql',
      },
    });
    const operations = spans.filter(({ name }) => name === 'query');
    expect(operations).toHaveLength(1);
    expect(operations[0]?.attributes).toEqual({
      'graphql.operation.type': 'query',
      'confrere.query.cost': expect.any(Number) as number,
    });
    const calls = spans.filter(({ name }) => name.startsWith('store '));
    expect(calls.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['store entities', 'store factsOf']),
    );
    for (const call of calls) expect(above(call, spans)).toEqual([operations[0], request]);
    expect(spans).toHaveLength(calls.length + 2);
    for (const span of spans) {
      for (const parent of above(span, spans)) {
        expect(parent.startTimeUnixNano <= span.startTimeUnixNano, span.name).toBe(true);
        expect(parent.endTimeUnixNano >= span.endTimeUnixNano, span.name).toBe(true);
      }
    }

    expect(collector.resource()).toMatchObject({
      'service.name': 'confrere',
      'deployment.environment.name': 'trial',
    });
    expect(Object.keys(collector.resource()).join(' ')).not.toMatch(/process|host/);
    expect(collector.headers[0]?.['authorization']).toBe('Bearer of-the-operator');
    const sent = Buffer.concat(collector.bodies).toString('utf8');
    expect(sent).not.toMatch(/PrivateName|secret|entity\(|nguyen|statement|127\.0\.0\.1|somebody/i);
    const line = stderr.split('\n').find((each) => each.includes('one-1'));
    expect(JSON.parse(line ?? '')).toMatchObject({ id: 'one-1', trace_id: TRACE, span_id: request?.spanId });
  });

  test('stay apart when many ask at once and wait for their turn', async () => {
    const { url, stop } = await serve({ ...inJson(), CONFRERE_AT_ONCE: '2' });
    // No more than one address may have wait.
    const ids = Array.from({ length: 6 }, (_each, n) => `${TRACE.slice(0, -1)}${n}`);
    const answers = await Promise.all(
      ids.map((id, n) =>
        post(
          url,
          { query: `{ facts(first: ${n + 1}) { nodes { key citations { source { title } } } } }` },
          {
            traceparent: `00-${id}-${CALLER}-01`,
          },
        ).then((answer) => answer.json() as Promise<Answer>),
      ),
    );
    for (const { errors } of answers) expect(errors).toBeUndefined();
    await stop();
    for (const id of ids) {
      const spans = collector.spans().filter(({ traceId }) => traceId === id);
      expect(spans.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['POST /graphql', 'query', 'store findFacts']),
      );
      const operation = spans.find(({ name }) => name === 'query');
      for (const call of spans.filter(({ name }) => name.startsWith('store ')))
        expect(above(call, spans)[0]).toEqual(operation);
    }
  });

  test('name our own documents, and the code of an error', async () => {
    const { url, stop } = await serve({ ...inJson(), OTEL_SERVICE_NAME: 'confrere-trial' });
    await (await fetch(`${url}/graphql?documentId=${documentId(DOCUMENT)}`)).text();
    await (await post(url, { query: '{ facts(after: "somebody") { totalCount } }' })).text();
    await stop();
    const spans = collector.spans();
    expect(spans.find(({ name }) => name === 'query WhoTrainedWhom')?.attributes).toMatchObject({
      'graphql.operation.name': 'WhoTrainedWhom',
      'confrere.document.id': documentId(DOCUMENT),
    });
    const failed = spans.find(({ name }) => name === 'query');
    expect(failed).toMatchObject({ attributes: { 'error.type': 'BAD_CURSOR' }, status: { code: ERROR } });
    expect(collector.resource()['service.name']).toBe('confrere-trial');
    expect(Buffer.concat(collector.bodies).toString('utf8')).not.toContain('somebody');
  });

  test('of what is followed are one for each telling, and the request does not last as long as the stream', async () => {
    const { url, stop } = await serve(inJson());
    const stream = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
      body: JSON.stringify({
        query: 'subscription { changes(after: 0) { changeset { number } nodes { id } } }',
      }),
    });
    const reader = stream.body?.getReader();
    await expect
      .poll(async () => Buffer.from((await reader?.read())?.value ?? []).toString('utf8'))
      .toContain('changes');
    await new Promise((resolve) => setTimeout(resolve, 500));
    await stop();
    const spans = collector.spans();
    const request = spans.find(({ kind }) => kind === SERVER_KIND);
    const tellings = spans.filter(({ name }) => name === 'subscription');
    expect(tellings.length).toBeGreaterThan(0);
    expect(tellings[0]?.links).toMatchObject([{ traceId: request?.traceId }]);
    expect(tellings[0]?.parentSpanId ?? '').toBe('');
    expect((request?.endTimeUnixNano ?? 0n) - (request?.startTimeUnixNano ?? 0n)).toBeLessThan(500_000_000n);
    const calls = spans.filter(({ traceId }) => traceId === tellings[0]?.traceId).length - 1;
    expect(calls).toBeGreaterThan(0);
  });
});

describe('strangers', () => {
  test('have no say in which traces there are where no propagator is wanted', async () => {
    const { url, stop } = await serve({ ...inJson(), OTEL_PROPAGATORS: 'none' });
    const traceparent = `00-${TRACE}-${CALLER}-01`;
    await (await post(url, { query: '{ facts { totalCount } }' }, { traceparent })).text();
    await stop();
    expect(collector.spans().length).toBeGreaterThan(2);
    for (const { traceId } of collector.spans()) expect(traceId).not.toBe(TRACE);
  });

  test('are not traced where the sampler says so, but told of in the log by their trace', async () => {
    const { url, stop } = await serve({ ...inJson(), OTEL_TRACES_SAMPLER: 'always_off' });
    const traceparent = `00-${TRACE}-${CALLER}-01`;
    await (await post(url, { query: '{ facts { totalCount } }' }, { traceparent })).text();
    expect((await stop()).stderr).toContain(`"trace_id":"${TRACE}"`);
    expect(collector.bodies).toEqual([]);
  });
});

describe('a collector', () => {
  test('is sent protobuf where nothing else is said', async () => {
    const { url, stop } = await serve({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url });
    await (await post(url, { query: '{ facts { totalCount } }' })).text();
    await stop();
    expect(collector.headers[0]?.['content-type']).toBe('application/x-protobuf');
    expect(Buffer.concat(collector.bodies).includes('store countFacts')).toBe(true);
  });

  test('is sent gRPC where that is asked for', async () => {
    const paths: (string | undefined)[] = [];
    const server = createServer().on('stream', (stream, headers) => {
      paths.push(headers[':path']);
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      // A message without anything in it.
      stream.resume().on('end', () => stream.end(Buffer.alloc(5)));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { url, stop } = await serve({
        CONFRERE_LOG: 'warn',
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc',
      });
      await (await post(url, { query: '{ facts { totalCount } }' })).text();
      expect(await stop()).toMatchObject({ code: 0, stderr: '' });
      expect(paths).toEqual(['/opentelemetry.proto.collector.trace.v1.TraceService/Export']);
    } finally {
      server.close();
    }
  });

  test.each(['is away', 'does not answer'])('that %s holds up neither answers nor the end', async (how) => {
    const mute = await openCollector({ silent: true });
    if (how === 'is away') mute.close();
    try {
      const { url, stop } = await serve({
        CONFRERE_LOG: 'warn',
        OTEL_EXPORTER_OTLP_ENDPOINT: mute.url,
        OTEL_EXPORTER_OTLP_TIMEOUT: '1500',
        OTEL_BSP_SCHEDULE_DELAY: '100',
      });
      const ask = async () =>
        ((await (await post(url, { query: '{ facts { totalCount } }' })).json()) as Answer).data;
      expect(await ask()).toMatchObject({ facts: { totalCount: expect.any(Number) as number } });
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(await ask()).toBeDefined();
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      expect(await ask()).toBeDefined();
      const asked = performance.now();
      const { code, stdout, stderr } = await stop();
      expect(code).toBe(0);
      expect(performance.now() - asked).toBeLessThan(5_000);
      const lines = stderr
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { level: string; msg: string });
      expect(lines).toEqual([
        expect.objectContaining({ level: 'warn', msg: 'tracing does not work as it should' }),
      ]);
      expect(stdout).toMatch(/Stopping\.\n$/);
    } finally {
      mute.close();
    }
  });
});

describe('the libraries of OpenTelemetry', () => {
  test.each([
    [false, {}],
    [false, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_SDK_DISABLED: 'true' }],
    [false, { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_TRACES_EXPORTER: 'none' }],
    [true, { OTEL_TRACES_EXPORTER: 'console' }],
  ])('are loaded: %s, with %j', async (isLoaded, settings) => {
    const { url, stop } = await serve({
      NODE_OPTIONS: `--import ${LOADED_MODULES}`,
      CONFRERE_LOG: 'warn',
      ...settings,
    });
    await (await post(url, { query: '{ facts { totalCount } }' })).text();
    const { stderr, stdout } = await stop();
    const [, count] = /modules of OpenTelemetry: (\d+)/.exec(stderr) ?? [];
    expect(Number(count) > 0).toBe(isLoaded);
    expect(count).toBeDefined();
    expect(stdout.includes('store countFacts')).toBe(isLoaded);
  });
});
