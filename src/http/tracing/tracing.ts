import type { IncomingHttpHeaders } from 'node:http';
import type { Outcome } from '../../graphql/context.js';
import type { ObserveCall } from '../../store/observed.js';

/**
 * Spans of what the service does: each request, in it the operation of GraphQL, in it each call of the store. They tell how
 * long something took and what came of it; never what was asked, by whom, or with which values.
 */
export interface Tracing {
  /** Begins the span of a request, within the trace of its caller where that names one. */
  request(asked: AskedRequest): RequestSpan;
  /** Begins a span for a call of the store, within the operation that is under way. */
  observeCall: ObserveCall;
  /** Watches one telling of a subscription, in a trace of its own: the request that began it may be hours ago. */
  telling<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  /** Sends what has not been sent; false where the collector did not take it in time. */
  end(): Promise<boolean>;
}

/** What a span tells of a request. */
export interface AskedRequest {
  id: string;
  method: string;
  scheme: string;
  /** Without what follows the question mark. */
  path: string;
  headers: IncomingHttpHeaders;
}

export interface RequestSpan {
  /** By which a line of the log is found from a trace, and a trace from the line; named as OpenTelemetry does in logs. */
  ids: { trace_id: string; span_id: string };
  /** Whatever follows from `work` belongs to this request. */
  run(work: () => void): void;
  operation(): OperationSpan;
  /** The first end counts. `status` is null where the caller went away before it was answered. */
  end(status: number | null): void;
}

export interface OperationSpan {
  run(work: () => void): void;
  /** The first end counts. `document` is named where one of ours was asked. */
  end(outcome: Outcome | undefined, document: KnownDocument | undefined): void;
}

/** One of our own documents. */
export interface KnownDocument {
  id: string;
  operationName: string | undefined;
}
