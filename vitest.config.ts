import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // graphql refuses to work when two copies of it are loaded; vitest would load both its CommonJS and its ES modules.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/helpers/neo4jGlobalSetup.ts'],
    // Neo4j Community has one database, so the files that use it take turns.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
