import { GraphQLError } from 'graphql';
import { clientOf } from '../budget.js';
import { Tally } from '../tally.js';

/** One client follows so many things at a time. */
export const PLACES_OF_ONE = 10;

/** Who finds no place may come back after so many seconds. */
export const RETRY_SECONDS = 10;

/** Room for so many of something, and for some of one client. */
export class Places {
  private readonly tally = new Tally();

  /** `what` has a place, for messages. */
  constructor(
    private readonly maximum: number,
    private readonly what = 'subscriptions',
  ) {}

  /** How many are taken. */
  get taken(): number {
    return this.tally.all;
  }

  /** Takes a place; what it returns gives it back. Refuses with OVERLOADED where there is none. */
  take(address: string | undefined): () => void {
    const client = clientOf(address);
    const own = this.tally.of(client);
    if (own >= PLACES_OF_ONE)
      throw full(`Your address has ${own} ${this.what}, as many as it may have: end one of them first.`);
    if (this.tally.all >= this.maximum)
      throw full(`The service has as many ${this.what} as it can have; try again later.`);
    return this.tally.add(client);
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
