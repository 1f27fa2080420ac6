import { runNeo4jForPerson } from '../../src/cli/neo4j/person.js';
import { startNeo4j } from '../../src/cli/neo4j/provide.js';
import { neo4jTools } from './neo4jTools.js';

/*
 * Run as a process of its own that a test can signal or kill: `temporary` prints the address of a server for tests;
 * `person FOLDER PORT` does what the command `confrere neo4j` does.
 */
const [what, dataDirectory = '', port] = process.argv.slice(2);
const log = (line: string): void => console.log(line);
if (what === 'person') {
  await runNeo4jForPerson({ dataDirectory, port: Number(port), tools: neo4jTools(), log });
} else {
  const server = await startNeo4j({ tools: neo4jTools(), log });
  console.log(`Neo4j is ready at ${server.uri} `);
  setInterval(() => undefined, 1000);
}
