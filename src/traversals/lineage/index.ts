export { ANCESTORS_OF_MAXIMUM, ancestorPlace, commonAncestors } from './commonAncestors.js';
export type { CommonAncestor, CommonAncestors, CommonAncestorsQuestion } from './commonAncestors.js';
export { DEPTH_MAXIMUM, lineage } from './lineage.js';
export type { Lineage, LineageMember, LineageQuestion, LineageStep } from './lineage.js';
