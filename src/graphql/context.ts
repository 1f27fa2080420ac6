import { Judgements, newestOf, openView } from '../traversals/index.js';
import type { Follower, Newest, StandpointAsked, View } from '../traversals/index.js';
import type { Arrivals } from '../store/arrivals.js';
import type { Store } from '../store/port.js';
import { createLoaders } from './loaders.js';
import type { Loaders } from './loaders.js';

/** What every resolver of one request shares. */
export interface Context {
  store: Store;
  /** The newest changeset, which is the same to all of the request: it is learnt once, when it is first asked for. */
  newest(): Promise<Newest>;
  /**
   * The loaders over the graph as a field asks to see it: now, unless it says otherwise. Fields that ask alike share them.
   * `within` are those of the value that the field belongs to, whose standpoint it keeps where it says nothing.
   */
  loaders(asked?: StandpointAsked, within?: Loaders): Promise<Loaders>;
  /** Takes what a query costs from what its client may spend; fails with BUDGET_EXCEEDED. Left out where nobody counts. */
  charge?: (cost: number) => Promise<void>;
  /** Hears what came of the question. */
  tell?: (outcome: Outcome) => void;
  /** For a subscription: what tells that something has landed, and who follows. */
  following?: Follower & { arrivals: Arrivals };
}

/** What came of a question, as far as a log may have it. */
export interface Outcome {
  /** Whether it was a query, where that could be read. */
  type?: string;
  /** Of the text of the query, which is not told itself. */
  queryHash?: string;
  cost?: number;
  /** Of the first error. */
  code?: string;
}

/** A request, as far as it concerns its context. */
export interface Asking extends Pick<Context, 'charge' | 'tell' | 'following'> {
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/**
 * Gives a context for each request, with fresh loaders: nothing that one request has read is kept for another, but for
 * the judgements of the store.
 */
export function contextsOver(store: Store): (asking?: Asking) => Context {
  const judgements = new Judgements(store);
  return ({ signal, ...rest } = {}) => ({ ...createContext(store, judgements, signal), ...rest });
}

function createContext(store: Store, judgements: Judgements, signal?: AbortSignal): Context {
  const bound = signal === undefined ? store : store.during(signal);
  const opened = new Map<string, Promise<Loaders>>();
  const sets = new Map<string, Loaders>();

  let learnt: Promise<Newest> | undefined;
  const newest = () => (learnt ??= newestOf(bound));

  const loadersOver = (view: View, isStated: boolean): Loaders => {
    const name = JSON.stringify([view.knownIn, view.withoutSources, view.identity, isStated]);
    const loaders = sets.get(name) ?? createLoaders(view, isStated);
    sets.set(name, loaders);
    return loaders;
  };
  const loaders: Context['loaders'] = (asked = {}, within) => {
    if (within !== undefined && Object.keys(asked).length === 0) return Promise.resolve(within);
    const standpoint = inherited(asked, within?.view);
    const isStated = asked.asKnownOn !== undefined || within?.isStated === true;
    const { asKnownOn = null, withoutSources = [], identity = null } = standpoint;
    const name = JSON.stringify([asKnownOn, withoutSources, identity, isStated]);
    const openAt = async (at: Newest) => {
      const opening = { judgements, newest: at, ...(signal === undefined ? {} : { signal }) };
      return loadersOver(await openView(bound, standpoint, opening), isStated);
    };
    const open = opened.get(name) ?? newest().then(openAt);
    opened.set(name, open);
    return open;
  };
  return { store: bound, newest, loaders };
}

function inherited(asked: StandpointAsked, view?: View): StandpointAsked {
  if (view === undefined) return asked;
  const { asKnownOn, withoutSources = [], identity } = asked;
  return {
    asKnownOn: asKnownOn ?? String(view.knownIn),
    withoutSources: [...new Set([...view.withoutSources, ...withoutSources])].sort(),
    identity: identity ?? view.identity,
  };
}
