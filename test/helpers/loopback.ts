/** Refuses an address that may be another machine: what loads or breaks a service does so to this one alone. */
export function demandLoopback(address: string): void {
  const { hostname } = new URL(address);
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return;
  throw new Error(`A soak asks only this machine, and ${hostname} is no loopback address.`);
}
