import { expect } from 'vitest';

/** How long a question took that failed because the store was not available. */
export async function timeToRefusal(question: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  const error: unknown = await question().then(
    () => 'it was answered',
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE' });
  return performance.now() - start;
}
