/** The facts of entities in time. */
export { GRAINS } from './bucket.js';
export type { BucketGrain } from './bucket.js';
export { BUCKETS_MAXIMUM } from './buckets.js';
export type { Bucket, Reached } from './buckets.js';
export { REACHES } from './placing.js';
export { TIMELINE_KEYS_MAXIMUM, timeline } from './timeline.js';
export type { Timeline, TimelineEnd, TimelineQuestion } from './timeline.js';
