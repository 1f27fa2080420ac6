import type { RequestHandler } from 'express';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { ErrorCode } from '../errors.js';
import type { WatchCache } from '../store/cacheUse.js';
import type { Outcome } from '../graphql/context.js';
import type { ObserveCall } from '../store/observed.js';

const SECONDS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** The codes with which a limit refuses. */
const LIMITS: ReadonlySet<string> = new Set<ErrorCode>([
  'BUDGET_EXCEEDED',
  'COST_LIMIT_EXCEEDED',
  'DOCUMENT_REQUIRED',
  'OVERLOADED',
  'QUERY_LIMIT_EXCEEDED',
]);

/** What operators watch, as Prometheus reads it: requests, costs, calls of the store, the delay of the loop, memory. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = this.histogram(
    'confrere_request_seconds',
    'How long requests took, by HTTP status and the code of the first error; 499 where the caller went away.',
    ['status', 'code'],
    SECONDS,
  );
  private readonly costs = this.histogram(
    'confrere_query_cost',
    'What the queries that were priced cost.',
    [],
    [1, 10, 100, 1_000, 5_000, 10_000, 25_000, 50_000, 100_000],
  );
  private readonly calls = this.histogram(
    'confrere_store_seconds',
    'How long calls of the store took, by method and whether they failed.',
    ['method', 'failed'],
    SECONDS,
  );

  private readonly refusals = new Counter({
    name: 'confrere_refused_total',
    help: 'Questions, subscriptions and connections that a limit has refused, by code.',
    labelNames: ['code'],
    registers: [this.registry],
  });
  private readonly subscriptions = this.histogram(
    'confrere_subscription_seconds',
    'How long subscriptions lasted, over server-sent events or WebSockets.',
    [],
    [1, 10, 60, 600, 3_600, 21_600, 86_400],
  );

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  observeRequest(status: number, seconds: number, outcome: Outcome | undefined): void {
    this.requests.observe({ status, code: outcome?.code ?? '' }, seconds);
    if (outcome?.cost !== undefined) this.costs.observe(outcome.cost);
    this.observeRefusal(outcome?.code);
  }

  /** Counts what a limit has refused; other errors are not counted here. */
  observeRefusal(code: unknown): void {
    if (typeof code === 'string' && LIMITS.has(code)) this.refusals.inc({ code });
  }

  observeSubscription(seconds: number): void {
    this.subscriptions.observe(seconds);
  }

  /** Shows numbers as they are whenever somebody looks. */
  watch(name: string, help: string, read: () => number): void {
    const { registry } = this;
    new Gauge({
      name,
      help,
      registers: [registry],
      collect() {
        this.set(read());
      },
    });
  }

  readonly watchCache: WatchCache = (name, use) => {
    const shown = `confrere_${name}`;
    this.watch(`${shown}_entries`, 'How many the cache holds.', () => use.entries);
    for (const [result, read] of [
      ['hits', () => use.hits],
      ['misses', () => use.misses],
    ] as const) {
      new Counter({
        name: `${shown}_${result}_total`,
        help: `How often the cache had what was looked for (hits) or had not (misses).`,
        registers: [this.registry],
        collect() {
          this.reset();
          this.inc(read());
        },
      });
    }
  };

  readonly observeCall: ObserveCall = (method) => {
    const start = performance.now();
    return (failure) => {
      const seconds = (performance.now() - start) / 1000;
      this.calls.observe({ method, failed: String(failure !== undefined) }, seconds);
    };
  };

  /** Answers with all of them. */
  readonly answer: RequestHandler = async (_request, response) => {
    response.set('content-type', this.registry.contentType).send(await this.registry.metrics());
  };

  private histogram(name: string, help: string, labelNames: string[], buckets: number[]): Histogram {
    return new Histogram({ name, help, labelNames, buckets, registers: [this.registry] });
  }
}
