/** Which facts cannot be true together. */
export { CONTRADICTIONS_KEYS_MAXIMUM, contradictions } from './contradictions.js';
export type { Contradictions, ContradictionsQuestion } from './contradictions.js';
export { FINDINGS_MAXIMUM, PAIRS_MAXIMUM, findingPlace } from './findings.js';
export type { Finding } from './findings.js';
export { STRENGTHS } from './rule.js';
export { RULES } from './rules/index.js';
export type { RuleName } from './rules/index.js';
