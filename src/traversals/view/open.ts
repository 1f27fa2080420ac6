import type { Store } from '../../store/port.js';
import { changesetKnownOn } from './asKnownOn.js';
import { demandSources } from './keys.js';
import { View } from './view.js';

/** What a question may say of the state of the graph that it is about. */
export interface StandpointAsked {
  /** The number of a changeset, or a time; see `changesetKnownOn`. */
  asKnownOn?: string;
  /** Keys of sources that are taken not to exist. */
  withoutSources?: readonly string[];
}

/**
 * The graph as a question asks to see it, until the signal is aborted, to which the store is bound already (see
 * `Store.during`). Refuses with BAD_TIME or BAD_KEY.
 */
export async function openView(
  store: Store,
  { asKnownOn, withoutSources = [] }: StandpointAsked = {},
  signal?: AbortSignal,
): Promise<View> {
  const view = new View(store, await changesetKnownOn(store, asKnownOn), withoutSources, signal);
  // Whether they were known then already or came later: they are taken not to exist.
  const sources = new View(store, Number.MAX_SAFE_INTEGER);
  await demandSources(sources, 'withoutSources', withoutSources);
  return view;
}
