import { defineConfig } from 'vitest/config';

/** The files that ask a Neo4j. It has one database, so they take turns, after all others. */
const NEO4J = [
  'test/cli/neo4jTestDatabase.test.ts',
  'test/contract/neo4j.test.ts',
  'test/http/fuzz/neo4j.test.ts',
  'test/http/neo4jMixedLoad.test.ts',
  'test/http/neo4jReadiness.test.ts',
  'test/effort/neo4j.test.ts',
  'test/graphql/{badInput,identity,operations,paging,standpoint}.test.ts',
  'test/questions/neo4j.test.ts',
  'test/store/neo4j*.test.ts',
];

export default defineConfig({
  resolve: {
    // graphql refuses to work when two copies of it are loaded; vitest would load both its CommonJS and its ES modules.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    testTimeout: 60_000,
    hookTimeout: 120_000,
    projects: [
      {
        extends: true,
        // Two at once, also where there are but two cores: most of them wait for processes that they start.
        test: { name: 'alone', include: ['test/**/*.test.ts'], exclude: NEO4J, maxWorkers: 2 },
      },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: NEO4J,
          globalSetup: ['test/helpers/neo4jGlobalSetup.ts'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
