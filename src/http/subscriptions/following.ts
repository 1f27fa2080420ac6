import { GraphQLError } from 'graphql';
import { Arrivals } from '../../store/arrivals.js';
import type { Store } from '../../store/port.js';
import { Turns } from '../../store/turns.js';
import { Streams } from '../../graphql/subscriptions/stream.js';
import type {
  Admitted,
  Priced,
  Refused,
  StreamOptions,
  Subscribing,
  Told,
} from '../../graphql/subscriptions/stream.js';
import { clientOf } from '../budget.js';
import type { Budget } from '../budget.js';
import { timeLimit } from '../deadline.js';
import type { Metrics } from '../metrics.js';
import { Places } from './places.js';

export interface FollowingOptions extends Omit<StreamOptions, 'arrivals' | 'timeLimit'> {
  store: Store;
  budget: Budget;
  /** How long one telling may take to work out, in milliseconds. */
  deadline: number;
  /** How many subscriptions there may be at a time. */
  maximum: number;
  /** Hears what came of each subscription. */
  metrics: Pick<Metrics, 'observeSubscription' | 'observeRefusal'> | null;
  /** The only texts that may be asked; all where left out. */
  only?: ReadonlySet<string>;
}

/** Whatever is followed over HTTP, by whichever protocol: each subscription has a place and spends of its client's budget. */
export class Following {
  private isOver = false;
  readonly places: Places;
  /** What is asked for is read and checked in turn: a text that is refused costs next to nothing else. */
  private readonly turns = new Turns<string>();
  private readonly arrivals: Arrivals;
  private readonly streams: Streams;

  constructor(private readonly options: FollowingOptions) {
    this.places = new Places(options.maximum);
    this.arrivals = new Arrivals(options.store);
    this.streams = new Streams({
      ...options,
      arrivals: this.arrivals,
      timeLimit: () => timeLimit(options.deadline),
    });
  }

  /** Begins a subscription of the client at an address, or says why not. */
  readonly follow = async (subscribing: Subscribing, address: string | undefined): Promise<Admitted> => {
    const admitted = await this.begin(subscribing, address);
    if ('refused' in admitted) {
      this.options.metrics?.observeRefusal(admitted.refused[0]?.extensions?.['code']);
    }
    return admitted;
  };

  private async begin(subscribing: Subscribing, address: string | undefined): Promise<Admitted> {
    const { budget, metrics } = this.options;
    if (!this.isKnown(subscribing)) return this.streams.refusal(DOCUMENT_REQUIRED);
    let leave: () => void;
    try {
      leave = this.places.take(address);
    } catch (error) {
      return this.streams.refusal(error);
    }
    await this.turns.next(clientOf(address));
    const admitted = await this.streams.open(subscribing, (cost) => budget.charge(address, cost));
    if ('tellings' in admitted) {
      const start = performance.now();
      const leaveOnce = once(() => {
        leave();
        metrics?.observeSubscription((performance.now() - start) / 1000);
      });
      return { ...admitted, tellings: leaving(admitted.tellings, leaveOnce) };
    }
    leave();
    return admitted;
  }

  /** What a subscription would cost, without a place and without spending. */
  readonly price = async (
    subscribing: Subscribing,
    address: string | undefined,
  ): Promise<Refused | Priced> => {
    if (!this.isKnown(subscribing)) return this.streams.refusal(DOCUMENT_REQUIRED);
    await this.turns.next(clientOf(address));
    return this.streams.price(subscribing);
  };

  private isKnown({ query }: Subscribing): boolean {
    return this.options.only?.has(query) ?? true;
  }

  /** Whether the service stops: who follows then is not through, and may go on with another. */
  get hasEnded(): boolean {
    return this.isOver;
  }

  /** Ends every subscription. */
  end(): void {
    this.isOver = true;
    this.arrivals.end();
  }
}

const DOCUMENT_REQUIRED = new GraphQLError(
  'Only known documents may be asked here; expected the text of one of schema/operations.',
  { extensions: { code: 'DOCUMENT_REQUIRED' } },
);

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

/** Gives the place back when nobody is told any more. */
function leaving(tellings: AsyncGenerator<Told, void>, leave: () => void): AsyncGenerator<Told, void> {
  const until = async (next: Promise<IteratorResult<Told, void>>) => {
    const result = await next;
    if (result.done === true) leave();
    return result;
  };
  return {
    next: () => until(tellings.next()),
    return: (value) => {
      leave();
      return tellings.return(value);
    },
    throw: (error) => {
      leave();
      return tellings.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
