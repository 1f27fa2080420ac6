/** What can be asked: one module a question. */
export { PLACE_SIDE, TRAINER_SIDE, countriesOf } from './countries.js';
export type { CountryAttribution, CountryBasis } from './countries.js';
export { demandEntities, demandSources } from './keys.js';
export { trainings } from './trainings.js';
export type { TrainingsAnswer, TrainingsQuestion } from './trainings.js';
