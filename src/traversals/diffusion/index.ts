export { ARRIVAL_KINDS, diffusion } from './diffusion.js';
export type { Diffusion, DiffusionQuestion } from './diffusion.js';
export { reachedOrder } from './reached.js';
export type { FirstShowing, Origin, ReachedPlace, Showing } from './reached.js';
