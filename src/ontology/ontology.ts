import * as entityKinds from './entities/index.js';
import * as factKinds from './facts/index.js';
import { buildOntology } from './registry.js';
import { relations } from './relations.js';

/** The ontology of Confrere, checked when it is loaded. */
export const ontology = buildOntology(Object.values(entityKinds), Object.values(factKinds), relations);
