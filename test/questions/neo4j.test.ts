import { describeNeo4j } from '../helpers/neo4j.js';
import { newDatabase } from '../helpers/stores.js';
import { questionProperties } from './questions.js';

describeNeo4j('Neo4j', () => questionProperties('Neo4j', newDatabase));
