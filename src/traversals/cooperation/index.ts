export { FLOW_KINDS, cooperation } from './cooperation.js';
export type { Cooperation, CooperationQuestion } from './cooperation.js';
export { techniquePlace } from './flow.js';
export type { CountedFact, Flow, FlowFact, FlowSide, Foundation, ReportedGroup } from './flow.js';
export { partiesOf } from './pairs.js';
export type { UnknownCounts } from './table.js';
export type { YearBounds } from './extent.js';
