import { describeNeo4j } from '../../helpers/neo4j.js';
import { rounds } from '../../helpers/soak.js';
import { newDatabase } from '../../helpers/stores.js';
import { fuzzSuite } from './suite.js';

describeNeo4j('Neo4j', () =>
  fuzzSuite('Neo4j', newDatabase, rounds(100, 2_000), { executed: 0.1, filled: 0.1 }),
);
