/** The graph as a question sees it, and the ways through it that questions share. */
export { EVERY_KIND, demandEntities, demandSources } from './keys.js';
export { newestOf, openView } from './open.js';
export type { Newest, StandpointAsked } from './open.js';
export { Judgements } from './identity/judgements.js';
export { Leaning } from './identity/leaning.js';
export { Pace } from './pace.js';
export { View } from './view.js';
