import type { Store } from './port.js';

/** Told of each call: its method, how many seconds it took, and whether it failed. */
export type ObserveCall = (method: string, seconds: number, failed: boolean) => void;

/** The same store, whose calls somebody watches. */
export function observed(store: Store, observe: ObserveCall): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function' || typeof name !== 'string') return value;
      if (name === 'during') return (signal: AbortSignal) => observed(target.during(signal), observe);
      return (...args: unknown[]): unknown => {
        const start = performance.now();
        const result: unknown = Reflect.apply(value, target, args);
        if (result instanceof Promise) {
          const end = (failed: boolean) => observe(name, (performance.now() - start) / 1000, failed);
          result.then(
            () => end(false),
            () => end(true),
          );
        }
        return result;
      };
    },
  });
}
