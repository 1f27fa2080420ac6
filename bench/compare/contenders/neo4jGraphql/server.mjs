// @neo4j/graphql on Apollo Server, put together as its guide does. Started by the comparison; NEO4J_URI, NEO4J_USERNAME and
// NEO4J_PASSWORD say where the plain graph is, TYPE_DEFINITIONS what the schema has beside it, as a list in JSON. Plain JavaScript, since its packages are those of bench/package.json, which
// need not be installed to check the types of everything else.
import { readFile } from 'node:fs/promises';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Neo4jGraphQL } from '@neo4j/graphql';
import neo4j from 'neo4j-driver';

const { NEO4J_URI, NEO4J_USERNAME, NEO4J_PASSWORD, TYPE_DEFINITIONS = '[]' } = process.env;
const typeDefs = await readFile(new URL('schema.graphql', import.meta.url), 'utf8');
const driver = neo4j.driver(NEO4J_URI, neo4j.auth.basic(NEO4J_USERNAME, NEO4J_PASSWORD));
const neo4jGraphQL = new Neo4jGraphQL({ typeDefs: [typeDefs, ...JSON.parse(TYPE_DEFINITIONS)], driver });
const server = new ApolloServer({ schema: await neo4jGraphQL.getSchema() });
const { url } = await startStandaloneServer(server, { listen: { host: '127.0.0.1', port: 0 } });
console.log(`Listening at ${url}`);
