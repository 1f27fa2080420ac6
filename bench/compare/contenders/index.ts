import { fileURLToPath } from 'node:url';
import type { Neo4jPlace, Places } from '../graphs/places.js';
import { questions } from '../questions/index.js';
import { startConfrere } from './confrere.js';
import { LISTENING, startProcess } from './contender.js';
import type { Contender } from './contender.js';

/** All contenders, in the order of the tables. */
export const contenders: readonly Contender[] = [
  confrere('confrere-neo4j', (places) => ({ CONFRERE_STORE: 'neo4j', ...addressOf(places.neo4j) })),
  confrere('confrere-embedded', (places) => ({
    CONFRERE_STORE: 'embedded',
    CONFRERE_DATA: places.embedded,
  })),
  {
    name: 'neo4j-graphql',
    style: 'neo4jGraphql',
    start: (places) =>
      startProcess({
        arguments: [pathOf('./neo4jGraphql/server.mjs')],
        environment: { ...addressOf(places.neo4j), TYPE_DEFINITIONS: JSON.stringify(typeDefinitions()) },
        ready: LISTENING,
      }),
  },
  {
    name: 'cypher',
    style: 'cypher',
    start: (places) =>
      startProcess({
        arguments: ['--import', 'tsx', pathOf('./cypher/server.ts')],
        environment: addressOf(places.neo4j),
        ready: LISTENING,
      }),
  },
  {
    name: 'sqlite',
    style: 'sqlite',
    start: (places) =>
      startProcess({
        arguments: ['--import', 'tsx', pathOf('./sqlite/server.ts')],
        environment: { CONFRERE_DATA: places.embedded },
        ready: LISTENING,
      }),
  },
];

function confrere(name: string, storeOf: (places: Places) => Record<string, string>): Contender {
  return {
    name,
    style: 'confrere',
    start: (places) => startConfrere([pathOf('../../../dist/main.js')], { ...storeOf(places), ...asAsked() }),
  };
}

/**
 * The settings that may be others: how much is kept in memory, to see what it is worth, and whether the delay of the event loop is
 * told, which takes a little itself.
 */
function asAsked(): Record<string, string> {
  const names = ['CONFRERE_CACHE', 'CONFRERE_METRICS'];
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** What the questions need in the schema of @neo4j/graphql beside the plain graph. */
function typeDefinitions(): string[] {
  return questions.flatMap(({ asked }) => asked.neo4jGraphql.typeDefinitions ?? []);
}

function addressOf({ uri, username, password }: Neo4jPlace): Record<string, string> {
  return { NEO4J_URI: uri, NEO4J_USERNAME: username, NEO4J_PASSWORD: password };
}

function pathOf(relative: string): string {
  return fileURLToPath(new URL(relative, import.meta.url));
}
