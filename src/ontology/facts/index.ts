/** The fact kinds, one line each. To add one: copy `_example.ts`, declare it there, and name it here. */
export { adoption } from './adoption.js';
export { affiliation } from './affiliation.js';
export { assessment } from './assessment.js';
export { birth } from './birth.js';
export { consultation } from './consultation.js';
export { cooperation } from './cooperation.js';
export { death } from './death.js';
export { designation } from './designation.js';
export { founding } from './founding.js';
export { observation } from './observation.js';
export { posting } from './posting.js';
export { procedure } from './procedure.js';
export { training } from './training.js';
export { transfer } from './transfer.js';
export { visit } from './visit.js';
