/** Who stands on the sides of facts, and what that rests on. */
export { institutionsIn, keysAround, postHolders } from './around.js';
export { bestRanks, isPerson, kindOf, playersOf, RANKS } from './attribution.js';
export type { Attribution, Basis, Grain } from './attribution.js';
export { POST_PLACES_MAXIMUM, SideFinder, attributionsOf } from './finder.js';
export { PLACEMENTS_MAXIMUM, factsWithSides } from './stream.js';
