import { pino, stdTimeFunctions } from 'pino';
import type { Logger } from 'pino';

export type Log = Logger;

export type LogLevel = 'silent' | 'error' | 'warn' | 'info';

/**
 * The log of the service: a line of JSON for each event, on standard error. It never has what somebody asked, for that
 * names people; a question is told from others by the hash of its text.
 */
export function createLog(level: LogLevel): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    pino.destination({ fd: 2, sync: true }),
  );
}
