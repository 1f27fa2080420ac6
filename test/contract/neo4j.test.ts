import { describeNeo4j } from '../helpers/neo4j.js';
import { newDatabase } from '../helpers/stores.js';
import { storeContract } from './storeContract.js';
import { tamperWithGraph } from './tamperWithGraph.js';

describeNeo4j('Neo4j', () => storeContract('the store on Neo4j', newDatabase, tamperWithGraph));
