import { isIPv6 } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { GraphQLError } from 'graphql';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { answerError } from './errors.js';
import type { Log } from './log.js';

/** So many seconds after it was spent, a client has its budget again. */
const SECONDS = 60;

/** What a request or a message costs beside its query, also one that is refused. */
const REQUEST_COST = 20;

/** To read a longer query, and find what it asks or that it asks nothing sensible, costs 1 more for every so many characters. */
const CHARACTERS_INCLUDED = 1_000;
const CHARACTERS_FOR_ONE = 50;

export interface BudgetOptions {
  /** What one client may spend in a minute. */
  budget: number;
  /** The address of the Redis in which instances count together; null where this one counts by itself. */
  redis: string | null;
  log: Log;
}

/** Counts what clients spend. */
interface Limiter {
  /** Fails with RateLimiterRes where the client has not so much left. */
  consume(client: string, points: number): Promise<unknown>;
  close?(): void;
}

/** What each client may spend. */
export class Budget {
  private constructor(
    private readonly points: number,
    private readonly limiter: Limiter,
  ) {}

  /** Opens also where Redis is away. Whoever opens it closes it. */
  static async open({ budget: points, redis, log }: BudgetOptions): Promise<Budget> {
    if (redis === null) return new Budget(points, new RateLimiterMemory({ points, duration: SECONDS }));
    const { SharedLimiter } = await import('./redis/sharedLimiter.js');
    return new Budget(points, await SharedLimiter.open({ address: redis, points, seconds: SECONDS, log }));
  }

  close(): void {
    this.limiter.close?.();
  }

  /** Refuses, with 429 and BUDGET_EXCEEDED, requests of a client that has spent what it may. */
  readonly perRequest = this.spending(() => REQUEST_COST);

  /** The same by the length of the query that they bring, once that was read. */
  readonly perText = this.spending((request) => costOfReading(textOf(request)));

  /** Spends for a message that came by itself, and is a query or has one. Fails with BUDGET_EXCEEDED. */
  async chargeMessage(address: string | undefined, characters: number): Promise<void> {
    await this.spend(clientOf(address), REQUEST_COST + costOfReading(characters));
  }

  /**
   * Spends for a query. Fails with BUDGET_EXCEEDED where the client cannot afford it now, and with COST_LIMIT_EXCEEDED,
   * without spending, where it never could.
   */
  async charge(address: string | undefined, cost: number): Promise<void> {
    const most = this.points - REQUEST_COST;
    if (cost > most) throw beyondAnyBudget(cost, most);
    await this.spend(clientOf(address), cost);
  }

  private spending(costOf: (request: Request) => number): RequestHandler {
    return (request, response, next) => {
      const cost = costOf(request);
      if (cost === 0) return next();
      this.spend(clientOf(request.ip), cost).then(
        () => next(),
        (error: unknown) => {
          if (!(error instanceof GraphQLError)) return next(error);
          const { http: _http, ...extensions } = error.extensions;
          response.set('retry-after', String(extensions['retryAfter']));
          answerError(response, 429, {
            code: String(extensions['code']),
            message: error.message,
            extensions,
          });
        },
      );
    };
  }

  private async spend(client: string, cost: number): Promise<void> {
    try {
      await this.limiter.consume(client, cost);
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw exceeded(this.points, secondsUntil(refused));
    }
  }
}

/** How long the text of the query is, wherever it stands. */
function textOf({ body, query }: Request): number {
  const texts = [(body as { query?: unknown } | undefined)?.query, query['query']];
  return texts.reduce<number>((sum, text) => sum + (typeof text === 'string' ? text.length : 0), 0);
}

function costOfReading(characters: number): number {
  return Math.ceil(Math.max(0, characters - CHARACTERS_INCLUDED) / CHARACTERS_FOR_ONE);
}

/** The limiter reckons by the clock, which may be set back, but forgets by a timer: nobody waits longer than that. */
function secondsUntil({ msBeforeNext }: RateLimiterRes): number {
  return Math.min(SECONDS, Math.max(1, Math.ceil(msBeforeNext / 1000)));
}

/** Waiting does not help, so that nobody is told to. */
function beyondAnyBudget(cost: number, maximum: number): GraphQLError {
  return new GraphQLError(
    `The query costs ${cost}, more than the ${Math.max(0, maximum)} that your address may spend on it in ${SECONDS} seconds, however ` +
      'long you wait: ask for shorter pages (`first`), fewer levels, or in several queries.',
    {
      extensions: { code: 'COST_LIMIT_EXCEEDED', cost, maximum: Math.max(0, maximum), http: { status: 400 } },
    },
  );
}

function exceeded(points: number, seconds: number): GraphQLError {
  return new GraphQLError(
    `Your address has spent its budget of ${points} for ${SECONDS} seconds. Ask again in ${seconds} s; \`extensions.cost\` says what each query costs.`,
    {
      extensions: {
        code: 'BUDGET_EXCEEDED',
        budget: points,
        retryAfter: seconds,
        http: { status: 429, headers: new Map([['retry-after', String(seconds)]]) },
      },
    },
  );
}

/** Whoever has an address of IPv6 has very many, but they begin alike. Some proxies name the port as well, which is another for each connection. */
export function clientOf(address = 'unknown'): string {
  const [, bracketed, dotted] = /^(?:\[(.+)\](?::\d+)?|(\d+(?:\.\d+){3}):\d+)$/.exec(address) ?? [];
  const plain = (bracketed ?? dotted ?? address).replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - before.length - after.length }, () => '0');
  const groups = [...before, ...zeros, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, 4).join(':')}::/64`;
}
