/** The media type of an answer of GraphQL, also of one whose status says that it failed. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json';

/** Whether a client that sends this `Accept` knows that type; one that does not knows only `application/json`. */
export function takesGraphqlResponse(accept: string | undefined): boolean {
  return accept?.includes(GRAPHQL_RESPONSE) ?? false;
}
