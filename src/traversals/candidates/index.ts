/** Which entities may be the same. */
export { candidatePlace, identityCandidates } from './candidates.js';
export type { Candidate, Candidates, CandidatesQuestion } from './candidates.js';
export { LIKELIHOODS } from './evidence.js';
export type { Likelihood } from './evidence.js';
export { IDENTITY_RULES } from './reasons.js';
export type { IdentityReason, IdentityRule } from './reasons.js';
