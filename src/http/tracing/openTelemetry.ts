import { DiagLogLevel, diag, trace } from '@opentelemetry/api';
import type { DiagLogger } from '@opentelemetry/api';
import { NodeSDK, core, resources } from '@opentelemetry/sdk-node';
import { packageVersion } from '../../paths.js';
import type { Log } from '../log.js';
import { spansOf } from './spans.js';
import type { Tracing } from './tracing.js';

/** What it is called where OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES say nothing else. */
const SERVICE = 'confrere';

/** So long a service that stops waits for the collector, in milliseconds. */
const PATIENCE = 2_000;

/** A collector that is away fails every batch alike; one line an hour says as much as one for each. */
const HOUR = 3_600_000;

/**
 * Starts OpenTelemetry's own kit, which reads what it is to do from the environment: the exporter and its protocol, address
 * and headers, the sampler, the propagators, the name of the service. It is asked for traces alone, and describes the service
 * by what the environment says of it: of itself it would also tell the user and the arguments of the process.
 */
export function startOpenTelemetry(log: Log): Tracing {
  const sdk = new NodeSDK({
    resource: resources
      .defaultResource()
      .merge(
        resources.resourceFromAttributes({ 'service.name': SERVICE, 'service.version': packageVersion() }),
      ),
    resourceDetectors: [resources.envDetector],
    metricReaders: [],
    logRecordProcessors: [],
  });
  const warn = nowAndThen(log);
  diag.setLogger(quietly(warn), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  core.setGlobalErrorHandler((error) => warn(messageOf(error)));
  sdk.start();
  return {
    ...spansOf(trace.getTracer(SERVICE, packageVersion())),
    end: () => within(PATIENCE, sdk.shutdown()),
  };
}

/** What the library says goes to our own log, and nothing of it twice an hour. */
function nowAndThen(log: Log): (message: string) => void {
  const toldAt = new Map<string, number>();
  return (said) => {
    const message = said.slice(0, 500);
    const now = performance.now();
    if (now - (toldAt.get(message) ?? -Infinity) < HOUR) return;
    // Whatever it comes to say, this does not grow.
    if (toldAt.size >= 100) toldAt.clear();
    toldAt.set(message, now);
    log.warn({ said: message }, 'tracing does not work as it should');
  };
}

function quietly(warn: (message: string) => void): DiagLogger {
  const silent = () => undefined;
  return { error: warn, warn, info: silent, debug: silent, verbose: silent };
}

/** Why an export failed; where several addresses of a host were tried, each by itself. */
function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => {
    setTimeout(() => resolve(false), milliseconds).unref();
  });
  const done = work.then(
    () => true,
    () => false,
  );
  return await Promise.race([done, late]);
}
