import type { Store } from './port.js';

/** Told when a call of a method begins; what it gives back is told when the call has ended, with the error where it failed. */
export type ObserveCall = (method: string) => (failure?: { error: unknown }) => void;

/** The same store, whose calls somebody watches. */
export function observed(store: Store, observe: ObserveCall): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      if (name === 'during') return (signal: AbortSignal) => observed(target.during(signal), observe);
      return (...args: unknown[]): unknown => {
        const end = observe(name);
        const result: unknown = Reflect.apply(value, target, args);
        if (result instanceof Promise) {
          result.then(
            () => end(),
            (error: unknown) => end({ error }),
          );
        } else end();
        return result;
      };
    },
  });
}
