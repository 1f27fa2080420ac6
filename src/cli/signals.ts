import { constants } from 'node:os';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Ctrl-C under `npm start` arrives twice, once from the terminal and once from npm. */
const ECHO_MILLISECONDS = 500;

export interface SignalWatch {
  /** From here on the first signal asks to stop, and a second one ends the process. */
  begin(): void;
  /** Resolves when the first signal has come. */
  stopAsked: Promise<void>;
}

/** Watches for SIGINT and SIGTERM; until `begin` is called they end the process at once, as they would by themselves. */
export function watchSignals(): SignalWatch {
  let askToStop: () => void = () => undefined;
  const stopAsked = new Promise<void>((resolve) => (askToStop = resolve));
  let hasBegun = false;
  let askedAt: number | null = null;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const isEcho = askedAt !== null && performance.now() - askedAt < ECHO_MILLISECONDS;
      if (isEcho) return;
      if (!hasBegun || askedAt !== null) process.exit(128 + constants.signals[signal]);
      askedAt = performance.now();
      askToStop();
    });
  }
  return { begin: () => (hasBegun = true), stopAsked };
}
