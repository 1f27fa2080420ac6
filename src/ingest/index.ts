/** How it gets in: the door to the reading of bundles. */
export { importBundles } from './importBundles.js';
export type { ImportOptions, ImportStep, ImportSummary } from './importBundles.js';
export { partsOf } from './parts.js';
export { bundleJsonSchema } from './jsonSchema.js';
export { problemText } from './problems.js';
export type { Problem } from './problems.js';
