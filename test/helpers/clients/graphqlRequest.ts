import { ClientError, GraphQLClient } from 'graphql-request';
import { codesOf } from './client.js';
import type { Client } from './client.js';

/** graphql-request throws what an answer has in errors. */
export function graphqlRequest(url: string): Client {
  const client = new GraphQLClient(url);
  return {
    async ask(query, variables = {}) {
      try {
        return { data: await client.request(query, variables) };
      } catch (error) {
        if (error instanceof ClientError) return { codes: codesOf(error.response.errors) };
        throw error;
      }
    },
  };
}
