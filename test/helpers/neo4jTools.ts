import type { Neo4jTools } from '../../src/cli/neo4j/means.js';

/** Where this machine says that Java and the cache are, for tests that start a Neo4j of their own. */
export function neo4jTools(): Neo4jTools {
  return { javaHome: process.env['JAVA_HOME'], cacheDirectory: process.env['XDG_CACHE_HOME'] };
}
