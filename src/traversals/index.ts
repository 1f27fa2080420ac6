/** What can be asked: one module a question. */
export { PLACE_SIDE, TRAINER_SIDE, countriesOf } from './countries.js';
export { POST_PLACES_MAXIMUM, attributionsOf } from './sides/index.js';
export type { Attribution, Basis, Grain } from './sides/index.js';
export { CHANGES_AT_ONCE, changes } from './changes.js';
export type { Change, ChangesQuestion, Follower } from './changes.js';
export { trainings } from './trainings.js';
export type { TrainingsAnswer, TrainingsQuestion } from './trainings.js';
export {
  EVERY_KIND,
  Judgements,
  Leaning,
  Pace,
  View,
  demandEntities,
  demandSources,
  newestOf,
  openView,
} from './view/index.js';
export type { Newest, StandpointAsked } from './view/index.js';
export { BOUNDS } from './view/bounds.js';
export type { Bound, Cut } from './view/bounds.js';
export { USUAL_FACTS } from './view/usual.js';
export * from './evidence/index.js';
export * from './common/index.js';
export * from './lineage/index.js';
export * from './neighbourhood/index.js';
export * from './cooperation/index.js';
export * from './paths/index.js';
export * from './diffusion/index.js';
export * from './fragility/index.js';
export * from './contradictions/index.js';
export * from './timeline/index.js';
export * from './search/index.js';
export * from './candidates/index.js';
