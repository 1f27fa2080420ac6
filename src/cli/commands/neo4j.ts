import { defineCommand } from 'citty';
import { readNeo4jDirectory } from '../../config.js';
import { UsageError } from '../failures.js';
import { runNeo4jForPerson } from '../neo4j/person.js';

export const neo4j = defineCommand({
  meta: {
    name: 'neo4j',
    description: 'Starts a Neo4j on this machine, with Docker or with Java and Maven, until Ctrl-C',
  },
  args: {
    port: { type: 'string', description: 'The port of its Bolt address', default: '7687' },
  },
  run: ({ args }) =>
    runNeo4jForPerson({
      port: portOf(args.port),
      dataDirectory: readNeo4jDirectory(),
      log: (line) => console.log(line),
    }),
});

function portOf(given: string): number {
  const port = /^\d{1,5}$/.test(given) ? Number(given) : 0;
  if (port >= 1 && port <= 65_535) return port;
  throw new UsageError(`--port: expected a port from 1 to 65535, got "${given}"`);
}
