/** The door to the service over HTTP. */
export { createLog } from './log.js';
export { startServer } from './server.js';
export type { RunningServer, ServerOptions } from './server.js';
