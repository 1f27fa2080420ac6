/** Which entities may be the same. */
export { candidatePlace, identityCandidates } from './candidates.js';
export type { Candidate, Candidates, CandidatesQuestion } from './candidates.js';
export { LIKELIHOODS, LIKELY_LEAST, POSSIBLE_LEAST } from './evidence.js';
export type { Likelihood } from './evidence.js';
export { Judged } from './judged.js';
export { IDENTITY_RULES } from './reasons.js';
export type { IdentityReason, IdentityRule } from './reasons.js';
