/** What connects two entities: the shortest paths over facts. */
export { PATHS_ENDS, factsOfHop, paths } from './paths.js';
export type { Path, PathHop, PathStop, Paths } from './paths.js';
export { EXCLUDED_MAXIMUM, HOPS_MAXIMUM, HUB_PENALTY_MAXIMUM, PATHS_MAXIMUM } from './question.js';
export type { PathsQuestion } from './question.js';
