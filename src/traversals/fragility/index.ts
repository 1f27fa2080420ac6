export { fragility } from './fragility.js';
export type { Fragility, FragilityQuestion } from './fragility.js';
export { dependentOrder } from './subject.js';
export type { Dependent, Lesson, Support } from './subject.js';
