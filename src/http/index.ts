/** The door to the service over HTTP. */
export { createLog } from './log.js';
export { startServer } from './server.js';
export { openTracing } from './tracing/open.js';
export type { RunningServer, ServerOptions } from './server.js';
export type { Tracing } from './tracing/tracing.js';
