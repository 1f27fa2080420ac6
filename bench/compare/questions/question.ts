/** How a contender wants to be asked: over which schema, in which language. */
export type Style = 'confrere' | 'neo4jGraphql' | 'cypher';

/** Anything that JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** What is asked of every contender about an entity, and how their answers become alike. */
export interface Question {
  /** The letter by which `--questions` names it. */
  readonly letter: string;
  readonly title: string;
  /** Cypher over the plain graph that gives the keys, as `key`, of entities that are worth asking about, in an order of its own. */
  readonly keys: string;
  readonly asked: Readonly<Record<Style, Asked>>;
}

/** A question in the language of one style. */
export interface Asked {
  /** A GraphQL document with the variable `$key`, or Cypher with the parameter `$key`. */
  readonly text: string;
  /** The answer in the one form that all are compared in. Fails where something is missing. */
  readonly canonical: (answer: Json) => Json;
}

/** What is sent for it over HTTP. */
export function bodyOf({ text }: Asked, key: string): string {
  return JSON.stringify({ query: text, variables: { key } });
}
