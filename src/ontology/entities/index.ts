/** The entity kinds, one line each. */
export { country } from './country.js';
export { doctor } from './doctor.js';
export { hospital } from './hospital.js';
export { organisation } from './organisation.js';
export { person } from './person.js';
export { programme } from './programme.js';
export { technique } from './technique.js';
