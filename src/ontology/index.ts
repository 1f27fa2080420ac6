/** What can be said: the door to the ontology for every other room. */
export * from './define.js';
export * from './externalIds.js';
export * from './identity.js';
export * from './keys.js';
export * from './knowledge.js';
export * from './editDistance.js';
export * from './names.js';
export * from './words.js';
export * from './ontology.js';
export * from './provenance.js';
export * from './quantity.js';
export * from './records.js';
export * from './registry.js';
export { ACTORS, INSTITUTIONS, PEOPLE } from './roles.js';
export * from './schemas.js';
export * from './sideWords.js';
export * from './text.js';
export * from './time/index.js';
