import type { Log } from '../log.js';
import type { Tracing } from './tracing.js';

/** Begins to trace, as the standard variables of OpenTelemetry say. Its libraries are loaded here, and nowhere else. */
export async function openTracing(log: Log): Promise<Tracing> {
  const { startOpenTelemetry } = await import('./openTelemetry.js');
  return startOpenTelemetry(log);
}
