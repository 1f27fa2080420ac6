export { COMMON_MAXIMUM, common } from './common.js';
export type { Common, CommonQuestion } from './common.js';
export type { SharedEntity } from './sharing.js';
export type { CommonSide, StatedRelation } from './side.js';
