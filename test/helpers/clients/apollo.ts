import { ApolloClient, CombinedGraphQLErrors, HttpLink, InMemoryCache, gql } from '@apollo/client';
import { codesOf } from './client.js';
import type { Client } from './client.js';

/** Apollo Client throws what an answer has in errors. */
export function apollo(url: string): Client {
  const client = new ApolloClient({ link: new HttpLink({ uri: url }), cache: new InMemoryCache() });
  return {
    async ask(query, variables = {}) {
      try {
        const { data } = await client.query<unknown>({ query: gql(query), variables });
        return { data };
      } catch (error) {
        if (CombinedGraphQLErrors.is(error)) return { codes: codesOf(error.errors) };
        throw error;
      }
    },
  };
}
