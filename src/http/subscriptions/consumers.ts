/** Why a client is let go that does not read what it is told. */
export const SLOW_CONSUMER = 'SLOW_CONSUMER';

/** So many times in a row a second passed without anything being read. */
const PATIENCE = 10;

/**
 * Lets a client go that does not read: nothing new is worked out for it meanwhile, but what it was told last is kept for it.
 * `unread` is how many bytes wait for it. What is returned ends the watch.
 */
export function dropSlow(unread: () => number, drop: () => void, interval = 1_000): () => void {
  let [before, stuck] = [0, 0];
  const timer = setInterval(() => {
    const now = unread();
    stuck = now > 0 && now >= before ? stuck + 1 : 0;
    before = now;
    if (stuck >= PATIENCE) drop();
  }, interval);
  timer.unref();
  return () => clearInterval(timer);
}
