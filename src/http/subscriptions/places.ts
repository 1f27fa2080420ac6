import { GraphQLError } from 'graphql';
import { clientOf } from '../budget.js';

/** One client follows so many things at a time. */
export const PLACES_OF_ONE = 10;

/** Who finds no place may come back after so many seconds. */
export const RETRY_SECONDS = 10;

/** How many subscriptions there are, for all clients and for each. */
export class Places {
  private all = 0;
  private readonly byClient = new Map<string, number>();

  /** `what` has a place, for messages. */
  constructor(
    private readonly maximum: number,
    private readonly what = 'subscriptions',
  ) {}

  /** How many are taken. */
  get taken(): number {
    return this.all;
  }

  /** Takes a place; what it returns gives it back. Refuses with OVERLOADED where there is none. */
  take(address: string | undefined): () => void {
    const client = clientOf(address);
    const own = this.byClient.get(client) ?? 0;
    if (own >= PLACES_OF_ONE)
      throw full(`Your address has ${own} ${this.what}, as many as it may have: end one of them first.`);
    if (this.all >= this.maximum)
      throw full(`The service has as many ${this.what} as it can have; try again later.`);
    this.all++;
    this.byClient.set(client, own + 1);
    let isTaken = true;
    return () => {
      if (!isTaken) return;
      isTaken = false;
      this.all--;
      const left = (this.byClient.get(client) ?? 1) - 1;
      if (left === 0) this.byClient.delete(client);
      else this.byClient.set(client, left);
    };
  }
}

function full(message: string): GraphQLError {
  return new GraphQLError(message, {
    extensions: {
      code: 'OVERLOADED',
      retryAfter: RETRY_SECONDS,
      http: { status: 503, headers: new Map([['retry-after', String(RETRY_SECONDS)]]) },
    },
  });
}
