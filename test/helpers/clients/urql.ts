import { Client as Urql, cacheExchange, fetchExchange } from '@urql/core';
import { codesOf } from './client.js';
import type { Client } from './client.js';

/** urql asks with GET as long as the address is not too long. `ask` is the `fetch` of where it runs. */
export function urql(url: string, ask: typeof fetch = fetch): Client {
  const client = new Urql({ url, exchanges: [cacheExchange, fetchExchange], fetch: ask });
  return {
    async ask(query, variables = {}) {
      const { data, error } = await client.query<unknown>(query, variables).toPromise();
      if (error === undefined) return { data };
      // Without the errors of GraphQL there is only that of the network, which has no code.
      if (error.graphQLErrors.length === 0) throw error;
      return { codes: codesOf(error.graphQLErrors) };
    },
  };
}

/** What a browser does when a page of that origin fetches from another one. */
export function fetchOfPage(origin: string): typeof fetch {
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('origin', origin);
    headers.set('sec-fetch-site', 'cross-site');
    return fetch(input, { ...init, headers });
  };
}
