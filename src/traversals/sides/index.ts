/** Who stands on the sides of facts, and what that rests on. */
export { bestRanks, isOfGrain, kindOf, playersOf, RANKS } from './attribution.js';
export type { Attribution, Basis, Grain } from './attribution.js';
export { POSTS, SideFinder } from './finder.js';
