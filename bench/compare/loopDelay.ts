/**
 * How long, in 99 of 100 times, what was to be done after ten milliseconds had to wait in the process of a contender since this was last
 * asked, in milliseconds, these ten among them. Null where it does not tell, at `/metrics`, as Confrere does.
 */
export async function loopDelayOf(url: string): Promise<number | null> {
  const response = await fetch(new URL('/metrics', url)).catch(() => null);
  if (response === null || !response.ok) return null;
  const [, seconds] = /^nodejs_eventloop_lag_p99_seconds (\S+)$/m.exec(await response.text()) ?? [];
  return seconds === undefined ? null : Number(seconds) * 1000;
}
