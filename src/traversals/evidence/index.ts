/** How many independent sources stand behind what is said. */
export { Evidence } from './evidence.js';
export type { SourceGroup, Tie } from './evidence.js';
export { TIES } from './ties.js';
export type { TieKind } from './ties.js';
