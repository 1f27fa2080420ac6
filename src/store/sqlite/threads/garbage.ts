import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

let collect: (() => void) | undefined;

/** Collects garbage now, so that what the driver holds on to is let go at a moment that is known. */
function collectGarbage(): void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  collect();
}

/** Resolves when the driver has let go of what was closed: only then is a file no longer in use. */
export function letGo(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(() => {
      collectGarbage();
      setImmediate(resolve);
    });
  });
}
