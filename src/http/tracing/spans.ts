import { ROOT_CONTEXT, SpanKind, SpanStatusCode, context, propagation, trace } from '@opentelemetry/api';
import type { Attributes, Context, Span, Tracer } from '@opentelemetry/api';
import { ConfrereError } from '../../errors.js';
import type { ObserveCall } from '../../store/observed.js';
import type { AskedRequest, OperationSpan, RequestSpan, Tracing } from './tracing.js';

/** The methods that a span may name; another one is `_OTHER`, or strangers could make up names. */
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH']);

/** Where something is served. */
const ROUTES = new Set(['/', '/graphql', '/health/live', '/health/ready', '/metrics']);

/** The longest path that is told, as in the log. */
const PATH_LENGTH = 100;

/** Attributes are named as the semantic conventions of OpenTelemetry name them; those without such a name begin with `confrere`. */
export function spansOf(tracer: Tracer): Omit<Tracing, 'end'> {
  return {
    request: (asked) => requestSpan(tracer, asked),
    observeCall: callsWithin(tracer),
    telling: async (work) => {
      const began = trace.getActiveSpan()?.spanContext();
      const span = tracer.startSpan('subscription', {
        root: true,
        attributes: { 'graphql.operation.type': 'subscription' },
        links: began === undefined ? [] : [{ context: began }],
      });
      try {
        return await context.with(trace.setSpan(ROOT_CONTEXT, span), work);
      } catch (error) {
        fail(span, codeOf(error));
        throw error;
      } finally {
        span.end();
      }
    },
  };
}

function requestSpan(
  tracer: Tracer,
  { id, method: given, scheme, path, headers }: AskedRequest,
): RequestSpan {
  const method = METHODS.has(given) ? given : '_OTHER';
  const route = routeOf(path);
  const attributes: Attributes = {
    'http.request.method': method,
    'url.path': path.slice(0, PATH_LENGTH),
    'url.scheme': scheme,
    'http.response.header.x-request-id': [id],
    ...(route === undefined ? {} : { 'http.route': route }),
  };
  const name = [method === '_OTHER' ? 'HTTP' : method, route].filter((each) => each !== undefined).join(' ');
  const parent = propagation.extract(ROOT_CONTEXT, headers);
  const span = tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
  const inside = trace.setSpan(parent, span);
  const { traceId, spanId } = span.spanContext();
  return {
    ids: { trace_id: traceId, span_id: spanId },
    run: (work) => context.with(inside, work),
    operation: () => operationSpan(tracer, inside),
    end: (status) => {
      if (!span.isRecording()) return;
      if (status === null) fail(span, 'caller_gone');
      else {
        span.setAttribute('http.response.status_code', status);
        if (status >= 500) fail(span, String(status));
      }
      span.end();
    },
  };
}

function operationSpan(tracer: Tracer, parent: Context): OperationSpan {
  const span = tracer.startSpan('graphql', {}, parent);
  return {
    run: (work) => context.with(trace.setSpan(parent, span), work),
    end: (outcome, document) => {
      if (!span.isRecording()) return;
      const { type, cost, code } = outcome ?? {};
      const name = document?.operationName;
      if (type !== undefined) {
        span
          .updateName(name === undefined ? type : `${type} ${name}`)
          .setAttribute('graphql.operation.type', type);
      }
      if (name !== undefined) span.setAttribute('graphql.operation.name', name);
      if (document !== undefined) span.setAttribute('confrere.document.id', document.id);
      if (cost !== undefined) span.setAttribute('confrere.query.cost', cost);
      if (code !== undefined) fail(span, code);
      span.end();
    },
  };
}

/** A call belongs to what is under way; those that nobody waits for, such as looks for what has landed, have no span. */
function callsWithin(tracer: Tracer): ObserveCall {
  return (method) => {
    if (trace.getActiveSpan()?.isRecording() !== true) return () => undefined;
    const span = tracer.startSpan(`store ${method}`, { attributes: { 'confrere.store.method': method } });
    return (failure) => {
      if (failure !== undefined) fail(span, codeOf(failure.error));
      span.end();
    };
  };
}

/** The code alone: the words of an error may name what was asked. */
function fail(span: Span, code: string): void {
  span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR });
}

function codeOf(error: unknown): string {
  return error instanceof ConfrereError ? error.code : 'INTERNAL_SERVER_ERROR';
}

function routeOf(path: string): string | undefined {
  if (ROUTES.has(path)) return path;
  return path.startsWith('/explorer/') ? '/explorer/{file}' : undefined;
}
