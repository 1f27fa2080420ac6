import type { Store } from '../store/port.js';
import { createLoaders } from './loaders.js';
import type { Loaders } from './loaders.js';

/** What every resolver of one request shares. */
export interface Context {
  store: Store;
  loaders: Loaders;
}

/** A context for one request, with fresh loaders: nothing that one request has read is kept for another. */
export function createContext(store: Store): Context {
  return { store, loaders: createLoaders(store) };
}
