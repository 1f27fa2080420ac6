import type { Store } from '../../store/port.js';
import { Clusters } from '../../ontology/index.js';
import type { Identity } from '../../ontology/index.js';
import { changesetKnownOn } from './asKnownOn.js';
import { Judgements } from './identity/judgements.js';
import { demandSources } from './keys.js';
import { StrictView } from './strict.js';
import { View } from './view.js';

/** What a question may say of the state of the graph that it is about. */
export interface StandpointAsked {
  /** The number of a changeset, or a time; see `changesetKnownOn`. */
  asKnownOn?: string;
  /** Keys of sources that are taken not to exist. */
  withoutSources?: readonly string[];
  /** What may be treated as one; JUDGED where left out. */
  identity?: Identity;
}

/** The changeset that was the newest when a question learnt of it. */
export interface Newest {
  readonly changeset: number;
  /** Of which store it is, where the store can turn out to be another; see `Horizon`. */
  readonly ofStore: number | undefined;
}

/** Reads which changeset is the newest. */
export async function newestOf(store: Store): Promise<Newest> {
  // Of the store before: what is put in its place while this is read counts as another one.
  const ofStore = store.horizon?.().store;
  return { changeset: await store.version(), ofStore };
}

/** What a question brings along where it opens several views. */
export interface Opening {
  signal?: AbortSignal;
  judgements?: Judgements;
  /** Where it has learnt of it already. */
  newest?: Newest;
}

/**
 * The graph as a question asks to see it, until the signal is aborted, to which the store is bound already (see
 * `Store.during`). `judgements` are those of the same store, shared by all its questions. Refuses with BAD_TIME or BAD_KEY.
 */
export async function openView(
  store: Store,
  { asKnownOn, withoutSources = [], identity = 'JUDGED' }: StandpointAsked = {},
  { signal, judgements = new Judgements(store), newest }: Opening = {},
): Promise<View> {
  const { changeset, ofStore } = newest ?? (await newestOf(store));
  const knownIn = await changesetKnownOn(store, asKnownOn, changeset);
  // Whether they were known then already or came later: they are taken not to exist.
  await demandSources(new StrictView(store, Number.MAX_SAFE_INTEGER), 'withoutSources', withoutSources);
  const strict = new StrictView(store, knownIn, withoutSources, signal, ofStore);
  const known = await judgements.knownIn(knownIn);
  signal?.throwIfAborted();
  return new View(
    strict,
    identity,
    known,
    identity === 'STRICT' ? Clusters.NONE : await known.clustersOf(identity),
  );
}
